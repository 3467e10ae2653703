import type { Fit } from './fit.ts'

/** The rules that a fit may name, by their number in `Pairs`. */
const rules: readonly Fit['rule'][] = ['CLM-LIKE', 'CLM-QUOTED', 'CLM-RELAY', 'CLM-WORDS']

/**
 * Pairs of statements that were weighed, in columns: a story of twenty thousand articles has millions. Those of one later
 * statement lie together, in the order in which they were weighed.
 */
export type Pairs = {
  /** By later statement: where its pairs begin; one more entry than there are statements, once all are told. */
  readonly starts: Int32Array
  /** The earlier statement of each. */
  earlier: Int32Array
  scores: Float64Array
  /** The number of its rule, plus 4 where the two share enough to be put together. */
  kinds: Uint8Array
  size: number
}

/** No pairs, for so many statements. */
export function emptyPairs(statements: number): Pairs {
  const length = 1024
  return {
    starts: new Int32Array(statements + 1),
    earlier: new Int32Array(length),
    scores: new Float64Array(length),
    kinds: new Uint8Array(length),
    size: 0,
  }
}

/** Adds a pair of an earlier statement and the one at hand. */
export function addPair(pairs: Pairs, earlier: number, fit: Fit): void {
  if (pairs.size === pairs.earlier.length) enlarge(pairs)
  pairs.earlier[pairs.size] = earlier
  pairs.scores[pairs.size] = fit.score
  pairs.kinds[pairs.size] = rules.indexOf(fit.rule) + (fit.joins ? 4 : 0)
  pairs.size++
}

/** Ends the pairs of a later statement; statements are ended in their order. */
export function endPairsOf(pairs: Pairs, statement: number): void {
  pairs.starts[statement + 1] = pairs.size
}

/** The score of two statements that were weighed. */
export function scoreOf({ starts, earlier, scores }: Pairs, one: number, other: number): number | undefined {
  const [a, b] = one < other ? [one, other] : [other, one]
  for (let at = starts[b] ?? 0; at < (starts[b + 1] ?? 0); at++) if (earlier[at] === a) return scores[at]
  return undefined
}

/** A pair that may be put together. */
export type Edge = { readonly a: number; readonly b: number; readonly score: number; readonly rule: string }

/** The pairs above a score of statements that both count and share enough, the best first. */
export function edgesAbove(
  { starts, earlier, scores, kinds }: Pairs,
  least: number,
  counts: (statement: number) => boolean,
): Edge[] {
  const edges: Edge[] = []
  for (let b = 0; b + 1 < starts.length; b++) {
    if (!counts(b)) continue
    for (let at = starts[b] ?? 0; at < (starts[b + 1] ?? 0); at++) {
      const [a, kind, score] = [earlier[at] ?? 0, kinds[at] ?? 0, scores[at] ?? 0]
      if (kind < 4 || score <= least || !counts(a)) continue
      edges.push({ a, b, score, rule: rules[kind - 4] ?? '' })
    }
  }
  return edges.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}

function enlarge(pairs: Pairs): void {
  const length = Math.ceil(pairs.size * 1.5)
  const earlier = new Int32Array(length)
  const scores = new Float64Array(length)
  const kinds = new Uint8Array(length)
  earlier.set(pairs.earlier)
  scores.set(pairs.scores)
  kinds.set(pairs.kinds)
  Object.assign(pairs, { earlier, scores, kinds })
}
