import type { PageScan } from '../page-scan.ts'
import { hashed, hashOf, placeOf } from './hashes.ts'
import type { Columns } from './page-table.ts'

/** What a page states about its article outside its visible text: where a block echoes it, it belongs. */
export type Echoes = {
  readonly titles: readonly string[]
  readonly descriptions: readonly string[]
  readonly body: string | undefined
  readonly authors: readonly string[]
}

/** Names of the values of {@link echoFeatures}, in order. */
export const echoFeatureNames: readonly string[] = [
  'echoes the title',
  'echoes the description',
  'echoes the stated body',
  'a body is stated',
  'names an author',
]

/** Writes how much of each block repeats the stated title, description and body: shares between 0 and 1. */
export function echoFeatures(scan: PageScan, echoes: Echoes, { values, width, at }: Columns): void {
  const titles = echoes.titles.map((title) => new Set(wordsOf(title)))
  const descriptions = echoes.descriptions
    .map((text) => new Set(wordsOf(text)))
    .filter((words) => words.size >= 5)
  const body =
    echoes.body === undefined || echoes.body.length < 200 ? undefined : new Shingles(wordsOf(echoes.body))
  const authors = echoes.authors.map((name) => name.toLowerCase()).filter((name) => name.length > 4)
  const sets = [...titles, ...descriptions]
  // A block that is much longer than any of these echoes none of them.
  const longest = sets.reduce((most, words) => Math.max(most, words.size), 0)
  const filter = filterOf(sets)
  for (const [i, { text }] of scan.blocks.entries()) {
    const to = i * width + at
    const isLong = body === undefined && text.length > 60 * (3 * longest + 6)
    const mayEcho = !isLong && maySay(text, filter)
    const words = mayEcho || body !== undefined ? wordsOf(text) : []
    if (mayEcho) {
      const own = new Set(words)
      values[to] = mostAlike(words.length, own, titles)
      values[to + 1] = mostAlike(words.length, own, descriptions)
    }
    values[to + 2] = body === undefined ? -1 : body.shareOf(words)
    values[to + 3] = body === undefined ? 0 : 1
    values[to + 4] = text.length < 400 && namesOne(text, authors) ? 1 : 0
  }
}

function namesOne(text: string, authors: readonly string[]): boolean {
  if (authors.length === 0) return false
  const lower = text.toLowerCase()
  return authors.some((name) => lower.includes(name))
}

const isPlain = /^[ -~\n‐-‧]*$/

function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return lower.match(isPlain.test(lower) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

const filterBits = 4096

/** Marks the places of the words of some sets, so that most texts without any of them are told at once. */
function filterOf(sets: readonly ReadonlySet<string>[]): Uint8Array {
  const filter = new Uint8Array(filterBits)
  for (const words of sets) {
    for (const word of words) {
      let hash = hashOf(0)
      for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i))
      filter[placeOf(hash) % filterBits] = 1
    }
  }
  return filter
}

/** False for a plain text none of whose words is in the sets of a filter. */
function maySay(text: string, filter: Uint8Array): boolean {
  let hash = hashOf(0)
  let units = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) hash = hashed(hash, unit)
    else if (unit >= 65 && unit <= 90) hash = hashed(hash, unit + 32)
    else if (unit >= 128 && !(unit >= 0x2010 && unit <= 0x2027)) return true
    else {
      if (units > 0 && filter[placeOf(hash) % filterBits] === 1) return true
      hash = hashOf(0)
      units = 0
      continue
    }
    units += 1
  }
  return false
}

/** How alike a block is to the set that it is most alike to. */
function mostAlike(length: number, own: ReadonlySet<string>, sets: readonly ReadonlySet<string>[]): number {
  let most = 0
  for (const words of sets) most = Math.max(most, likeness(length, own, words))
  return most
}

/** Words in common over the words of the longer one, counted as sets. */
function likeness(length: number, own: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (length === 0 || b.size === 0 || length > 3 * b.size + 5 || b.size > 3 * length + 5) return 0
  let common = 0
  for (const word of own) if (b.has(word)) common += 1
  return common / Math.max(b.size, own.size)
}

/** Each three words in a row of a text. */
class Shingles {
  private readonly numbers = new Map<string, number>()
  private readonly found = new Set<number>()

  constructor(words: readonly string[]) {
    const numbers = words.map((word) => this.numbered(word))
    for (let i = 0; i + 2 < numbers.length; i++) this.found.add(this.keyOf(numbers, i))
  }

  /** The share of the three words in a row of another text that are in this one; one half where it has not three. */
  shareOf(words: readonly string[]): number {
    if (words.length < 3) return 0.5
    const numbers = words.map((word) => this.numbers.get(word) ?? -1)
    let found = 0
    for (let i = 0; i + 2 < numbers.length; i++) {
      if ((numbers[i] ?? -1) < 0 || (numbers[i + 1] ?? -1) < 0 || (numbers[i + 2] ?? -1) < 0) continue
      if (this.found.has(this.keyOf(numbers, i))) found += 1
    }
    return found / (words.length - 2)
  }

  private numbered(word: string): number {
    const before = this.numbers.get(word)
    if (before !== undefined) return before
    // With fewer than 2^17 words apart, three of their numbers are one exact number.
    const number = this.numbers.size % mostNumbers
    this.numbers.set(word, number)
    return number
  }

  private keyOf(numbers: readonly number[], at: number): number {
    return ((numbers[at] ?? 0) * mostNumbers + (numbers[at + 1] ?? 0)) * mostNumbers + (numbers[at + 2] ?? 0)
  }
}

const mostNumbers = 2 ** 17
