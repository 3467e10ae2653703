/** What it costs to go from one label to another: `steps[from * labels + to]`, and to begin with one, all added to scores. */
export type Steps = { readonly labels: number; readonly starts: Float64Array; readonly steps: Float64Array }

/** The best labels of a sequence of scores (`scores[t * labels + label]`, from word `from` to `to`); the lowest label wins a tie. */
export function bestPath(
  scores: Float32Array,
  { labels, starts, steps }: Steps,
  range: { readonly from: number; readonly to: number },
): Uint8Array {
  const length = range.to - range.from
  const best = new Float64Array(length * labels)
  const back = new Uint8Array(length * labels)
  for (let y = 0; y < labels; y++) best[y] = at(starts, y) + at(scores, range.from * labels + y)
  for (let t = 1; t < length; t++) {
    const before = (t - 1) * labels
    for (let y = 0; y < labels; y++) {
      let top = at(best, before) + at(steps, y)
      let from = 0
      for (let x = 1; x < labels; x++) {
        const score = at(best, before + x) + at(steps, x * labels + y)
        if (score <= top) continue
        top = score
        from = x
      }
      back[t * labels + y] = from
      best[t * labels + y] = top + at(scores, (range.from + t) * labels + y)
    }
  }
  const path = new Uint8Array(length)
  for (let t = length - 1; t >= 0; t--) {
    if (t < length - 1) path[t] = at(back, (t + 1) * labels + at(path, t + 1))
    else
      for (let y = 1; y < labels; y++)
        if (at(best, t * labels + y) > at(best, t * labels + at(path, t))) path[t] = y
  }
  return path
}

/** The share of a word's probability that its label has. */
export function chanceOf(scores: Float32Array, word: number, label: number, labels: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let y = 0; y < labels; y++) most = Math.max(most, at(scores, word * labels + y))
  let total = 0
  for (let y = 0; y < labels; y++) total += Math.exp(at(scores, word * labels + y) - most)
  return Math.exp(at(scores, word * labels + label) - most) / total
}

function at(values: { readonly [i: number]: number | undefined }, i: number): number {
  return values[i] ?? 0
}
