/** A sequence for a linear-chain model: hashed features of each position, and of the step into it from the one before. */
export type Sequence = {
  readonly length: number
  /** Features of each position, into the table of single labels. */
  readonly nodes: readonly (readonly number[])[]
  /** Features of each step, into the table of label pairs; the first position's are unused. */
  readonly edges: readonly (readonly number[])[]
}

/** Rows of weights by hashed feature: an open-addressed table of (feature, row) pairs and the rows, `width` weights each. */
export type FeatureTable = {
  readonly slots: Int32Array
  readonly mask: number
  readonly rows: Int8Array
  readonly width: number
}

/** Weights of a linear chain over `labels` labels: of single labels, and of pairs. A weight is `scale` times its byte. */
export type ChainWeights = {
  readonly labels: number
  readonly node: FeatureTable
  readonly edge: FeatureTable
  readonly scale: number
}

/** Scores of a sequence: `node[t * L + y]` and `edge[(t * L + from) * L + to]`. */
export type Scores = {
  readonly labels: number
  readonly length: number
  node: Float64Array
  edge: Float64Array
}

/** Sums the weights of a sequence's features. A feature that is not in the table weighs nothing. */
export function scoresOf(sequence: Sequence, weights: ChainWeights): Scores {
  const { labels, scale } = weights
  const pairs = labels * labels
  const node = new Float64Array(sequence.length * labels)
  const edge = new Float64Array(sequence.length * pairs)
  for (let t = 0; t < sequence.length; t++) {
    addRows(node, t * labels, { features: sequence.nodes[t] ?? [], table: weights.node })
    if (t > 0) addRows(edge, t * pairs, { features: sequence.edges[t] ?? [], table: weights.edge })
  }
  for (let i = 0; i < node.length; i++) node[i] = at(node, i) * scale
  for (let i = 0; i < edge.length; i++) edge[i] = at(edge, i) * scale
  return { labels, length: sequence.length, node, edge }
}

// The inner loop of the stage: whole numbers are summed, and scaled afterwards.
function addRows(
  sums: Float64Array,
  from: number,
  given: { readonly features: readonly number[]; readonly table: FeatureTable },
): void {
  const { slots, mask, rows, width } = given.table
  for (const feature of given.features) {
    let slot = feature & mask
    while (slots[slot * 2 + 1] !== -1 && slots[slot * 2] !== feature) slot = (slot + 1) & mask
    const row = slots[slot * 2 + 1] ?? -1
    if (row < 0) continue
    for (let y = 0; y < width; y++) sums[from + y] = (sums[from + y] ?? 0) + (rows[row * width + y] ?? 0)
  }
}

/** The best labels of a sequence; the lowest label wins a tie. */
export function bestPath({ labels, length, node, edge }: Scores): Uint8Array {
  const best = new Float64Array(length * labels)
  const back = new Uint8Array(length * labels)
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < labels; y++) {
      let top = t === 0 ? 0 : Number.NEGATIVE_INFINITY
      for (let x = 0; t > 0 && x < labels; x++) {
        const score = at(best, (t - 1) * labels + x) + at(edge, (t * labels + x) * labels + y)
        if (score > top) {
          top = score
          back[t * labels + y] = x
        }
      }
      best[t * labels + y] = top + at(node, t * labels + y)
    }
  }
  const path = new Uint8Array(length)
  for (let t = length - 1; t >= 0; t--) {
    if (t < length - 1) path[t] = back[(t + 1) * labels + (path[t + 1] ?? 0)] ?? 0
    else
      for (let y = 1; y < labels; y++)
        if (at(best, t * labels + y) > at(best, t * labels + (path[t] ?? 0))) path[t] = y
  }
  return path
}

/** Probability of each label at each position: `[t * L + y]`. */
export function marginals({ labels, length, node, edge }: Scores): Float64Array {
  const forward = new Float64Array(length * labels)
  const backward = new Float64Array(length * labels)
  const row = new Float64Array(labels)
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < labels; y++) {
      for (let x = 0; x < labels; x++)
        row[x] =
          t === 0
            ? x === 0
              ? 0
              : Number.NEGATIVE_INFINITY
            : at(forward, (t - 1) * labels + x) + at(edge, (t * labels + x) * labels + y)
      forward[t * labels + y] = logSum(row) + at(node, t * labels + y)
    }
  }
  for (let t = length - 2; t >= 0; t--) {
    for (let x = 0; x < labels; x++) {
      for (let y = 0; y < labels; y++) {
        const next = (t + 1) * labels + y
        row[y] = at(backward, next) + at(node, next) + at(edge, ((t + 1) * labels + x) * labels + y)
      }
      backward[t * labels + x] = logSum(row)
    }
  }
  const result = new Float64Array(length * labels)
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < labels; y++) row[y] = at(forward, t * labels + y) + at(backward, t * labels + y)
    const total = logSum(row)
    for (let y = 0; y < labels; y++) result[t * labels + y] = Math.exp(at(row, y) - total)
  }
  return result
}

function logSum(row: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY
  for (const value of row) if (value > top) top = value
  if (top === Number.NEGATIVE_INFINITY) return top
  let sum = 0
  for (const value of row) sum += Math.exp(value - top)
  return top + Math.log(sum)
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
