import { mix32 } from '../words/hash32.ts'

/** Which sketches have which band: open addressing over numbers of sketches plus one, 0 where free. */
export type BandTable = { readonly slots: Int32Array; used: number }

/** How many bands of two minima of a sketch are entered: of texts 60 % alike, one pair in 44,000 shares none. */
const bands = 24

/** A table without entries. */
export function emptyBands(): BandTable {
  return { slots: new Int32Array(1024), used: 0 }
}

/** Tells where the search for a band of a sketch begins. */
function startOf(table: BandTable, sketch: ArrayLike<number>, band: number): number {
  const pair = ((sketch[2 * band] ?? 0) << 16) | (sketch[2 * band + 1] ?? 0)
  return mix32(pair ^ Math.imul(band + 1, 0x9e3779b1)) % table.slots.length
}

/** How many slots are looked at for one band: a text copied a thousand times crowds a band, and its first copies tell enough. */
const probes = 16

/** Numbers of the sketches that may share one of the sketch's bands, each once, in the order found. */
export function sharingBand(table: BandTable, sketch: ArrayLike<number>): Set<number> {
  const found = new Set<number>()
  for (let band = 0; band < bands; band++) {
    let at = startOf(table, sketch, band)
    for (let probe = 0; probe < probes; probe++) {
      const number = table.slots[at] ?? 0
      if (number === 0) break
      found.add(number - 1)
      at = (at + 1) % table.slots.length
    }
  }
  return found
}

/** Enters the bands of a sketch; false where the table is too full for another. */
export function enterBands(table: BandTable, number: number, sketch: ArrayLike<number>): boolean {
  if ((table.used + bands) * 2 > table.slots.length) return false
  for (let band = 0; band < bands; band++) {
    let at = startOf(table, sketch, band)
    for (let probe = 0; probe < probes; probe++) {
      if (table.slots[at] === 0) {
        table.slots[at] = number + 1
        table.used++
        break
      }
      at = (at + 1) % table.slots.length
    }
  }
  return true
}

/** A table of the given sketches, unless told with room for a third as many again; the same whatever it was before. */
export function bandsOf(
  numbers: readonly number[],
  sketchOf: (number: number) => ArrayLike<number>,
  length: number = Math.max(1024, Math.ceil(numbers.length * bands * 2.7)),
): BandTable {
  const table: BandTable = { slots: new Int32Array(length), used: 0 }
  for (const number of numbers) enterBands(table, number, sketchOf(number))
  return table
}
