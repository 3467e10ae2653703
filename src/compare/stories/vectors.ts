/** A sparse vector: hashes ascending, one weight each. */
export type Sparse = { readonly terms: ArrayLike<number>; readonly weights: ArrayLike<number> }

/** Cosine of two sparse vectors whose lengths are known, each term's weight multiplied by its rarity; 0 where either is empty. */
export function cosine(
  a: Sparse & { readonly norm: number },
  b: Sparse & { readonly norm: number },
  rarity: (term: number) => number,
): number {
  const lengths = a.norm * b.norm
  return lengths === 0 ? 0 : Math.min(1, dot(a, b, rarity) / lengths)
}

/** The length of a sparse vector, each term's weight multiplied by its rarity. */
export function normOf(a: Sparse, rarity: (term: number) => number): number {
  return Math.sqrt(dot(a, a, rarity))
}

/** Share of the rarity in `a`'s terms that `b` has too. */
export function coverage(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  rarity: (term: number) => number,
): number {
  let shared = 0
  let all = 0
  let j = 0
  for (let i = 0; i < a.length; i++) {
    const term = a[i] ?? 0
    const weight = rarity(term)
    all += weight
    while (j < b.length && (b[j] ?? 0) < term) j++
    if (j < b.length && b[j] === term) shared += weight
  }
  return all === 0 ? 0 : shared / all
}

/** The sum of two sparse vectors, cut to the `size` largest weights. */
export function added(
  a: Sparse,
  b: Sparse,
  size: number,
): { readonly terms: Uint32Array; readonly weights: Float32Array } {
  const sum: [number, number][] = []
  let i = 0
  let j = 0
  while (i < a.terms.length || j < b.terms.length) {
    const left = i < a.terms.length ? (a.terms[i] ?? 0) : Number.POSITIVE_INFINITY
    const right = j < b.terms.length ? (b.terms[j] ?? 0) : Number.POSITIVE_INFINITY
    const weight = (left <= right ? (a.weights[i] ?? 0) : 0) + (right <= left ? (b.weights[j] ?? 0) : 0)
    sum.push([Math.min(left, right), weight])
    if (left <= right) i++
    if (right <= left) j++
  }
  if (sum.length > size) {
    sum.sort((x, y) => y[1] - x[1] || x[0] - y[0])
    sum.length = size
    sum.sort((x, y) => x[0] - y[0])
  }
  return {
    terms: Uint32Array.from(sum, (entry) => entry[0]),
    weights: Float32Array.from(sum, (entry) => entry[1]),
  }
}

function dot(a: Sparse, b: Sparse, rarity: (term: number) => number): number {
  let sum = 0
  let j = 0
  for (let i = 0; i < a.terms.length; i++) {
    const term = a.terms[i] ?? 0
    while (j < b.terms.length && (b.terms[j] ?? 0) < term) j++
    if (j >= b.terms.length) break
    if (b.terms[j] !== term) continue
    const weight = rarity(term)
    sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0) * weight * weight
  }
  return sum
}
