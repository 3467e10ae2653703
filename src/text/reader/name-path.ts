/**
 * The best sequence of name tags (O, B-X, I-X) in which I-X follows only B-X or I-X: for n words whose scores begin at `first`,
 * `stride` apart. Scores are added in order in 32 bits; on a tie the lower previous tag wins.
 */
export function bestNames(
  scores: Float32Array,
  first: number,
  stride: number,
  n: number,
  tags: readonly string[],
): Int32Array {
  const count = tags.length
  const before = predecessors(tags)
  const back = new Int32Array(n * count)
  let sums = new Float32Array(count)
  let next = new Float32Array(count)
  for (let j = 0; j < count; j++) {
    sums[j] = before[j] === undefined ? (scores[first + j] ?? 0) : Number.NEGATIVE_INFINITY
  }
  for (let i = 1; i < n; i++) {
    const top = highest(sums)
    for (let j = 0; j < count; j++) {
      const allowed = before[j]
      const from = allowed === undefined ? top : higherOf(sums, allowed)
      back[i * count + j] = from
      next[j] = (sums[from] ?? 0) + (scores[first + i * stride + j] ?? 0)
    }
    const spare = sums
    sums = next
    next = spare
  }
  const path = new Int32Array(n)
  let tag = highest(sums)
  for (let i = n - 1; i >= 0; i--) {
    path[i] = tag
    tag = back[i * count + tag] ?? 0
  }
  return path
}

const known = new WeakMap<readonly string[], (readonly [number, number] | undefined)[]>()

/** For each tag the two that may stand before it, lower first; undefined where all may. */
function predecessors(tags: readonly string[]): (readonly [number, number] | undefined)[] {
  const found = known.get(tags)
  if (found !== undefined) return found
  const made = tags.map((tag, inside) => {
    if (!tag.startsWith('I-')) return undefined
    const begin = tags.indexOf(`B-${tag.slice(2)}`)
    return [Math.min(begin, inside), Math.max(begin, inside)] as const
  })
  known.set(tags, made)
  return made
}

function highest(sums: Float32Array): number {
  let found = 0
  for (let j = 1; j < sums.length; j++) if ((sums[j] ?? 0) > (sums[found] ?? 0)) found = j
  return found
}

function higherOf(sums: Float32Array, [low, high]: readonly [number, number]): number {
  return (sums[high] ?? 0) > (sums[low] ?? 0) ? high : low
}
