import type { RangeIndex } from '../../model/range-index.ts'
import type { Quotation } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import type { Triple } from './triple.ts'

/** Triples whose quotation runs on over paragraphs, with the parts in the later paragraphs added to their content. */
export function continued(
  triples: readonly Triple[],
  quotations: RangeIndex<Quotation>,
  text: string,
): Triple[] {
  return triples.map((triple) => withFollowing(triple, quotations, text))
}

function runsOn(quotation: Quotation): boolean {
  return quotation.rules.includes('Q-MARK-CONTINUED')
}

// "“PENCE: She will not come.": in a transcript between marks another speaker begins.
const label = /^\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*){0,3}:/u

function withFollowing(triple: Triple, quotations: RangeIndex<Quotation>, text: string): Triple {
  const last = triple.content.at(-1)
  const first = last === undefined ? undefined : quotations.overlapping(last).find(runsOn)
  if (last === undefined || first === undefined || first.end > last.end + 2) return triple
  const added: Range[] = []
  for (let one = first; runsOn(one); ) {
    const next = quotations.startingFrom(one.end)
    if (next === undefined || label.test(text.slice(next.inner.start, next.inner.start + 60))) break
    added.push({ start: next.start, end: next.end })
    one = next
  }
  return { ...triple, content: [...triple.content, ...added], rules: [...triple.rules, 'Q-MARK-CONTINUED'] }
}
