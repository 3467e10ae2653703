import type { Range } from '../../model/span.ts'

/** Paragraphs of a plain text, trimmed, in order: one a line, or several lines where a line breaks off in mid-sentence. */
export function paragraphs(text: string): readonly Range[] {
  const lines = linesOf(text)
  const width = wrapWidth(text, lines)
  const found: Range[] = []
  let open: Range | undefined
  for (const line of lines) {
    if (open !== undefined && goesOn(text, open, line, width)) {
      open = { start: open.start, end: line.end }
      continue
    }
    if (open !== undefined) found.push(open)
    open = line
  }
  if (open !== undefined) found.push(open)
  return found
}

function linesOf(text: string): readonly Range[] {
  const found: Range[] = []
  for (const match of text.matchAll(/[^\n\r\u2028\u2029\f\v\u0085]+/g)) {
    const body = match[0].trim()
    if (body === '') continue
    const start = match.index + match[0].indexOf(body)
    found.push({ start, end: start + body.length })
  }
  return found
}

/** The column at which the text was wrapped by a machine; undefined where its line ends are paragraph ends. */
function wrapWidth(text: string, lines: readonly Range[]): number | undefined {
  let joints = 0
  let broken = 0
  let longest = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    longest = Math.max(longest, line.end - line.start)
    if (next === undefined || !isNextLine(text, line, next)) continue
    joints += 1
    if (breaksOff(text, line) && startsLow(text, next)) broken += 1
  }
  return joints >= 3 && longest <= 120 && broken >= 0.3 * joints ? longest : undefined
}

function goesOn(text: string, open: Range, line: Range, width: number | undefined): boolean {
  if (!isNextLine(text, open, line) || isMarked(text, line)) return false
  if (startsLow(text, line)) return width !== undefined || breaksOff(text, open)
  if (width === undefined) return false
  const lastLine = text.slice(open.start, open.end).split('\n').at(-1) ?? ''
  return lastLine.length >= 0.7 * width
}

function isNextLine(text: string, before: Range, line: Range): boolean {
  return /^[^\n]*\n[^\n]*$/.test(text.slice(before.end, line.start).replaceAll('\r\n', '\n'))
}

function breaksOff(text: string, line: Range): boolean {
  return /[\p{L}\p{N},;–—-]$/u.test(text.slice(Math.max(line.start, line.end - 2), line.end))
}

function startsLow(text: string, line: Range): boolean {
  return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2))
}

function isMarked(text: string, line: Range): boolean {
  return /^(?:[-*–—•·>#]\s|\d{1,2}[.)] )/.test(text.slice(line.start, line.start + 4))
}
