import type { PageTable } from '../features/page-table.ts'
import { isAskedAgain } from '../features/second-look.ts'

/** Boosted trees as they are stored: a node is [feature, cut, left, right] (left where value <= cut) or [value]. */
export type StoredForest = {
  readonly bias: number
  readonly trees: readonly (readonly (readonly number[])[])[]
}

/** Boosted trees laid out for speed: the left child of a node comes next after it. A leaf has feature -1 and its value as cut. */
export type Forest = {
  readonly bias: number
  readonly roots: Int32Array
  readonly feature: Int16Array
  readonly cut: Float64Array
  readonly right: Int32Array
}

/** Lays stored trees out for speed. */
export function forestOf(stored: StoredForest): Forest {
  const size = stored.trees.reduce((sum, tree) => sum + tree.length, 0)
  const forest: Forest = {
    bias: stored.bias,
    roots: new Int32Array(stored.trees.length),
    feature: new Int16Array(size).fill(-1),
    cut: new Float64Array(size),
    right: new Int32Array(size),
  }
  let at = 0
  for (const [t, tree] of stored.trees.entries()) {
    forest.roots[t] = at
    for (const [i, node] of tree.entries()) {
      const [first = 0, cut, left, right] = node
      const isLeaf = cut === undefined || left === undefined || right === undefined
      if (!isLeaf && left !== i + 1)
        throw new Error(
          `node ${i} of tree ${t} has ${left} for its left child where ${i + 1} is read: train it again`,
        )
      forest.feature[at + i] = isLeaf ? -1 : first
      forest.cut[at + i] = isLeaf ? first : cut
      forest.right[at + i] = isLeaf ? 0 : at + right
    }
    at += tree.length
  }
  return forest
}

/**
 * The probability that a forest gives each row of a table. Where a first look is given, a row that it is sure about is not
 * asked again: the first probability stands.
 */
export function probabilities(
  forest: Forest,
  { values, width }: PageTable,
  looks?: Float64Array,
): Float64Array {
  const found = new Float64Array(values.length / width)
  for (let i = 0; i < found.length; i++) {
    const look = looks?.[i]
    found[i] = look !== undefined && !isAskedAgain(look) ? look : probability(forest, values, i * width)
  }
  return found
}

/** The probability that a forest gives the row that begins at a place. */
function probability({ bias, roots, feature, cut, right }: Forest, values: Float64Array, at: number): number {
  let score = bias
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t] as number
    let f = feature[node] as number
    while (f >= 0) {
      node = (values[at + f] as number) <= (cut[node] as number) ? node + 1 : (right[node] as number)
      f = feature[node] as number
    }
    score += cut[node] as number
  }
  return 1 / (1 + Math.exp(-score))
}

/** What moved a row's score most: features with the change in log odds that their splits made, largest first. */
export function reasons(
  forest: Forest,
  row: Float64Array,
): readonly { readonly feature: number; readonly change: number }[] {
  const { roots, feature, cut, right } = forest
  const means = meansOf(forest)
  const changes = new Map<number, number>()
  for (const root of roots) {
    for (let node = root, f = feature[node] ?? -1; f >= 0; f = feature[node] ?? -1) {
      const next = ((row[f] ?? 0) <= (cut[node] ?? 0) ? node + 1 : right[node]) ?? 0
      changes.set(f, (changes.get(f) ?? 0) + (means[next] ?? 0) - (means[node] ?? 0))
      node = next
    }
  }
  return [...changes]
    .map(([f, change]) => ({ feature: f, change }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

/** The mean value of the leaves below each node. */
function meansOf({ feature, cut, right }: Forest): Float64Array {
  const means = new Float64Array(feature.length)
  for (let node = feature.length - 1; node >= 0; node--) {
    const isLeaf = (feature[node] ?? -1) < 0
    means[node] = isLeaf ? (cut[node] ?? 0) : ((means[node + 1] ?? 0) + (means[right[node] ?? 0] ?? 0)) / 2
  }
  return means
}
