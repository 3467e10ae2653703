import { lineIndex } from './line-index.ts'
import { weightTable } from './weight-files.ts'

/** A feature in parts, never joined: most features of a place are in no table. */
export type Feature = readonly string[]

/** Weights by feature, in 64ths; a feature that is not in the table weighs nothing. */
export type LinearModel = { readonly weightOf: (feature: Feature) => number }

const loaded = new Map<string, LinearModel>()

/** The linear model in `weights/boundaries/NAME.tsv` (columns `id` = feature, `weight`), read once. */
export function linearModel(name: string): LinearModel {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const index = lineIndex(weightTable(`boundaries/${name}.tsv`) ?? '', '\t')
  const weights = new Float64Array(index.count).fill(Number.NaN)

  function weightOf(feature: Feature): number {
    const line = index.findParts(feature)
    if (line < 0) return 0
    const kept = weights[line]
    if (kept !== undefined && !Number.isNaN(kept)) return kept
    // The row that names the columns has no number.
    const weight = Number(index.rest(line)) || 0
    weights[line] = weight
    return weight
  }

  const model = { weightOf }
  loaded.set(name, model)
  return model
}

/** The sum of the weights of the features; above zero is a yes. */
export function scoreOf(model: LinearModel, features: readonly Feature[]): number {
  let sum = 0
  for (const feature of features) sum += model.weightOf(feature)
  return sum
}
