import { mix32 } from '../words/hash32.ts'

/** Which sketches have which band: open addressing over numbers of sketches plus one, 0 where free. */
export type BandTable = { slots: Int32Array; used: number }

/** A table without entries. */
export function emptyBands(): BandTable {
  return { slots: new Int32Array(1024), used: 0 }
}

/** Tells where the search for a band of a sketch begins; `band` is its index among the 64 bands of two minima. */
function startOf(table: BandTable, sketch: ArrayLike<number>, band: number): number {
  const pair = ((sketch[2 * band] ?? 0) << 16) | (sketch[2 * band + 1] ?? 0)
  return mix32(pair ^ Math.imul(band + 1, 0x9e3779b1)) & (table.slots.length - 1)
}

/** How many slots are looked at for one band: a text copied a thousand times crowds a band, and its first copies tell enough. */
const probes = 16

/** Numbers of the sketches that may share one of the sketch's bands, each once, in the order found. */
export function sharingBand(table: BandTable, sketch: ArrayLike<number>): Set<number> {
  const found = new Set<number>()
  for (let band = 0; band < 64; band++) {
    let at = startOf(table, sketch, band)
    for (let probe = 0; probe < probes; probe++) {
      const number = table.slots[at] ?? 0
      if (number === 0) break
      found.add(number - 1)
      at = (at + 1) & (table.slots.length - 1)
    }
  }
  return found
}

/** Enters the 64 bands of a sketch; a band whose neighbourhood is full is left out. */
export function enterBands(table: BandTable, number: number, sketch: ArrayLike<number>): void {
  for (let band = 0; band < 64; band++) {
    let at = startOf(table, sketch, band)
    for (let probe = 0; probe < probes; probe++) {
      if (table.slots[at] === 0) {
        table.slots[at] = number + 1
        table.used++
        break
      }
      at = (at + 1) & (table.slots.length - 1)
    }
  }
}

/** A table of the given sketches with room for as many again; the same whatever the table was before. */
export function bandsOfAll(sketches: ReadonlyMap<number, { readonly sketch: ArrayLike<number> }>): BandTable {
  let length = 1024
  while (length < sketches.size * 64 * 3) length *= 2
  const table: BandTable = { slots: new Int32Array(length), used: 0 }
  for (const [number, { sketch }] of sketches) enterBands(table, number, sketch)
  return table
}
