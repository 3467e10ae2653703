import { partOf, rowOf, type Shelf, weightAt } from './shelf.ts'
import type { Vocabulary } from './vocabulary.ts'
import { weights } from './weights.ts'
import { dayOf } from './window.ts'

/** How two articles compare: all between 0 and 1 but the gap, in days. */
export type Likeness = {
  readonly terms: number
  /** The likeness of terms that are no names: two stories may have the same people. */
  readonly matter: number
  readonly names: number
  /** Share of one title in the other article's words: the larger and the smaller of both ways. */
  readonly title: number
  readonly titleBack: number
  readonly gap: number
}

/** How rare terms are. */
export type Measure = { readonly vocabulary: Vocabulary; readonly logTotal: number }

/** The likeness of two articles of a shelf, whichever comes first. */
export function likenessOf(shelf: Shelf, measure: Measure, pair: readonly [number, number]): Likeness {
  const [a, b] = pair
  const one = rowOf(shelf, a)
  const other = rowOf(shelf, b)
  const there = coverage(measure, partOf(one, 'title'), partOf(other, 'terms'))
  const back = coverage(measure, partOf(other, 'title'), partOf(one, 'terms'))
  return {
    ...cosinesOfTerms(measure, one, other),
    names: cosineOfNames(measure, partOf(one, 'names'), partOf(other, 'names')),
    title: Math.max(there, back),
    titleBack: Math.min(there, back),
    gap: Math.abs(dayOf(shelf.at[a % shelf.capacity] ?? 0) - dayOf(shelf.at[b % shelf.capacity] ?? 0)),
  }
}

/** The log-odds that two articles are of one story, whenever they were reported. */
export function oddsOf(likeness: Likeness): number {
  return (
    weights.bias +
    weights.terms * likeness.terms +
    weights.matter * likeness.matter +
    weights.names * likeness.names +
    weights.title * likeness.title +
    weights.titleBack * likeness.titleBack
  )
}

/** A likeness in words, as the decision log keeps it. */
export function inWords(likeness: Likeness): string[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    `words ${percent(likeness.terms)} alike`,
    `names ${percent(likeness.names)} alike`,
    `${percent(likeness.title)} of a title's words are in the other article`,
    likeness.gap === 0 ? 'the same day' : `${likeness.gap} days apart`,
  ]
}

function cosinesOfTerms(
  { vocabulary, logTotal }: Measure,
  a: Uint32Array,
  b: Uint32Array,
): { readonly terms: number; readonly matter: number } {
  const { logFrequency } = vocabulary
  const termsA = partOf(a, 'terms')
  const termsB = partOf(b, 'terms')
  const namesA = partOf(a, 'names')
  const namesB = partOf(b, 'names')
  // Products and squares of all terms, and of those that neither article has as a name.
  let shared = 0
  let lengthA = 0
  let lengthB = 0
  let sharedMatter = 0
  let matterA = 0
  let matterB = 0
  let name = 0
  for (let i = 0; i < termsA.length; i++) {
    const term = termsA[i] ?? 0
    const square = (weightAt(a, i) * Math.max(0, logTotal - (logFrequency[term] ?? 0))) ** 2
    lengthA += square
    while (name < namesA.length && (namesA[name] ?? 0) < term) name++
    if (namesA[name] !== term) matterA += square
  }
  name = 0
  let other = 0
  let i = 0
  for (let j = 0; j < termsB.length; j++) {
    const term = termsB[j] ?? 0
    const rarity = Math.max(0, logTotal - (logFrequency[term] ?? 0))
    const weight = weightAt(b, j) * rarity
    lengthB += weight * weight
    while (name < namesB.length && (namesB[name] ?? 0) < term) name++
    const isName = namesB[name] === term
    if (!isName) matterB += weight * weight
    while (i < termsA.length && (termsA[i] ?? 0) < term) i++
    if (i >= termsA.length || termsA[i] !== term) continue
    const product = weight * weightAt(a, i) * rarity
    shared += product
    while (other < namesA.length && (namesA[other] ?? 0) < term) other++
    if (!isName && namesA[other] !== term) sharedMatter += product
  }
  return { terms: cosine(shared, lengthA, lengthB), matter: cosine(sharedMatter, matterA, matterB) }
}

function cosine(shared: number, squaresA: number, squaresB: number): number {
  return shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(squaresA * squaresB))
}

function cosineOfNames({ vocabulary, logTotal }: Measure, a: Uint32Array, b: Uint32Array): number {
  const { logFrequency } = vocabulary
  let shared = 0
  let lengthA = 0
  let lengthB = 0
  for (const name of a) lengthA += Math.max(0, logTotal - (logFrequency[name] ?? 0)) ** 2
  let i = 0
  for (const name of b) {
    const square = Math.max(0, logTotal - (logFrequency[name] ?? 0)) ** 2
    lengthB += square
    while (i < a.length && (a[i] ?? 0) < name) i++
    if (i < a.length && a[i] === name) shared += square
  }
  return shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(lengthA * lengthB))
}

// Share of the rarity in a title's words that the other article's terms have too.
function coverage({ vocabulary, logTotal }: Measure, title: Uint32Array, terms: Uint32Array): number {
  let shared = 0
  let all = 0
  let j = 0
  for (const word of title) {
    const rarity = Math.max(0, logTotal - (vocabulary.logFrequency[word] ?? 0))
    all += rarity
    while (j < terms.length && (terms[j] ?? 0) < word) j++
    if (j < terms.length && terms[j] === word) shared += rarity
  }
  return all === 0 ? 0 : shared / all
}
