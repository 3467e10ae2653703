/** A stretch of a text whose article is known from context. Half-open, in UTF-16 units: `end` is the first unit not included. */
export type Range = { readonly start: number; readonly end: number }

/** A stretch of one article's text. Half-open: `end` is the first unit not included. */
export type Span = Range & { readonly article: string }

/** The characters that a range covers. */
export function quoteOf(text: string, range: Range): string {
  return text.slice(range.start, range.end)
}

/** The characters that several ranges cover, joined by an ellipsis where something lies between them. */
export function quoteOfAll(text: string, ranges: readonly Range[]): string {
  return ranges.map((range) => quoteOf(text, range)).join(' … ')
}

/** True when the ranges share at least one unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The smallest range that covers all of the given ones; undefined for an empty list. */
export function hull(ranges: readonly Range[]): Range | undefined {
  const first = ranges[0]
  if (first === undefined) return undefined
  let { start, end } = first
  for (const range of ranges) {
    if (range.start < start) start = range.start
    if (range.end > end) end = range.end
  }
  return { start, end }
}

/** Text order: by start, the longer first on a tie. */
export function byPosition(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end
}
