import type { Range } from '../../model/span.ts'
import { afterDateline } from '../../text/dateline.ts'
import type { Triple } from './triple.ts'
import type { Paragraph } from './words.ts'

// "17:40 GMT – Sund tells reporters", "[13:15] Two people", "1. “The lamp was out.”", "• Police say"
const entry =
  /^(?:\[?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\]?(?:\s(?:GMT|UTC|BST|[CEMP][SDE]?S?T|local time))?(?:\s?[-–—:|])?|\d{1,2}[.)]|[•*·▪‣-])\s+/u

/** Where what a paragraph tells begins: behind a dateline, the time of a live blog's entry, a bullet or a number. */
export function lineStart(text: string, { words }: Paragraph): number {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return 0
  const { start } = afterDateline(text, { start: first.start, end: last.end })
  const match = entry.exec(text.slice(start, start + 40))
  return start + (match === null ? 0 : match[0].length)
}

/** A triple without what stands before the beginning of its line; undefined where no content is left. */
export function behindLineStart(triple: Triple, from: number): Triple | undefined {
  const { source, content } = triple
  if ((source === undefined || source.start >= from) && content.every((range) => range.start >= from))
    return triple
  const kept = content.flatMap((range) => behind(range, from))
  if (kept.length === 0 || triple.cue.start < from) return undefined
  const [speaker] = source === undefined ? [] : behind(source, from)
  const { source: _, ...rest } = triple
  return { ...rest, content: kept, ...(speaker === undefined ? {} : { source: speaker }) }
}

function behind(range: Range, from: number): Range[] {
  if (range.end <= from) return []
  return [range.start >= from ? range : { start: from, end: range.end }]
}
