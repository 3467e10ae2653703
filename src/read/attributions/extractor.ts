import { type Arena, fillMap, newArena, planMap } from '../../text/reader/arena.ts'
import { type KernelKind, openKernel } from '../../text/reader/kernel.ts'
import { type Container, openWeights, type Weights } from '../../text/reader/weights.ts'
import { type CueSpan, type CueView, viewSlots } from './cue-view.ts'
import { type WordFeatures, wordSlots } from './word-features.ts'

/** The trained extractor's network over the reader's states; training/attribution/README.md is its specification. */
export type Extractor = {
  readonly model: string
  /** Reads a paragraph of at most `mostWords` words, each with its state: scores of each word as O, B, I of a cue. */
  readonly cues: (states: readonly Int16Array[], words: WordFeatures) => Float32Array
  /** Scores of each word of a view as outside, source, content and cue, over the paragraph that was read last. */
  readonly parts: (view: CueView, cue: CueSpan) => Float32Array
}

/** The most words of a paragraph, and of a view. */
export const mostWords = 512

type Header = Container & { readonly state: number; readonly d: number; readonly e: number }

/** Opens the extractor over the bytes of its weights; throws when they are of another format. */
export function openExtractor(bytes: Uint8Array, wanted?: KernelKind): Extractor {
  const weights = openWeights<Header>(bytes)
  const { model, state, d, e, scales } = weights.header
  const arena = newArena()
  const plan = (...names: string[]) => ({ names, map: planMap(arena, weights, names) })
  const maps = {
    own: plan('own'),
    up: plan('up'),
    cue: plan('cue'),
    part: plan('part'),
    ends: plan('head', 'first', 'last'),
    out: plan('out'),
  }
  const layers = [plan('w0'), plan('w1')]
  const viewLayers = [plan('v0'), plan('v1')]
  const wordTable = planTable(arena, { name: 'word', sizes: wordSlots, width: d })
  const viewTable = planTable(arena, { name: 'view', sizes: viewSlots, width: e })
  const rows = mostWords + 8
  const at = {
    q: arena.take(rows * state * 2),
    up: arena.take(rows * d * 4),
    x: arena.take(rows * Math.max(d, e) * 4),
    y: arena.take(rows * Math.max(d, e) * 2),
    z: arena.take(rows * 3 * Math.max(d, e) * 4),
    words: arena.take(rows * d * 2),
    parts: arena.take(rows * maps.part.map.r * 4),
    three: arena.take(8 * d * 2),
    ends: arena.take(8 * maps.ends.map.r * 4),
    scores: arena.take(rows * 8 * 4),
    slots: arena.take(rows * Math.max(wordSlots.length, viewSlots.length) * 2),
  }
  const { kernel, memory } = openKernel(arena.size() + 4096, wanted)
  for (const { names, map } of [...Object.values(maps), ...layers, ...viewLayers])
    fillMap(memory, map, weights, names)
  const floats = new Float32Array(memory)
  const integers = new Int16Array(memory)
  const numbers = new Uint16Array(memory)
  for (const table of [wordTable, viewTable]) fillTable(memory, table, weights)
  const rms = scales.rms ?? 0

  let read = 0
  let hasParts = false

  function linear({ map }: ReturnType<typeof plan>, n: number, from: number, to: number): void {
    kernel.linear((n + 3) & ~3, map.k, map.r, from, map.w, map.scale, map.bias, to)
  }

  function recur(own: readonly ReturnType<typeof plan>[], n: number, width: number, to: number): void {
    for (const layer of own) {
      kernel.rmsQuant((n + 3) & ~3, width, at.x, at.y, rms)
      linear(layer, n, at.y, at.z)
      kernel.scan(n, width / 2, at.z, at.x)
    }
    kernel.rmsQuant((n + 3) & ~3, width, at.x, to, rms)
  }

  function cues(states: readonly Int16Array[], words: WordFeatures): Float32Array {
    const n = states.length
    for (let i = 0; i < n; i++) integers.set(states[i] ?? [], (at.q >> 1) + i * state)
    linear(maps.own, n, at.q, at.x)
    addHeads(states, words.heads)
    addRows(wordTable, n, words.slots)
    recur(layers, n, d, at.words)
    linear(maps.cue, n, at.words, at.scores)
    hasParts = false
    read = n
    return scoresOf(n, 3)
  }

  // Each word gets what its head gives it; only a third of the words are heads, and only their states are multiplied.
  function addHeads(states: readonly Int16Array[], heads: Int32Array): void {
    const places = new Int16Array(states.length).fill(-1)
    let count = 0
    for (const head of heads) {
      if (head < 0 || places[head] !== -1) continue
      places[head] = count
      integers.set(states[head] ?? [], (at.q >> 1) + count++ * state)
    }
    linear(maps.up, count, at.q, at.up)
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i] ?? -1
      if (head >= 0) kernel.addTo(d, at.x + i * d * 4, at.up + num(places[head]) * d * 4)
    }
  }

  function parts(view: CueView, cue: CueSpan): Float32Array {
    // Half of all paragraphs have no cue.
    if (!hasParts) linear(maps.part, read, at.words, at.parts)
    hasParts = true
    const n = view.to - view.from
    const ends = [view.head, cue.from, cue.to - 1]
    ends.forEach((word, i) => {
      integers.copyWithin(
        (at.three >> 1) + i * d,
        (at.words >> 1) + word * d,
        (at.words >> 1) + (word + 1) * d,
      )
    })
    linear(maps.ends, 4, at.three, at.ends)
    kernel.addTo(e, at.ends, at.ends + (maps.ends.map.r + e) * 4)
    kernel.addTo(e, at.ends, at.ends + (2 * maps.ends.map.r + 2 * e) * 4)
    const first = (at.parts >> 2) + view.from * e
    floats.copyWithin(at.x >> 2, first, first + n * e)
    for (let i = 0; i < n; i++) kernel.addTo(e, at.x + i * e * 4, at.ends)
    addRows(viewTable, n, view.slots)
    recur(viewLayers, n, e, at.y)
    linear(maps.out, n, at.y, at.scores)
    return scoresOf(n, 4)
  }

  // One row of each table is added to what stands at `x`.
  function addRows({ offsets, first, width }: Table, n: number, slots: Uint16Array): void {
    const count = offsets.length
    const to = at.slots >> 1
    for (let k = 0; k < count; k++) {
      const offset = num(offsets[k])
      for (let i = k; i < n * count; i += count) numbers[to + i] = offset + num(slots[i])
    }
    kernel.addRows(n, width, at.x, at.slots, count, first)
  }

  function scoresOf(n: number, width: number): Float32Array {
    const scores = new Float32Array(n * width)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < width; j++) scores[i * width + j] = num(floats[(at.scores >> 2) + i * 8 + j])
    return scores
  }

  return { model, cues, parts }
}

/** Embedding tables under one another in the kernel's memory. */
type Table = {
  readonly name: 'word' | 'view'
  readonly first: number
  readonly width: number
  readonly offsets: readonly number[]
}

function planTable(
  arena: Arena,
  given: { readonly name: 'word' | 'view'; readonly sizes: readonly number[]; readonly width: number },
): Table {
  const { name, sizes, width } = given
  let sum = 0
  const offsets = sizes.map((size) => {
    sum += size
    return sum - size
  })
  return { name, first: arena.take(sum * width * 4), width, offsets }
}

function fillTable(memory: ArrayBuffer, { name, first, width }: Table, weights: Weights<Header>): void {
  const small = weights.small(name)
  const scale = weights.floats(`${name}.k`)
  const rows = new Float32Array(memory, first, small.length)
  for (let i = 0; i < small.length; i++) rows[i] = num(small[i]) * num(scale[Math.floor(i / width)])
}

function num(value: number | undefined): number {
  return value ?? 0
}
