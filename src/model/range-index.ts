import type { Range } from './span.ts'

/** Ranges of one text, found by where they lie without a look at each. */
export type RangeIndex<T extends Range> = {
  /** Those that share at least one unit with a range, in text order. */
  readonly overlapping: (range: Range) => T[]
  /** The first that starts at an offset or after it; undefined for none. */
  readonly startingFrom: (offset: number) => T | undefined
}

/** Indexes ranges that come in the order of their starts; one may lie in another. */
export function rangeIndex<T extends Range>(ranges: readonly T[]): RangeIndex<T> {
  // The furthest end of all ranges up to each, which never falls.
  const furthest = new Float64Array(ranges.length)
  let end = 0
  ranges.forEach((range, i) => {
    end = Math.max(end, range.end)
    furthest[i] = end
  })

  function overlapping(range: Range): T[] {
    const found: T[] = []
    for (let i = firstWhere((at) => (furthest[at] ?? 0) > range.start); i < ranges.length; i++) {
      const one = ranges[i]
      if (one === undefined || one.start >= range.end) break
      if (one.end > range.start) found.push(one)
    }
    return found
  }

  function startingFrom(offset: number): T | undefined {
    return ranges[firstWhere((at) => (ranges[at]?.start ?? 0) >= offset)]
  }

  function firstWhere(isSo: (at: number) => boolean): number {
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isSo(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  return { overlapping, startingFrom }
}
