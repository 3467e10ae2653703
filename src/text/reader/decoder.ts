import { type Arena, eights, fillMap, planMap } from './arena.ts'
import { batchRows, type Encoder, type Place, relativeWidth, spreadRelative, squareWidth } from './encoder.ts'
import type { Kernel } from './kernel.ts'
import { bestNames } from './name-path.ts'
import { bestTree } from './tree.ts'
import type { Weights } from './weights.ts'

/** What the network says of one sentence, each by word: entries of the header's lists, and heads as positions (0 = root). */
export type Decoded = {
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly names: Int32Array
  readonly heads: Int32Array
  readonly deprel: Int32Array
  /** The tag heads' outputs, as many numbers a word as the header has tags. */
  readonly uposScores: Float32Array
  readonly xposScores: Float32Array
  readonly nameScores: Float32Array
  /** The encoder's output, `d` numbers a word. */
  readonly states: Int16Array
}

const stack = ['upos', 'xpos', 'names', 'ad', 'ah', 'ld', 'lh']

/** Plans the heads' room, then opens them over a kernel's memory: from encoder output to tags, names and trees. */
export function planDecoder(
  arena: Arena,
  weights: Weights,
): (kernel: Kernel, memory: ArrayBuffer, encoder: Encoder) => (places: readonly Place[]) => Decoded[] {
  const { header } = weights
  const { d, arc, lab, labm, scales } = header
  const heads = planMap(arena, weights, stack)
  const u = planMap(arena, weights, ['u'])
  const lo = planMap(arena, weights, ['lo'])
  const rows = batchRows + 8
  const both = lab + labm
  const at = {
    out: arena.take(rows * heads.r * 4),
    dep: arena.take(rows * arc * 2),
    head: arena.take(rows * arc * 2),
    u: arena.take(rows * arc * 4),
    uq: arena.take(rows * arc * 2),
    keys: arena.take(squareWidth * arc * 2),
    dist: arena.take(relativeWidth * 4),
    words: arena.take(rows * 4),
    heads: arena.take(rows * 4),
    pair: arena.take(rows * both * 2),
    labels: arena.take(rows * lo.r * 4),
  }
  const offset = offsetsOf(weights)
  const rootLabel = header.deprel.indexOf('root')

  return (kernel, memory, encoder) => {
    fillMap(memory, heads, weights, stack)
    fillMap(memory, u, weights, ['u'])
    fillMap(memory, lo, weights, ['lo'])
    const floats = new Float32Array(memory)
    const integers = new Int32Array(memory)
    const encoded = new Int16Array(memory)
    floats.set(spreadRelative(weights.floats('dist'), 0), at.dist >> 2)
    const arcScale = weights.floats('arc.s')[0] ?? 0
    const zero = at.dist + (squareWidth + 4) * 4

    return (places) => {
      const last = places.at(-1)
      const n = last === undefined ? 0 : last.first + last.rows
      const padded = (n + 3) & ~3
      kernel.linear(padded, d, heads.r, encoder.output, heads.w, heads.scale, heads.bias, at.out)
      kernel.quant(
        padded,
        arc,
        at.out + offset('ad') * 4,
        heads.r,
        at.dep,
        arc,
        scales.dep ?? 0,
        32767,
        0.125,
      )
      kernel.quant(
        padded,
        arc,
        at.out + offset('ah') * 4,
        heads.r,
        at.head,
        arc,
        scales.arc ?? 0,
        4095,
        0.125,
      )
      kernel.linear(padded, arc, u.r, at.dep, u.w, u.scale, u.bias, at.u)
      kernel.quant(padded, arc, at.u, u.r, at.uq, arc, scales.arc ?? 0, 4095, 1)
      const trees = places.map((place) => treeOf(place))
      label(places, trees)
      let word = 0
      return places.map(({ first, rows }, i) => {
        const from = word
        word += rows - 1
        return decoded(first + 1, rows - 1, trees[i] ?? new Int32Array(rows), from)
      })
    }

    function treeOf({ first, rows }: Place): Int32Array {
      kernel.pack(rows, arc, at.head + first * arc * 2, arc, at.keys)
      kernel.scores(
        rows,
        arc,
        at.uq + first * arc * 2,
        arc,
        at.keys,
        arcScale,
        zero,
        encoder.scratch,
        squareWidth,
      )
      const from = encoder.scratch >> 2
      return bestTree(floats.subarray(from, from + squareWidth * squareWidth), rows - 1, squareWidth)
    }

    function label(places: readonly Place[], trees: readonly Int32Array[]): void {
      let word = 0
      places.forEach(({ first, rows }, i) => {
        for (let position = 1; position < rows; position++, word++) {
          integers[(at.words >> 2) + word] = first + position
          integers[(at.heads >> 2) + word] = first + (trees[i]?.[position] ?? 0)
        }
      })
      const a = at.out + offset('ld') * 4
      const b = at.out + offset('lh') * 4
      kernel.pair(word, lab, labm, a, b, heads.r, at.words, at.heads, at.pair, scales.lab ?? 0)
      kernel.linear((word + 3) & ~3, both, lo.r, at.pair, lo.w, lo.scale, lo.bias, at.labels)
    }

    function decoded(first: number, n: number, tree: Int32Array, word: number): Decoded {
      const row = (name: string) => (at.out >> 2) + first * heads.r + offset(name)
      const deprel = new Int32Array(n)
      for (let i = 0; i < n; i++) {
        const from = (at.labels >> 2) + (word + i) * lo.r
        deprel[i] = tree[i + 1] === 0 ? rootLabel : best(floats, from, header.deprel.length, rootLabel)
      }
      const states = encoded.slice((encoder.output >> 1) + first * d, (encoder.output >> 1) + (first + n) * d)
      return {
        upos: bestOfEach(floats, row('upos'), heads.r, n, header.upos.length),
        xpos: bestOfEach(floats, row('xpos'), heads.r, n, header.xpos.length),
        names: bestNames(floats, row('names'), heads.r, n, header.names),
        heads: tree.subarray(1),
        deprel,
        uposScores: rowsOf(floats, row('upos'), heads.r, n, header.upos.length),
        xposScores: rowsOf(floats, row('xpos'), heads.r, n, header.xpos.length),
        nameScores: rowsOf(floats, row('names'), heads.r, n, header.names.length),
        states,
      }
    }
  }
}

function offsetsOf(weights: Weights): (name: string) => number {
  const offsets = new Map<string, number>()
  let sum = 0
  for (const name of stack) {
    offsets.set(name, sum)
    sum += eights(weights.linear(name).rows)
  }
  return (name) => offsets.get(name) ?? 0
}

function bestOfEach(
  scores: Float32Array,
  first: number,
  stride: number,
  n: number,
  width: number,
): Int32Array {
  const found = new Int32Array(n)
  for (let i = 0; i < n; i++) found[i] = best(scores, first + i * stride, width, -1)
  return found
}

function rowsOf(scores: Float32Array, first: number, stride: number, n: number, width: number): Float32Array {
  const found = new Float32Array(n * width)
  for (let i = 0; i < n; i++) {
    const from = first + i * stride
    found.set(scores.subarray(from, from + width), i * width)
  }
  return found
}

function best(scores: Float32Array, from: number, width: number, barred: number): number {
  let most = Number.NEGATIVE_INFINITY
  let found = 0
  for (let j = 0; j < width; j++) {
    const score = scores[from + j] ?? 0
    if (score > most && j !== barred) {
      most = score
      found = j
    }
  }
  return found
}
