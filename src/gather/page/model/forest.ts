import type { PageTable } from '../features/page-table.ts'
import { isAskedAgain } from '../features/second-look.ts'

/** Boosted trees as they are stored: a node is [feature, cut, left, right] (left where value <= cut) or [value]. */
export type StoredForest = {
  readonly bias: number
  readonly trees: readonly (readonly (readonly number[])[])[]
}

/** Boosted trees laid out for speed, and as they are stored. */
export type Forest = {
  readonly stored: StoredForest
  /** Pairs of a feature and where its cuts begin: those of features that are usually low rise, the others fall. */
  readonly rising: Int32Array
  readonly falling: Int32Array
  /** Cuts with the tree that each is in and the leaves that stay within reach where a value is beyond it. */
  readonly cuts: Float64Array
  readonly trees: Int32Array
  readonly masks: Int32Array
  /** The values of the leaves of each tree, with room for {@link mostLeaves}. */
  readonly leaves: Float64Array
}

const mostLeaves = 32

/** Columns that are high for most blocks: much of a page is links, and far from whatever is looked for. */
const usuallyHigh = /^(?:steps|linked share)/

type Cut = { readonly cut: number; readonly tree: number; readonly mask: number }

/** Lays stored trees out for speed; `columns` are the names of the features. */
export function forestOf(stored: StoredForest, columns: readonly string[]): Forest {
  const isHigh = columns.map((name) => usuallyHigh.test(name))
  const leaves = new Float64Array(stored.trees.length * mostLeaves)
  const cutsOf = columns.map((): Cut[] => [])
  for (const [t, tree] of stored.trees.entries()) {
    let count = 0
    // The leaves below a node as bits, those that a usual value leads to last.
    const below = (index: number): number => {
      const [first = 0, cut, left, right] = tree[index] ?? []
      if (cut === undefined || left === undefined || right === undefined) {
        if (count === mostLeaves)
          throw new Error(`tree ${t} has more than ${mostLeaves} leaves: train it with fewer`)
        leaves[t * mostLeaves + count] = first
        return 1 << count++
      }
      const usual = below(isHigh[first] ? right : left)
      const other = below(isHigh[first] ? left : right)
      cutsOf[first]?.push({ cut, tree: t, mask: ~usual })
      return usual | other
    }
    below(0)
  }
  return { stored, leaves, ...laidOut(cutsOf, isHigh) }
}

function laidOut(cutsOf: readonly Cut[][], isHigh: readonly boolean[]): Omit<Forest, 'stored' | 'leaves'> {
  const all: Cut[] = []
  const [rising, falling]: number[][] = [[], []]
  for (const [feature, cuts] of cutsOf.entries()) {
    if (cuts.length === 0) continue
    const isFalling = isHigh[feature] === true
    ;(isFalling ? falling : rising)?.push(feature, all.length)
    all.push(...cuts.sort((a, b) => (isFalling ? b.cut - a.cut : a.cut - b.cut)))
    // No value is beyond the last.
    all.push({ cut: isFalling ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, tree: 0, mask: -1 })
  }
  return {
    rising: Int32Array.from(rising ?? []),
    falling: Int32Array.from(falling ?? []),
    cuts: Float64Array.from(all, ({ cut }) => cut),
    trees: Int32Array.from(all, ({ tree }) => tree),
    masks: Int32Array.from(all, ({ mask }) => mask),
  }
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
  const reached = new Int32Array(forest.stored.trees.length)
  for (let i = 0; i < found.length; i++) {
    const look = looks?.[i]
    if (look !== undefined && !isAskedAgain(look)) found[i] = look
    else {
      reach(forest, { values, at: i * width }, reached)
      found[i] = 1 / (1 + Math.exp(-scoreOf(forest, reached)))
    }
  }
  return found
}

type Row = { readonly values: Float64Array; readonly at: number }

/**
 * Finds for each tree the leaves within reach of a row, of which the first is its leaf. Not tree by tree, but cut by cut:
 * each cut that a value is beyond puts some leaves of a tree out of reach, and most values are beyond few cuts. (QuickScorer,
 * Lucchese et al., SIGIR 2015.)
 */
function reach(
  { rising, falling, cuts, trees, masks }: Forest,
  { values, at }: Row,
  reached: Int32Array,
): void {
  reached.fill(-1)
  for (let i = 0; i < rising.length; i += 2) {
    const value = values[at + (rising[i] as number)] as number
    for (let c = rising[i + 1] as number; value > (cuts[c] as number); c++) {
      const tree = trees[c] as number
      reached[tree] = (reached[tree] as number) & (masks[c] as number)
    }
  }
  for (let i = 0; i < falling.length; i += 2) {
    const value = values[at + (falling[i] as number)] as number
    for (let c = falling[i + 1] as number; value <= (cuts[c] as number); c++) {
      const tree = trees[c] as number
      reached[tree] = (reached[tree] as number) & (masks[c] as number)
    }
  }
}

function scoreOf({ stored, leaves }: Forest, reached: Int32Array): number {
  let score = stored.bias
  for (let t = 0; t < reached.length; t++) {
    const within = reached[t] as number
    score += leaves[t * mostLeaves + 31 - Math.clz32(within & -within)] as number
  }
  return score
}

/** What moved a row's score most: features with the change in log odds that their splits made, largest first. */
export function reasons(
  { stored }: Forest,
  row: Float64Array,
): readonly { readonly feature: number; readonly change: number }[] {
  const changes = new Map<number, number>()
  for (const tree of stored.trees) {
    const means = meansOf(tree)
    let index = 0
    for (;;) {
      const [feature = 0, cut, left, right] = tree[index] ?? []
      if (cut === undefined || left === undefined || right === undefined) break
      const next = (row[feature] ?? 0) <= cut ? left : right
      changes.set(feature, (changes.get(feature) ?? 0) + (means[next] ?? 0) - (means[index] ?? 0))
      index = next
    }
  }
  return [...changes]
    .map(([f, change]) => ({ feature: f, change }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

/** The mean value of the leaves below each node of a tree; children come after their parent. */
function meansOf(tree: StoredForest['trees'][number]): Float64Array {
  const means = new Float64Array(tree.length)
  for (let i = tree.length - 1; i >= 0; i--) {
    const [first = 0, , left, right] = tree[i] ?? []
    means[i] =
      left === undefined || right === undefined ? first : ((means[left] ?? 0) + (means[right] ?? 0)) / 2
  }
  return means
}
