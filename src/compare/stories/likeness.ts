import { partOf, rowOf, type Shelf, weightAt } from './shelf.ts'
import type { Vocabulary } from './vocabulary.ts'
import { weights } from './weights.ts'
import { dayOf } from './window.ts'

/** How two articles compare: all between 0 and 1 but what is shared, how long the longer is, and the gap, in days. */
export type Likeness = {
  readonly terms: number
  readonly names: number
  /** Share of one title in the other article's words: the larger and the smaller of both ways. */
  readonly title: number
  readonly titleBack: number
  /** How rare the rarest term is that both have. */
  readonly rarest: number
  /** How much rarity the shared terms have together, and how many terms the longer article has: logarithms. */
  readonly shared: number
  readonly longer: number
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
    ...termsShared(measure, one, other),
    names: cosineOfNames(measure, partOf(one, 'names'), partOf(other, 'names')),
    title: Math.max(there, back),
    titleBack: Math.min(there, back),
    gap: Math.abs(dayOf(shelf.at[a % shelf.capacity] ?? 0) - dayOf(shelf.at[b % shelf.capacity] ?? 0)),
  }
}

/** The log-odds that two articles are of one story, by themselves and whenever they were reported. */
export function oddsOf(likeness: Likeness): number {
  const { alone } = weights
  return (
    alone.bias +
    alone.terms * likeness.terms +
    alone.names * likeness.names +
    alone.title * likeness.title +
    alone.titleBack * likeness.titleBack +
    alone.rarest * likeness.rarest +
    alone.shared * likeness.shared +
    alone.longer * likeness.longer
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

function termsShared(
  { vocabulary, logTotal }: Measure,
  a: Uint32Array,
  b: Uint32Array,
): Pick<Likeness, 'terms' | 'rarest' | 'shared' | 'longer'> {
  const { logFrequency } = vocabulary
  const termsA = partOf(a, 'terms')
  const termsB = partOf(b, 'terms')
  let product = 0
  let lengthA = 0
  let lengthB = 0
  let rarest = 0
  let shared = 0
  for (let i = 0; i < termsA.length; i++) {
    lengthA += (weightAt(a, i) * Math.max(0, logTotal - (logFrequency[termsA[i] ?? 0] ?? 0))) ** 2
  }
  let i = 0
  for (let j = 0; j < termsB.length; j++) {
    const term = termsB[j] ?? 0
    const rarity = Math.max(0, logTotal - (logFrequency[term] ?? 0))
    const weight = weightAt(b, j) * rarity
    lengthB += weight * weight
    while (i < termsA.length && (termsA[i] ?? 0) < term) i++
    if (i >= termsA.length || termsA[i] !== term) continue
    product += weight * weightAt(a, i) * rarity
    shared += rarity * rarity
    if (rarity > rarest) rarest = rarity
  }
  return {
    terms: product === 0 ? 0 : Math.min(1, product / Math.sqrt(lengthA * lengthB)),
    rarest: rarest / logTotal,
    shared: Math.log1p(shared / (logTotal * logTotal)),
    longer: Math.log1p(Math.max(termsA.length, termsB.length)),
  }
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
