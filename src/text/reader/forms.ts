import { lineIndex } from '../line-index.ts'
import { type Arena, fillMap, planMap, wide } from './arena.ts'
import { type FormRows, formRows } from './form-features.ts'
import type { Kernel } from './kernel.ts'
import type { Weights } from './weights.ts'

/** The vectors of word forms: `place` gives a form's place in `vectors`, once `compute` has run over the new ones. */
export type Forms = {
  readonly place: (form: string) => number
  readonly compute: () => void
  readonly vectors: () => Float32Array
  /** Forgets everything when there is little room left; only between batches. */
  readonly tidy: (coming: number) => void
}

const batch = 64
const capacity = 40_000

/** Plans the room for computing form vectors, then opens it over a kernel's memory. */
export function planForms(arena: Arena, weights: Weights): (kernel: Kernel, memory: ArrayBuffer) => Forms {
  const { header } = weights
  const inputs = weights.linear('form').columns
  const hidden = weights.linear('mlp1').rows
  const k = wide(inputs)
  const d = header.d
  const maps = ['form', 'mlp1', 'mlp2'].map((name) => ({ name, map: planMap(arena, weights, [name]) }))
  const at = {
    u: arena.take(batch * k * 4),
    q: arena.take(batch * k * 2),
    v: arena.take(batch * d * 4),
    y: arena.take(batch * d * 2),
    h: arena.take(batch * hidden * 4),
    hq: arena.take(batch * hidden * 2),
    o: arena.take(batch * d * 4),
  }

  return (kernel, memory) => {
    for (const { name, map } of maps) fillMap(memory, map, weights, [name])
    const floats = new Float32Array(memory)
    const input = inputOf(weights)
    const vocabulary = lineIndex(weights.text('words'))
    let room = 4096
    let vectors = new Float32Array(room * d)
    let known = new Map<string, number>()
    let fresh: FormRows[] = []

    function place(form: string): number {
      const found = known.get(form)
      if (found !== undefined) return found
      const next = known.size
      known.set(form, next)
      fresh.push(formRows(form, header, vocabulary))
      return next
    }

    function compute(): void {
      let first = known.size - fresh.length
      grow(known.size)
      for (let from = 0; from < fresh.length; from += batch) {
        const part = fresh.slice(from, from + batch)
        part.forEach((rows, i) => {
          const row = floats.subarray((at.u >> 2) + i * k, (at.u >> 2) + (i + 1) * k)
          input(rows, row)
        })
        run((part.length + 3) & ~3)
        vectors.set(floats.subarray(at.v >> 2, (at.v >> 2) + part.length * d), first * d)
        first += part.length
      }
      fresh = []
    }

    function run(n: number): void {
      const [form, mlp1, mlp2] = maps.map(({ map }) => map)
      if (form === undefined || mlp1 === undefined || mlp2 === undefined) return
      const { scales } = header
      kernel.quant(n, k, at.u, k, at.q, k, scales.form ?? 0, 32767, 1)
      kernel.linear(n, k, form.r, at.q, form.w, form.scale, form.bias, at.v)
      kernel.rmsQuant(n, d, at.v, at.y, scales.rms ?? 0)
      kernel.linear(n, d, mlp1.r, at.y, mlp1.w, mlp1.scale, mlp1.bias, at.h)
      kernel.quant(n, hidden, at.h, hidden, at.hq, hidden, scales.mlp ?? 0, 32767, 0)
      kernel.linear(n, hidden, mlp2.r, at.hq, mlp2.w, mlp2.scale, mlp2.bias, at.o)
      kernel.addTo(n * d, at.v, at.o)
    }

    function grow(count: number): void {
      if (count <= room) return
      while (room < count) room *= 2
      const larger = new Float32Array(room * d)
      larger.set(vectors)
      vectors = larger
    }

    function tidy(coming: number): void {
      if (known.size + coming <= capacity) return
      known = new Map()
    }

    return { place, compute, vectors: () => vectors, tidy }
  }
}

/** Writes the network's input for a form: vector, own row, affixes, mean of its n-grams; the rest of the row stays zero. */
function inputOf(weights: Weights): (rows: FormRows, to: Float32Array) => void {
  const vectors = weights.small('vectors')
  const vectorScale = weights.floats('vectors.k')
  const half = weights.header.blobs.vectors?.shape[1] ?? 0
  const own = embedding(weights, 'own')
  const affix = embedding(weights, 'affix')
  const gram = embedding(weights, 'gram')

  return (rows, to) => {
    to.fill(0)
    if (rows.vector >= 0) {
      const scale = vectorScale[rows.vector] ?? 0
      for (let j = 0; j < half; j++) {
        const two = (vectors[rows.vector * half + j] ?? 0) & 255
        to[2 * j] = ((two & 15) - 8) * scale
        to[2 * j + 1] = ((two >> 4) - 8) * scale
      }
    }
    let at = 2 * half
    own.add(rows.own, to, at)
    at += own.width
    for (const row of rows.affixes) {
      affix.add(row, to, at)
      at += affix.width
    }
    for (const row of rows.grams) gram.add(row, to, at)
    for (let j = at; j < at + gram.width; j++) to[j] = (to[j] ?? 0) / rows.grams.length
  }
}

function embedding(
  weights: Weights,
  name: string,
): { readonly width: number; readonly add: (row: number, to: Float32Array, at: number) => void } {
  const table = weights.small(name)
  const scales = weights.floats(`${name}.k`)
  const width = weights.header.blobs[name]?.shape[1] ?? 0
  return {
    width,
    add(row, to, at) {
      const scale = scales[row] ?? 0
      for (let j = 0; j < width; j++) {
        to[at + j] = (to[at + j] ?? 0) + Math.fround((table[row * width + j] ?? 0) * scale)
      }
    },
  }
}
