import { table } from '../../text/table.ts'

/** Traits of a statement or of a pair of statements, by name; a trait that is left out is 0. */
export type Traits = Readonly<Record<string, number>>

/** Weights of traits in log-odds, with a bias under the name `bias`. */
export type Weights = ReadonlyMap<string, number>

/** The model of claims: which statements are worth listing, and which two say one thing. */
export type ClaimModel = { readonly worth: Weights; readonly pair: Weights }

let fitted: ClaimModel | undefined

/** The fitted weights of `data/compare-claim-weights.tsv`; made by `training/compare/fit-claims.mjs`. */
export function claimModel(): ClaimModel {
  fitted ??= { worth: weightsOf('worth'), pair: weightsOf('pair') }
  return fitted
}

function weightsOf(part: string): Weights {
  return new Map(
    table('compare-claim-weights').flatMap((row) =>
      row.part === part ? [[row.trait ?? '', Number(row.weight)] as const] : [],
    ),
  )
}

/** The log-odds that a model gives traits. */
export function weigh(traits: Traits, weights: Weights): number {
  let sum = weights.get('bias') ?? 0
  for (const name in traits) {
    const value = traits[name] ?? 0
    if (value !== 0) sum += value * (weights.get(name) ?? 0)
  }
  return sum
}
