import { mix32 } from '../words/hash32.ts'
import type { Lexeme } from '../words/words.ts'

/** How many minima a sketch has. */
export const sketchSize = 128

/** Words of one shingle: long enough that common phrases do not match. */
const shingle = 5

/**
 * One-permutation MinHash of a text's five-word shingles, 16 bits a minimum: one hash a shingle, its low bits choose the
 * bin. Empty bins borrow from the next full one to the right (Shrivastava and Li 2014), so that sketches stay comparable.
 */
export function sketchOf(words: readonly Pick<Lexeme, 'formHash'>[]): Uint16Array {
  const minima = new Float64Array(sketchSize).fill(Number.POSITIVE_INFINITY)
  for (const hash of shingleHashes(words)) {
    const bin = hash & (sketchSize - 1)
    if (hash < (minima[bin] ?? 0)) minima[bin] = hash
  }
  return densified(minima)
}

/** Share of equal minima: an estimate of the Jaccard resemblance of two texts. */
export function resemblance(a: Uint16Array, b: Uint16Array): number {
  let equal = 0
  for (let i = 0; i < sketchSize; i++) if (a[i] === b[i]) equal++
  return equal / sketchSize
}

/** A hash for each run of five words; shorter texts give one for the whole. */
export function shingleHashes(words: readonly Pick<Lexeme, 'formHash'>[]): Uint32Array {
  const each = new Uint32Array(words.length)
  for (const [i, word] of words.entries()) each[i] = word.formHash
  const size = Math.min(shingle, each.length)
  const hashes = new Uint32Array(Math.max(0, each.length - size + 1))
  for (let i = 0; i < hashes.length && size > 0; i++) {
    let hash = 0
    for (let k = 0; k < size; k++) hash = (Math.imul(hash, 0x9e3779b1) + (each[i + k] ?? 0)) | 0
    hashes[i] = mix32(hash)
  }
  return hashes
}

function densified(minima: Float64Array): Uint16Array {
  const sketch = new Uint16Array(sketchSize)
  for (let i = 0; i < sketchSize; i++) {
    for (let step = 0; step < sketchSize; step++) {
      const value = minima[(i + step) % sketchSize] ?? Number.POSITIVE_INFINITY
      if (value === Number.POSITIVE_INFINITY) continue
      // The distance is mixed in, so that borrowed minima match only where both texts borrow alike.
      sketch[i] = mix32(value + step * 0x2545f491) & 0xffff
      break
    }
  }
  return sketch
}
