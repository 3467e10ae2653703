import type { Sentence } from '../../model/language.ts'
import type { EventStatus, TimeExpression } from '../../model/reading.ts'
import { weightTable } from '../../text/weight-files.ts'
import { standingFeatures } from './standing-features.ts'

/** The classes of the model, in the order of its columns. */
export const standingClasses: readonly EventStatus[] = ['happened', 'planned', 'denied', 'unknown']

/** How an event stands by the model of `weights/events/standing.tsv`, which weighs what the automata and the tree say; undefined without weights or without a tree. */
export function standingByModel(
  sentence: Sentence,
  at: number,
  given: { readonly times: readonly TimeExpression[]; readonly status: string },
): EventStatus | undefined {
  weights ??= readWeights()
  if (weights.size === 0 || sentence.tokens[at]?.head === undefined) return undefined
  const sums = standingClasses.map(() => 0)
  for (const feature of new Set(standingFeatures(sentence, at, given)))
    weights.get(feature)?.forEach((weight, i) => {
      sums[i] = (sums[i] ?? 0) + weight
    })
  return standingClasses[sums.indexOf(Math.max(...sums))]
}

let weights: ReadonlyMap<string, readonly number[]> | undefined

function readWeights(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (const line of (weightTable('events/standing.tsv') ?? '').split('\n')) {
    const [feature, ...cells] = line.split('\t')
    const numbers = cells.map(Number)
    if (feature !== undefined && numbers.length === standingClasses.length && numbers.every(Number.isInteger))
      found.set(feature, numbers)
  }
  return found
}
