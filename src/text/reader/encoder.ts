import { type Arena, eights, fillMap, type Map8, planMap } from './arena.ts'
import type { Forms } from './forms.ts'
import type { Kernel } from './kernel.ts'
import type { Weights } from './weights.ts'

/** The longest sentence that is read whole, in words; longer ones are cut by whoever asks. */
export const longestSentence = 140

/** Rows of one batch: words and one root for each sentence. */
export const batchRows = 256

/** Columns of a square of scores: a position for each word and the root, and room for whole steps of four. */
export const squareWidth = 144

/** Where a sentence of a batch stands: its root's row, and its number of rows (words and root). */
export type Place = { readonly first: number; readonly rows: number }

/** The encoder over a kernel's memory: `encode` leaves the output of a batch, 16 bits a number, at `output`. */
export type Encoder = {
  readonly output: number
  readonly scratch: number
  readonly encode: (forms: Forms, sentences: readonly (readonly string[])[]) => Place[]
}

type Layer =
  | { readonly kind: 'R'; readonly name: string; readonly z: Map8 }
  | {
      readonly kind: 'A'
      readonly name: string
      readonly qkv: Map8
      readonly o: Map8
      readonly relative: number
      readonly scale: number
    }

/** Plans the encoder's room, then opens it over a kernel's memory. */
export function planEncoder(
  arena: Arena,
  weights: Weights,
): (kernel: Kernel, memory: ArrayBuffer) => Encoder {
  const { header } = weights
  const { d, heads, dh, scales } = header
  const layers = [...header.layers].map((kind, i) => planLayer(arena, weights, kind, `l${i}`))
  const rows = batchRows + 8
  const mixed = heads * dh
  const at = {
    x: arena.take(rows * d * 4),
    y: arena.take(rows * d * 2),
    z: arena.take(rows * Math.max(3 * d, eights(3 * mixed)) * 4),
    qk: arena.take(rows * 2 * mixed * 2),
    keys: arena.take(squareWidth * dh * 2),
    scores: arena.take(squareWidth * squareWidth * 4),
    mixed: arena.take(rows * mixed * 4),
    mixedQ: arena.take(rows * mixed * 2),
    o: arena.take(rows * d * 4),
  }

  return (kernel, memory) => {
    for (const layer of layers) fillLayer(memory, weights, layer)
    const floats = new Float32Array(memory)
    const root = weights.floats('root')

    function encode(forms: Forms, sentences: readonly (readonly string[])[]): Place[] {
      const places = load(forms, sentences)
      const last = places.at(-1)
      const n = last === undefined ? 0 : last.first + last.rows
      const padded = (n + 3) & ~3
      for (const layer of layers) {
        kernel.rmsQuant(padded, d, at.x, at.y, scales.rms ?? 0)
        if (layer.kind === 'R') recur(layer, places, padded)
        else attend(layer, places, padded)
      }
      kernel.rmsQuant(padded, d, at.x, at.y, scales.rms ?? 0)
      return places
    }

    function load(forms: Forms, sentences: readonly (readonly string[])[]): Place[] {
      const rowsOf = sentences.map((sentence) => sentence.map((form) => forms.place(form)))
      forms.compute()
      const vectors = forms.vectors()
      let row = 0
      const base = at.x >> 2
      return rowsOf.map((sentence) => {
        const first = row
        floats.set(root, base + row++ * d)
        for (const form of sentence) floats.set(vectors.subarray(form * d, (form + 1) * d), base + row++ * d)
        return { first, rows: row - first }
      })
    }

    function recur({ z }: Layer & { kind: 'R' }, places: readonly Place[], n: number): void {
      kernel.linear(n, d, z.r, at.y, z.w, z.scale, z.bias, at.z)
      for (const { first, rows } of places)
        kernel.scan(rows, d / 2, at.z + first * z.r * 4, at.x + first * d * 4)
    }

    function attend(
      { qkv, o, relative, scale }: Layer & { kind: 'A' },
      places: readonly Place[],
      n: number,
    ): void {
      const two = 2 * mixed
      kernel.linear(n, d, qkv.r, at.y, qkv.w, qkv.scale, qkv.bias, at.z)
      kernel.quant(n, two, at.z, qkv.r, at.qk, two, scales.att ?? 0, 8191, 1)
      for (const { first, rows } of places) {
        for (let head = 0; head < heads; head++) {
          const q = at.qk + (first * two + head * dh) * 2
          kernel.pack(rows, dh, q + mixed * 2, two, at.keys)
          const zero = relative + (head * relativeWidth + squareWidth + 4) * 4
          kernel.scores(rows, dh, q, two, at.keys, scale, zero, at.scores, squareWidth)
          const value = at.z + (first * qkv.r + two + head * dh) * 4
          kernel.mix(
            rows,
            at.scores,
            squareWidth,
            value,
            qkv.r,
            at.mixed + (first * mixed + head * dh) * 4,
            mixed,
          )
        }
      }
      kernel.quant(n, mixed, at.mixed, mixed, at.mixedQ, mixed, scales.mix ?? 0, 32767, 1)
      kernel.linear(n, mixed, o.r, at.mixedQ, o.w, o.scale, o.bias, at.o)
      kernel.addTo(n * d, at.x, at.o)
    }

    return { output: at.y, scratch: at.scores, encode }
  }
}

/** Numbers in a row of relative scores spread over all distances that a square can have. */
export const relativeWidth = 2 * (squareWidth + 4) + 4

/** Spreads scores by clamped distance (-32 … 32) over all distances; entry 0 of the result is distance -(squareWidth + 4). */
export function spreadRelative(from: Float32Array, first: number): Float32Array {
  const middle = squareWidth + 4
  return Float32Array.from({ length: relativeWidth }, (_, i) => {
    const distance = Math.max(-32, Math.min(32, i - middle))
    return from[first + distance + 32] ?? 0
  })
}

function planLayer(arena: Arena, weights: Weights, kind: string, name: string): Layer {
  if (kind === 'R') return { kind, name, z: planMap(arena, weights, [`${name}.z`]) }
  if (kind !== 'A')
    throw new Error(`the weights have a layer of kind ${kind}, which this reader does not know`)
  return {
    kind,
    name,
    qkv: planMap(arena, weights, [`${name}.qkv`]),
    o: planMap(arena, weights, [`${name}.o`]),
    relative: arena.take(weights.header.heads * relativeWidth * 4),
    scale: weights.floats(`${name}.s`)[0] ?? 0,
  }
}

function fillLayer(memory: ArrayBuffer, weights: Weights, layer: Layer): void {
  if (layer.kind === 'R') {
    fillMap(memory, layer.z, weights, [`${layer.name}.z`])
    return
  }
  fillMap(memory, layer.qkv, weights, [`${layer.name}.qkv`])
  fillMap(memory, layer.o, weights, [`${layer.name}.o`])
  const floats = new Float32Array(memory)
  const relative = weights.floats(`${layer.name}.rel`)
  for (let head = 0; head < weights.header.heads; head++) {
    floats.set(spreadRelative(relative, head * 65), (layer.relative >> 2) + head * relativeWidth)
  }
}
