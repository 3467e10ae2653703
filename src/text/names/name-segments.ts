/**
 * The best name tags of a sentence: a chain in which I-X follows only B-X or I-X. `scores` has those of each word, undefined for a word that is
 * no part of a name (tag 0); `moves` what a tag adds after another (from × to), `starts` what it adds at a beginning. On a tie the lower tag wins.
 */
export function namePath(
  scores: readonly (Float64Array | undefined)[],
  moves: Float32Array,
  starts: Float32Array,
  tags: readonly string[],
): Int32Array {
  const count = tags.length
  const back = new Int32Array(scores.length * count)
  let sums = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
  let next = new Float64Array(count)
  scores.forEach((own, i) => {
    next.fill(Number.NEGATIVE_INFINITY)
    for (let to = 0; to < (own === undefined ? 1 : count); to++) {
      const add = own?.[to] ?? 0
      if (i === 0) {
        if (!isInside(tags, to)) next[to] = (starts[to] ?? 0) + add
        continue
      }
      for (let from = 0; from < count; from++) {
        if (isInside(tags, to) && from !== to && from !== to - 1) continue
        const sum = (sums[from] ?? 0) + (moves[from * count + to] ?? 0) + add
        if (sum <= (next[to] ?? 0)) continue
        next[to] = sum
        back[i * count + to] = from
      }
    }
    ;[sums, next] = [next, sums]
  })
  return followed(back, sums, scores.length)
}

function isInside(tags: readonly string[], tag: number): boolean {
  return tags[tag]?.startsWith('I-') === true
}

function followed(back: Int32Array, sums: Float64Array, length: number): Int32Array {
  const path = new Int32Array(length)
  let tag = 0
  sums.forEach((sum, i) => {
    if (sum > (sums[tag] ?? 0)) tag = i
  })
  for (let i = length - 1; i >= 0; i--) {
    path[i] = tag
    tag = back[i * sums.length + tag] ?? 0
  }
  return path
}
