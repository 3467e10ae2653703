import type { Container, Linear, Weights } from './weights.ts'

/** Plans places in the kernel's memory: each is a multiple of 64 bytes, with room to spare after it. */
export type Arena = { readonly take: (bytes: number) => number; readonly size: () => number }

/** A linear map laid out for the kernel: its addresses, with rows rounded up to eights and columns to sixteens. */
export type Map8 = {
  readonly k: number
  readonly r: number
  readonly w: number
  readonly scale: number
  readonly bias: number
}

/** An empty plan. The first bytes stay unused, since address 0 may belong to the kernel. */
export function newArena(): Arena {
  let top = 1024
  return {
    take(bytes) {
      const at = top
      top += (Math.ceil(bytes / 64) + 1) * 64
      return at
    },
    size: () => top,
  }
}

/** Takes room for the map that stacks the named maps, all of the same input. */
export function planMap(arena: Arena, weights: Weights<Container>, names: readonly string[]): Map8 {
  const parts = names.map((name) => weights.linear(name))
  const k = wide(parts[0]?.columns ?? 0)
  const r = parts.reduce((sum, part) => sum + eights(part.rows), 0)
  return { k, r, w: arena.take(r * k * 2), scale: arena.take(r * 4), bias: arena.take(r * 4) }
}

/** Writes the stacked maps to their places, rows packed as [r / 8][k / 2][8][2] in 16 bits. */
export function fillMap(
  memory: ArrayBuffer,
  map: Map8,
  weights: Weights<Container>,
  names: readonly string[],
): void {
  let first = 0
  for (const name of names) {
    const part = weights.linear(name)
    fillPart(memory, map, part, first)
    first += eights(part.rows)
  }
}

/** The number of rows a map takes in a stack. */
export function eights(rows: number): number {
  return (rows + 7) & ~7
}

/** Columns as the kernel wants them. */
export function wide(columns: number): number {
  return (columns + 15) & ~15
}

function fillPart(memory: ArrayBuffer, map: Map8, part: Linear, first: number): void {
  const to = new Int16Array(memory)
  const floats = new Float32Array(memory)
  floats.set(part.scale, (map.scale >> 2) + first)
  floats.set(part.bias, (map.bias >> 2) + first)
  for (let row = 0; row < part.rows; row++) {
    const at = (map.w >> 1) + ((first + row) >> 3) * 8 * map.k + ((first + row) & 7) * 2
    const from = row * part.stride
    for (let j = 0; j < part.columns; j++) to[at + (j >> 1) * 16 + (j & 1)] = part.w[from + j] ?? 0
  }
}
