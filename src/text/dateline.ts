import type { Range } from '../model/span.ts'

/** A range without the dateline that it begins with: "PORT IMBER, May 3 (Tidewater) - Envoys met" is "Envoys met". */
export function afterDateline(text: string, range: Range): Range {
  const isLineStart = range.start === 0 || text[range.start - 1] === '\n'
  const line = isLineStart
    ? dateline.exec(text.slice(range.start, Math.min(range.end, range.start + 120)))
    : null
  return line === null ? range : { start: range.start + line[0].length, end: range.end }
}

// A place in capitals or with a credit in brackets, perhaps with more of it and a day, up to a dash.
const dateline =
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,30}(?:,\s[\p{L}\d.'’ ]{2,24}){0,2}(?:\s?\([\p{L}&.'’,/ -]{2,40}\))?|\p{Lu}[\p{L}.'’ -]{2,30}(?:,\s[\p{L}\d.'’ ]{2,24}){0,2}\s?\([\p{L}&.'’,/ -]{2,40}\))\s?(?:[–—]|-{1,2})\s+/u

/** The agency or outlet in brackets of the dateline that a range begins with: "Tidewater" in "PORT IMBER, May 3 (Tidewater) - Envoys met". */
export function datelineCredit(text: string, range: Range): Range | undefined {
  const { start } = afterDateline(text, range)
  const match = /\(([^)]+)\)[^)]*$/u.exec(text.slice(range.start, start))
  if (match === null) return undefined
  const at = range.start + match.index + 1
  return { start: at, end: at + (match[1] ?? '').length }
}
