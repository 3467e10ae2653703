import { commonness } from '../words/commonness.ts'

/** The terms of a window's articles, numbered; a number is given again once no article has its term. */
export type Vocabulary = {
  readonly numbers: Map<number, number>
  /** By number: the term's hash, in how many articles it is, and the newest entry of its chain (0 where none). */
  hashes: Uint32Array
  frequency: Uint32Array
  newest: Int32Array
  /** The logarithm of how many articles are expected to have it, from English at large and from the window. */
  logFrequency: Float32Array
  used: number
  readonly free: number[]
}

// What is known of English before the first article weighs as much as so many articles: even in a record of one story
// its own names stand out from common words.
const priorArticles = 100

/** A vocabulary without terms. */
export function emptyVocabulary(): Vocabulary {
  return {
    numbers: new Map(),
    hashes: new Uint32Array(1024),
    frequency: new Uint32Array(1024),
    newest: new Int32Array(1024),
    logFrequency: new Float32Array(1024),
    used: 0,
    free: [],
  }
}

/** The number of a term by its hash, given to it where it is new. */
export function numberOf(vocabulary: Vocabulary, hash: number): number {
  const known = vocabulary.numbers.get(hash)
  if (known !== undefined) return known
  const number = vocabulary.free.pop() ?? vocabulary.used++
  if (number >= vocabulary.hashes.length) enlarge(vocabulary)
  vocabulary.numbers.set(hash, number)
  vocabulary.hashes[number] = hash
  vocabulary.newest[number] = 0
  setFrequency(vocabulary, number, 0)
  return number
}

/** Counts articles that have a term in or out. */
export function addFrequency(vocabulary: Vocabulary, number: number, by: 1 | -1): void {
  setFrequency(vocabulary, number, Math.max(0, (vocabulary.frequency[number] ?? 0) + by))
}

/** The logarithm of how many articles a window of so many stands for; a term's rarity is this less its `logFrequency`. */
export function logTotal(articles: number): number {
  return Math.log(articles + priorArticles)
}

/** Forgets terms that no article has. */
export function forgetUnused(vocabulary: Vocabulary): void {
  for (let number = 0; number < vocabulary.used; number++) {
    const hash = vocabulary.hashes[number] ?? 0
    if ((vocabulary.frequency[number] ?? 0) > 0 || vocabulary.numbers.get(hash) !== number) continue
    vocabulary.numbers.delete(hash)
    vocabulary.free.push(number)
  }
}

/** Sets in how many articles a term is. */
export function setFrequency(vocabulary: Vocabulary, number: number, frequency: number): void {
  vocabulary.frequency[number] = frequency
  const expected = 1 + frequency + priorArticles * commonness(vocabulary.hashes[number] ?? 0)
  vocabulary.logFrequency[number] = Math.log(expected)
}

function enlarge(vocabulary: Vocabulary): void {
  const length = Math.ceil(vocabulary.hashes.length * 1.5)
  const larger = <T extends Uint32Array | Int32Array | Float32Array>(from: T, to: T): T => {
    to.set(from)
    return to
  }
  vocabulary.hashes = larger(vocabulary.hashes, new Uint32Array(length))
  vocabulary.frequency = larger(vocabulary.frequency, new Uint32Array(length))
  vocabulary.newest = larger(vocabulary.newest, new Int32Array(length))
  vocabulary.logFrequency = larger(vocabulary.logFrequency, new Float32Array(length))
}
