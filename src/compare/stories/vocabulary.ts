import { commonness } from '../words/commonness.ts'
import { emptyTable, enterInto, findIn, type NumberTable } from './number-table.ts'

/** The terms of a window's articles, numbered; a number is given again once no article has its term. */
export type Vocabulary = {
  numbers: NumberTable
  /** By number: the term's hash, in how many articles it is, and in how many it is expected before any are read. */
  hashes: Uint32Array
  frequency: Uint32Array
  prior: Float64Array
  /** The logarithm of how many articles are expected to have it, from English at large and from the window. */
  logFrequency: Float32Array
  used: number
  readonly free: number[]
}

// What is known of English before the first article weighs as much as so many articles: even in a record of one story
// its own names stand out from common words.
const priorArticles = 100

/** A vocabulary without terms, with room for some. */
export function emptyVocabulary(room = 1024): Vocabulary {
  return {
    numbers: emptyTable(),
    hashes: new Uint32Array(room),
    frequency: new Uint32Array(room),
    prior: new Float64Array(room),
    logFrequency: new Float32Array(room),
    used: 0,
    free: [],
  }
}

/** The number of a term by its hash, given to it where it is new. */
export function numberOf(vocabulary: Vocabulary, hash: number): number {
  const known = findIn(vocabulary.numbers, hash, vocabulary.hashes)
  if (known !== undefined) return known
  const number = vocabulary.free.pop() ?? vocabulary.used++
  if (number >= vocabulary.hashes.length) enlarge(vocabulary)
  setTerm(vocabulary, number, hash)
  setFrequency(vocabulary, number, 0)
  return number
}

/** Gives a number to a term by its hash. */
export function setTerm(vocabulary: Vocabulary, number: number, hash: number): void {
  vocabulary.hashes[number] = hash
  vocabulary.prior[number] = priorArticles * commonness(hash)
  enterInto(vocabulary.numbers, number, vocabulary.hashes)
}

/** Counts articles that have a term in or out. */
export function addFrequency(vocabulary: Vocabulary, number: number, by: 1 | -1): void {
  setFrequency(vocabulary, number, Math.max(0, (vocabulary.frequency[number] ?? 0) + by))
}

/** The logarithm of how many articles a window of so many stands for; a term's rarity is this less its `logFrequency`. */
export function logTotal(articles: number): number {
  return Math.log(articles + priorArticles)
}

/** Forgets terms that no article has; answers their numbers. */
export function forgetUnused(vocabulary: Vocabulary): readonly number[] {
  const { frequency, hashes, free, used } = vocabulary
  const isFree = new Uint8Array(used)
  for (const number of free) isFree[number] = 1
  const forgotten: number[] = []
  vocabulary.numbers = emptyTable()
  for (let number = 0; number < used; number++) {
    if (isFree[number] === 1) continue
    if ((frequency[number] ?? 0) > 0) enterInto(vocabulary.numbers, number, hashes)
    else forgotten.push(number)
  }
  for (const number of forgotten) free.push(number)
  return forgotten
}

/** Sets in how many articles a term is. */
export function setFrequency(vocabulary: Vocabulary, number: number, frequency: number): void {
  vocabulary.frequency[number] = frequency
  vocabulary.logFrequency[number] = Math.log(1 + frequency + (vocabulary.prior[number] ?? 0))
}

function enlarge(vocabulary: Vocabulary): void {
  const larger = emptyVocabulary(Math.ceil(vocabulary.hashes.length * 1.5))
  larger.hashes.set(vocabulary.hashes)
  larger.frequency.set(vocabulary.frequency)
  larger.prior.set(vocabulary.prior)
  larger.logFrequency.set(vocabulary.logFrequency)
  const { hashes, frequency, prior, logFrequency } = larger
  Object.assign(vocabulary, { hashes, frequency, prior, logFrequency })
}
