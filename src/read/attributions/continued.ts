import type { Quotation } from '../../model/reading.ts'
import { contains, overlaps, type Range } from '../../model/span.ts'
import type { Triple } from './triple.ts'

/** Triples whose quotation runs on over paragraphs, with the parts in the later paragraphs added to their content. */
export function continued(triples: readonly Triple[], quotations: readonly Quotation[]): Triple[] {
  if (!quotations.some(runsOn)) return [...triples]
  return triples.map((triple) => withFollowing(triple, quotations))
}

function runsOn(quotation: Quotation): boolean {
  return quotation.rules.includes('Q-MARK-CONTINUED')
}

function withFollowing(triple: Triple, quotations: readonly Quotation[]): Triple {
  const last = triple.content.at(-1)
  const at = quotations.findIndex((one) => runsOn(one) && last !== undefined && overlaps(one, last))
  if (at < 0 || last === undefined || (quotations[at]?.end ?? 0) > last.end + 2) return triple
  const added: Range[] = []
  for (let i = at; i < quotations.length; i++) {
    const quotation = quotations[i]
    const isFirst = i === at
    if (quotation === undefined || (!isFirst && isInside(quotation, quotations[i - 1]))) continue
    if (!isFirst) added.push({ start: quotation.start, end: quotation.end })
    if (!runsOn(quotation)) break
  }
  return { ...triple, content: [...triple.content, ...added], rules: [...triple.rules, 'Q-MARK-CONTINUED'] }
}

function isInside(inner: Quotation, outer: Quotation | undefined): boolean {
  return outer !== undefined && contains(outer, inner)
}
