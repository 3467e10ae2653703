import { countsAt, partsAt, rowStart, type Shelf, weightIn } from './shelf.ts'
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
  return comparing(shelf, measure, pair[0])(pair[1])
}

/** Tells of other articles of a shelf how they compare with one: what is asked of that one is worked out once. */
export function comparing(shelf: Shelf, measure: Measure, number: number): (other: number) => Likeness {
  const own = detailsOf(shelf, measure, number)
  const day = dayOf(shelf.at[number % shelf.capacity] ?? 0)
  return (other) => {
    const start = rowStart(shelf, other)
    const { terms, title, rarest, shared, longer } = termsShared(shelf, own, start)
    const back = titleCovered(shelf, own, start)
    return {
      terms,
      rarest,
      shared,
      longer,
      names: cosineOfNames(shelf, own, start),
      title: Math.max(title, back),
      titleBack: Math.min(title, back),
      gap: Math.abs(day - dayOf(shelf.at[other % shelf.capacity] ?? 0)),
    }
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

/** One article of a pair: where each of its terms stands, what its terms, names and title amount to. */
type Details = {
  readonly measure: Measure
  readonly places: Places
  readonly start: number
  readonly count: number
  readonly ofTerms: number
  readonly ofNames: number
  readonly ofTitle: number
}

function detailsOf(shelf: Shelf, measure: Measure, number: number): Details {
  const { rows } = shelf
  const start = rowStart(shelf, number)
  const places = placesOf(rows, start)
  let ofTerms = 0
  let ofNames = 0
  let ofTitle = 0
  const { terms, names, title } = countsAt(rows, start)
  for (let i = 0; i < terms; i++) {
    ofTerms += (weightIn(rows, start, i) * rarityOf(measure, rows[start + partsAt.terms + i] ?? 0)) ** 2
  }
  for (let i = 0; i < names; i++) ofNames += rarityOf(measure, rows[start + partsAt.names + i] ?? 0) ** 2
  for (let i = 0; i < title; i++) ofTitle += rarityOf(measure, rows[start + partsAt.title + i] ?? 0)
  return { measure, places, start, count: terms, ofTerms, ofNames, ofTitle }
}

function termsShared(
  { rows }: Shelf,
  { measure, places, start: own, count: ownCount, ofTerms, ofTitle }: Details,
  start: number,
): Pick<Likeness, 'terms' | 'rarest' | 'shared' | 'longer' | 'title'> {
  const { logTotal } = measure
  let product = 0
  let length = 0
  let rarest = 0
  let shared = 0
  let titleShared = 0
  const count = countsAt(rows, start).terms
  for (let j = 0; j < count; j++) {
    const term = rows[start + partsAt.terms + j] ?? 0
    const rarity = rarityOf(measure, term)
    const weight = weightIn(rows, start, j) * rarity
    length += weight * weight
    const place = placeOf(places, term)
    if (place === 0) continue
    if ((place & inTitle) > 0) titleShared += rarity
    const i = (place & inTerms) - 1
    if (i < 0) continue
    product += weight * weightIn(rows, own, i) * rarity
    shared += rarity * rarity
    if (rarity > rarest) rarest = rarity
  }
  return {
    terms: product === 0 ? 0 : Math.min(1, product / Math.sqrt(ofTerms * length)),
    rarest: rarest / logTotal,
    shared: Math.log1p(shared / (logTotal * logTotal)),
    longer: Math.log1p(Math.max(ownCount, count)),
    title: ofTitle === 0 ? 0 : titleShared / ofTitle,
  }
}

function cosineOfNames({ rows }: Shelf, { measure, places, ofNames }: Details, start: number): number {
  let shared = 0
  let length = 0
  const count = countsAt(rows, start).names
  for (let j = 0; j < count; j++) {
    const name = rows[start + partsAt.names + j] ?? 0
    const square = rarityOf(measure, name) ** 2
    length += square
    if ((placeOf(places, name) & inNames) > 0) shared += square
  }
  return shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(ofNames * length))
}

// Share of the rarity in the other title's words that the article's terms have too.
function titleCovered({ rows }: Shelf, { measure, places }: Details, start: number): number {
  let shared = 0
  let all = 0
  const count = countsAt(rows, start).title
  for (let j = 0; j < count; j++) {
    const word = rows[start + partsAt.title + j] ?? 0
    const rarity = rarityOf(measure, word)
    all += rarity
    if ((placeOf(places, word) & inTerms) > 0) shared += rarity
  }
  return all === 0 ? 0 : shared / all
}

function rarityOf({ vocabulary, logTotal }: Measure, term: number): number {
  return Math.max(0, logTotal - (vocabulary.logFrequency[term] ?? 0))
}

/** Where an article's terms, names and title words stand: open addressing by term plus one, small enough to stay at hand. */
type Places = { readonly terms: Int32Array; readonly found: Uint16Array }

// Of what is found: the index of a term plus one, and whether it is a name or in the title. A row has at most 64 terms.
const inTerms = 0x7f
const inNames = 0x80
const inTitle = 0x100

function placesOf(rows: Uint32Array, start: number): Places {
  const places = { terms: new Int32Array(256), found: new Uint16Array(256) }
  const { terms, names, title } = countsAt(rows, start)
  for (let i = 0; i < terms; i++) enter(places, rows[start + partsAt.terms + i] ?? 0, i + 1)
  for (let i = 0; i < names; i++) enter(places, rows[start + partsAt.names + i] ?? 0, inNames)
  for (let i = 0; i < title; i++) enter(places, rows[start + partsAt.title + i] ?? 0, inTitle)
  return places
}

function enter({ terms, found }: Places, term: number, what: number): void {
  let at = term & 255
  while (terms[at] !== 0 && terms[at] !== term + 1) at = (at + 1) & 255
  terms[at] = term + 1
  found[at] = (found[at] ?? 0) | what
}

function placeOf({ terms, found }: Places, term: number): number {
  let at = term & 255
  while (terms[at] !== 0) {
    if (terms[at] === term + 1) return found[at] ?? 0
    at = (at + 1) & 255
  }
  return 0
}
