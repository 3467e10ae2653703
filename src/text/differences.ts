/** What became of a part of a list: kept, gone, or new. `before` and `after` are its places in the two lists. */
export type Difference =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number }

/** More comparisons than this are not made: what lies between the common ends then counts as replaced. */
const mostComparisons = 4_000_000

/** The fewest parts to take out and put in that turn one list into another, in order; equal ends are matched first. */
export function differencesOf(before: readonly string[], after: readonly string[]): readonly Difference[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  const middle = between(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  return [
    ...Array.from({ length: head }, (_, i) => same(i, i)),
    ...middle.map((each) => moved(each, head)),
    ...Array.from({ length: tail }, (_, i) => same(before.length - tail + i, after.length - tail + i)),
  ]
}

function same(before: number, after: number): Difference {
  return { kind: 'same', before, after }
}

function moved(difference: Difference, by: number): Difference {
  switch (difference.kind) {
    case 'same':
      return same(difference.before + by, difference.after + by)
    case 'removed':
      return { kind: 'removed', before: difference.before + by }
    case 'added':
      return { kind: 'added', after: difference.after + by }
  }
}

function between(before: readonly string[], after: readonly string[]): readonly Difference[] {
  const width = after.length + 1
  if (before.length * after.length > mostComparisons)
    return [
      ...before.map((_, i): Difference => ({ kind: 'removed', before: i })),
      ...after.map((_, j): Difference => ({ kind: 'added', after: j })),
    ]
  // lengths[i][j]: the longest common subsequence of what follows i and j.
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: Difference[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) found.push(same(i++, j++))
    else if (i < before.length && (j === after.length || at(i + 1, j) >= at(i, j + 1)))
      found.push({ kind: 'removed', before: i++ })
    else found.push({ kind: 'added', after: j++ })
  }
  return found
}
