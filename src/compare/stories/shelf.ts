import type { Features } from '../features/article-features.ts'
import { sketchSize } from '../features/sketch.ts'
import { numberOf, type Vocabulary } from './vocabulary.ts'

/** How many terms, names, title words and neighbours of an article are kept at most. */
export const shelfSizes = { terms: 64, names: 24, title: 12, near: 24 } as const

/** Where the parts of an article's row begin: counts, terms, names, title, weights (a byte each). */
export const partsAt = { counts: 0, terms: 1, names: 65, title: 89, weights: 101 } as const
const rowLength = 117

/**
 * The window's articles in columns of fixed width, in a ring: they are numbered as they come and leave in that order.
 * Article `n` stands in slot `n % capacity`.
 */
export type Shelf = {
  first: number
  next: number
  capacity: number
  ids: string[]
  at: Float64Array
  /** The number of its story. */
  story: Int32Array
  /** The article it copies; its own number where it copies none, -1 where the original has left the window. */
  original: Int32Array
  rows: Uint32Array
  sketches: Uint16Array
  /** The nearest neighbours, by number plus one, and their log-odds times 100, the nearest first. */
  near: Int32Array
  odds: Int16Array
}

/** A shelf without articles. */
export function emptyShelf(): Shelf {
  return shelfOf(256, 0)
}

/** A shelf of a capacity without articles, the first of which will have the given number. */
export function shelfOf(capacity: number, first: number): Shelf {
  return {
    first,
    next: first,
    capacity,
    ids: new Array<string>(capacity).fill(''),
    at: new Float64Array(capacity),
    story: new Int32Array(capacity),
    original: new Int32Array(capacity),
    rows: new Uint32Array(capacity * rowLength),
    sketches: new Uint16Array(capacity * sketchSize),
    near: new Int32Array(capacity * shelfSizes.near),
    odds: new Int16Array(capacity * shelfSizes.near),
  }
}

/** The columns of a shelf that hold numbers, with how many an article has in each. */
export function columnsOf(shelf: Shelf) {
  return [
    { column: shelf.at, width: 1 },
    { column: shelf.story, width: 1 },
    { column: shelf.original, width: 1 },
    { column: shelf.rows, width: rowLength },
    { column: shelf.sketches, width: sketchSize },
    { column: shelf.near, width: shelfSizes.near },
    { column: shelf.odds, width: shelfSizes.near },
  ] as const
}

/** A shelf of the given capacity with the same articles. */
export function resized(shelf: Shelf, capacity: number): Shelf {
  const larger = shelfOf(capacity, shelf.first)
  larger.next = shelf.next
  const from = columnsOf(shelf)
  columnsOf(larger).forEach(({ column, width }, i) => {
    const old = from[i]?.column ?? column
    for (let number = shelf.first; number < shelf.next; number++) {
      const start = (number % shelf.capacity) * width
      column.set(old.subarray(start, start + width), (number % capacity) * width)
    }
  })
  for (let number = shelf.first; number < shelf.next; number++) {
    larger.ids[number % capacity] = shelf.ids[number % shelf.capacity] ?? ''
  }
  return larger
}

/** Puts an article on the shelf, which must have room; returns its number. */
export function shelve(shelf: Shelf, features: Features, time: number): number {
  const number = shelf.next++
  const slot = number % shelf.capacity
  shelf.ids[slot] = features.article
  shelf.at[slot] = time
  shelf.story[slot] = -1
  shelf.original[slot] = number
  shelf.rows.fill(0, slot * rowLength, (slot + 1) * rowLength)
  shelf.sketches.fill(0, slot * sketchSize, (slot + 1) * sketchSize)
  shelf.near.fill(0, slot * shelfSizes.near, (slot + 1) * shelfSizes.near)
  shelf.odds.fill(0, slot * shelfSizes.near, (slot + 1) * shelfSizes.near)
  return number
}

/** Writes the terms, names and title of an article into its row, by the vocabulary's numbers in ascending order. */
export function writeRow(shelf: Shelf, number: number, features: Features, vocabulary: Vocabulary): void {
  const row = rowOf(shelf, number)
  const terms = features.terms
    .slice(0, shelfSizes.terms)
    .map((hash, i) => [numberOf(vocabulary, hash), features.weights[i] ?? 1] as const)
    .sort((a, b) => a[0] - b[0])
  const ascending = (hashes: readonly number[], most: number) =>
    hashes
      .slice(0, most)
      .map((hash) => numberOf(vocabulary, hash))
      .sort((a, b) => a - b)
  const names = ascending(features.names, shelfSizes.names)
  const title = ascending(features.title, shelfSizes.title)
  row[partsAt.counts] = terms.length | (names.length << 8) | (title.length << 16)
  terms.forEach(([term, weight], i) => {
    row[partsAt.terms + i] = term
    const word = partsAt.weights + (i >> 2)
    row[word] = (row[word] ?? 0) | (weight << (8 * (i & 3)))
  })
  row.set(names, partsAt.names)
  row.set(title, partsAt.title)
  shelf.sketches.set(features.sketch, (number % shelf.capacity) * sketchSize)
}

/** An article's row: a view, not a copy. */
export function rowOf(shelf: Shelf, number: number): Uint32Array {
  const start = rowStart(shelf, number)
  return shelf.rows.subarray(start, start + rowLength)
}

/** Where an article's row begins among `rows`, for who reads it often: a view costs more than it shows. */
export function rowStart({ capacity }: Shelf, number: number): number {
  return (number % capacity) * rowLength
}

/** How many terms, names and title words the row that begins at `start` has. */
export function countsAt(rows: Uint32Array, start: number) {
  const counts = rows[start + partsAt.counts] ?? 0
  return { terms: counts & 0xff, names: (counts >> 8) & 0xff, title: (counts >> 16) & 0xff }
}

/** The weight of the term at an index of the row that begins at `start`, 1 to 255. */
export function weightIn(rows: Uint32Array, start: number, i: number): number {
  return ((rows[start + partsAt.weights + (i >> 2)] ?? 0) >>> (8 * (i & 3))) & 0xff
}

/** An article's sketch: a view, not a copy. */
export function sketchAt(shelf: Shelf, number: number): Uint16Array {
  const start = (number % shelf.capacity) * sketchSize
  return shelf.sketches.subarray(start, start + sketchSize)
}

/** The terms, names or title words of a row, ascending: a view. */
export function partOf(row: Uint32Array, part: 'terms' | 'names' | 'title'): Uint32Array {
  const counts = row[partsAt.counts] ?? 0
  const shift = part === 'terms' ? 0 : part === 'names' ? 8 : 16
  const start = partsAt[part]
  return row.subarray(start, start + ((counts >> shift) & 0xff))
}

/** The weight of the term at an index of a row, 1 to 255. */
export function weightAt(row: Uint32Array, i: number): number {
  return weightIn(row, 0, i)
}
