import { weightTable } from './weight-files.ts'

/** Weights by feature, in 64ths; a feature that is not in the table weighs nothing. */
export type LinearModel = ReadonlyMap<string, number>

const loaded = new Map<string, LinearModel>()

/** The linear model in `weights/boundaries/NAME.tsv` (columns `id` = feature, `weight`), read once. */
export function linearModel(name: string): LinearModel {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const model = new Map<string, number>()
  for (const line of (weightTable(`boundaries/${name}.tsv`) ?? '').split('\n')) {
    const tab = line.indexOf('\t')
    const weight = Number(line.slice(tab + 1))
    if (tab > 0 && Number.isInteger(weight)) model.set(line.slice(0, tab), weight)
  }
  loaded.set(name, model)
  return model
}

/** The sum of the weights of the features; above zero is a yes. */
export function scoreOf(model: LinearModel, features: readonly string[]): number {
  let sum = 0
  for (const feature of features) sum += model.get(feature) ?? 0
  return sum
}
