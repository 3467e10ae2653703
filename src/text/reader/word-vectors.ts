import { type LineIndex, lineIndex } from '../line-index.ts'
import { weightFile } from '../weight-files.ts'
import { formRows } from './form-features.ts'
import { openWeights, type Weights } from './weights.ts'

/** The reader's own vector of a word, of length one; undefined for a word that it has none of, and without weights. */
export type VectorOf = (form: string) => Float32Array | undefined

let opened: { readonly weights: Weights; readonly vocabulary: LineIndex } | undefined
const known = new Map<string, Float32Array | undefined>()
const mostKnown = 50_000

/** Looks up the vector of a word in lower case (100 numbers, see training/FORMAT.md, "Word features"). */
export const vectorOf: VectorOf = (form) => {
  if (known.has(form)) return known.get(form)
  if (opened === undefined) {
    const bytes = weightFile('reader/reader.bin')
    if (bytes === undefined) return undefined
    const weights = openWeights(bytes)
    opened = { weights, vocabulary: lineIndex(weights.text('words')) }
  }
  const vector = unpacked(opened.weights, formRows(form, opened.weights.header, opened.vocabulary).vector)
  if (known.size >= mostKnown) known.clear()
  known.set(form, vector)
  return vector
}

// Two numbers a byte, four bits each.
function unpacked(weights: Weights, row: number): Float32Array | undefined {
  if (row < 0) return undefined
  const packed = weights.small('vectors')
  const half = weights.header.blobs.vectors?.shape[1] ?? 0
  const vector = new Float32Array(2 * half)
  for (let j = 0; j < half; j++) {
    const two = (packed[row * half + j] ?? 0) & 255
    vector[2 * j] = (two & 15) - 8
    vector[2 * j + 1] = (two >> 4) - 8
  }
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0))
  return length === 0 ? undefined : vector.map((each) => each / length)
}
