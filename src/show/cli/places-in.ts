import type { Range } from '../../model/span.ts'

/** A line and a column, both counted from 1, the column in UTF-16 units. */
export type Place = { readonly line: number; readonly column: number }

/**
 * Finds where ranges of an article's text stand in the file that it came from. Where the file spells them otherwise,
 * as in markup, the place is that of the nearest words before that it does spell so, or of the text itself.
 */
export function placesIn(text: string, raw: string | undefined): (range: Range) => Place {
  const whole = raw ?? text
  const starts = lineStarts(whole)
  const offset = raw === undefined ? 0 : offsetOf(text, raw)
  return (range) => placeAt(starts, positionIn(range))

  function positionIn(range: Range): number {
    if (offset !== undefined) return range.start + offset
    for (const length of [80, 40, 20, 10]) {
      const at = whole.indexOf(text.slice(range.start, Math.min(range.end, range.start + length)))
      if (at >= 0) return at
    }
    return 0
  }
}

// Plain text stands in its file as it is, after front matter if any.
function offsetOf(text: string, raw: string): number | undefined {
  const at = raw.indexOf(text)
  return at < 0 ? undefined : at
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function placeAt(starts: readonly number[], position: number): Place {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: position - (starts[low] ?? 0) + 1 }
}
