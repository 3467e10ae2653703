import { lineIndex } from './line-index.ts'
import { weightTable } from './weight-files.ts'

/** Weights by feature, in 64ths; a feature that is not in the table weighs nothing. */
export type LinearModel = { readonly weightOf: (feature: string) => number }

const loaded = new Map<string, LinearModel>()

/** The linear model in `weights/boundaries/NAME.tsv` (columns `id` = feature, `weight`), read once. */
export function linearModel(name: string): LinearModel {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const index = lineIndex(weightTable(`boundaries/${name}.tsv`) ?? '', '\t')
  const weights = new Map<string, number>()

  // Asked for the same few thousand features over and over, so what was asked is kept.
  function weightOf(feature: string): number {
    const kept = weights.get(feature)
    if (kept !== undefined) return kept
    if (weights.size >= mostKept) weights.clear()
    const line = index.find(feature)
    const weight = line < 0 ? 0 : Number(index.rest(line)) || 0
    weights.set(feature, weight)
    return weight
  }

  const model = { weightOf }
  loaded.set(name, model)
  return model
}

const mostKept = 200_000

/** The sum of the weights of the features; above zero is a yes. */
export function scoreOf(model: LinearModel, features: readonly string[]): number {
  let sum = 0
  for (const feature of features) sum += model.weightOf(feature)
  return sum
}
