import { hashPlaces } from '../features/hashes.ts'

/** A weight a place as it is stored: signed bytes in base 64, times `scale`, and a constant. */
export type StoredLinear = { readonly bias: number; readonly scale: number; readonly weights: string }

/** A linear model over hashed places. */
export type Linear = { readonly bias: number; readonly weights: Float64Array }

/** Unpacks stored weights. */
export function linearOf({ bias, scale, weights }: StoredLinear): Linear {
  const bytes = Uint8Array.from(atob(weights), (letter) => letter.charCodeAt(0))
  if (bytes.length !== hashPlaces)
    throw new Error(
      `data/page-model.json has ${bytes.length} weights where ${hashPlaces} are read: train it again`,
    )
  return { bias, weights: Float64Array.from(new Int8Array(bytes.buffer), (byte) => byte * scale) }
}

/** The sum of the weights of some places, without the constant. */
export function sumOf({ weights }: Linear, places: readonly number[]): number {
  let sum = 0
  for (const place of places) sum += weights[place] ?? 0
  return sum
}
