import type { RangeIndex } from '../../model/range-index.ts'
import type { Quotation } from '../../model/reading.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { foundCues } from './rule-cues.ts'
import { subjectOfCue } from './subject.ts'
import type { Triple } from './triple.ts'
import { wordTree } from './word-tree.ts'
import type { Paragraph } from './words.ts'

/**
 * The attribution of a paragraph that ends in a colon, "The judge wrote:", whose content is the quotation in the next one;
 * undefined where one of `found` has its cue already with words that are quoted, or the next paragraph quotes nothing.
 */
export function blockQuoteTriple(
  paragraph: Paragraph,
  next: Paragraph | undefined,
  { quotations, found }: { quotations: RangeIndex<Quotation>; found: readonly Triple[] },
): Triple | undefined {
  const { words } = paragraph
  const colon = words.at(-1)
  const content = next && quotedBy(next, quotations)
  if (colon?.text !== ':' || colon.quote !== 0 || content === undefined) return undefined
  const tree = wordTree(words)
  const cue = foundCues(paragraph).findLast(({ row, from }) => from >= colon.first && row.cueClass === 'says')
  const first = cue && words[cue.from]
  const last = cue && words[cue.to - 1]
  if (tree === undefined || cue === undefined || first === undefined || last === undefined) return undefined
  const range = { start: first.start, end: last.end === words[colon.at - 1]?.end ? colon.end : last.end }
  if (
    found.some((triple) => overlaps(triple.cue, range) || triple.content.some((one) => overlaps(one, range)))
  )
    return undefined
  const triple = { cue: range, content: [content], cueRow: cue.row.id, cueClass: cue.row.cueClass }
  const subject = subjectOfCue(words, tree, { ...triple, rules: [] })
  if (subject === undefined) return undefined
  return { ...triple, source: subject.range, rules: ['A-BLOCK', cue.row.id] }
}

function quotedBy({ words, isBlockQuote }: Paragraph, quotations: RangeIndex<Quotation>): Range | undefined {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (first.quote === 1) return quotations.overlapping(first)[0]
  return isBlockQuote ? { start: first.start, end: last.end } : undefined
}
