import type { Range } from '../../model/span.ts'
import { relatePlaces } from '../../read/places/places.ts'
import { table } from '../../text/table.ts'
import { stem } from '../words/stem.ts'
import type { Word } from '../words/words.ts'
import { hasVerb } from './clauses.ts'

/** Where something is said to be: a name, or a noun of `data/place-nouns.tsv` with what tells it apart ("lift shaft"). */
export type StatedPlace = {
  readonly text: string
  /** Stems of its words. */
  readonly stems: readonly string[]
  /** `name`, or the level of its noun: only places of one level can be two. */
  readonly level: string
  readonly kind: string
}

/** What is known of the words: the text between two offsets, and whether a word is part of a place's name, or of a time. */
export type PlaceContext = {
  readonly between: (from: number, to: number) => string
  readonly isName: (word: Range) => boolean
  readonly isTime: (word: Range) => boolean
}

/** The places that words name after "in", "at", "near" and the like. */
export function statedPlaces(words: readonly Word[], context: PlaceContext): StatedPlace[] {
  const places: StatedPlace[] = []
  let end = 0
  for (let at = 0; at < words.length; at++) {
    const form = words[at]?.form ?? ''
    // "in the kitchen of the Hotel Marrow": two.
    if (!placing.test(form) && !(form === 'of' && at > 0 && at === end)) continue
    const run = runAfter(words, at, context)
    const place = namedPlace(run, form, context) ?? commonPlace(run, context)
    if (place === undefined) continue
    places.push(place.stated)
    end = words.indexOf(place.last) + 1
  }
  return places
}

/** What two statements are compared by. */
type Placed = { readonly places: readonly StatedPlace[]; readonly forms: readonly string[] }

/** Whether two statements are about different places: each names one that the other does not, of one level. */
export function areElsewhere(a: Placed, b: Placed): boolean {
  if (a.places.length === 0 || b.places.length === 0) return false
  const own = a.places.filter((place) => !isNamedIn(place, b))
  const others = b.places.filter((place) => !isNamedIn(place, a))
  const shared = a.places.filter((place) => !own.includes(place)).map(({ level }) => level)
  return own.some((one) =>
    others.some(
      (other) =>
        one.level === other.level &&
        one.kind !== other.kind &&
        !shared.includes(one.level) &&
        /^(?:apart|unknown)$/.test(relatePlaces(one.text, other.text)),
    ),
  )
}

function isNamedIn({ stems }: StatedPlace, { forms }: Placed): boolean {
  return forms.some((form) => stems.includes(stem(form)))
}

const placing =
  /^(?:in|inside|at|near|outside|on|aboard|under|beneath|behind|beside|below|above|around|off|opposite|across)$/
/** After these a name is a place's, whatever it was read as. */
const sure = /^(?:near|outside|aboard)$/

/** A noun phrase has at most so many words without its articles. */
const longest = 5

// The full words after a preposition and its articles, up to the next mark, small word or time.
function runAfter(words: readonly Word[], at: number, { between, isTime }: PlaceContext): Word[] {
  let from = at + 1
  while (/^(?:the|an?|his|her|its|their|our|my|this|that|one)$/.test(words[from]?.form ?? '')) from++
  const run: Word[] = []
  for (let i = from; i < Math.min(words.length, from + longest); i++) {
    const [before, word] = [words[i - 1], words[i]]
    if (before === undefined || word === undefined || word.empty || isTime(word)) break
    if (/[^\s-]/.test(between(before.end, word.start))) break
    run.push(word)
  }
  return run
}

type Found = { readonly stated: StatedPlace; readonly last: Word }

// "in Velm", "near Dorven", "in Mill Street"; "in Velm market" and "in Velm's market" have another head.
function namedPlace(run: readonly Word[], form: string, context: PlaceContext): Found | undefined {
  const next = run.findIndex(({ capital }) => !capital)
  const name = next < 0 ? run : run.slice(0, next)
  const last = name.at(-1)
  if (last === undefined || !endsHere(run[name.length])) return undefined
  if (/['’]s?$/u.test(context.between(last.start, last.end))) return undefined
  const noun = [last, name[0]].flatMap((word) => nounOf(word) ?? [])[0]
  const isPlace = sure.test(form) || noun !== undefined || name.some((word) => context.isName(word))
  return isPlace
    ? { stated: placeOf(name, noun ?? { level: 'name', kind: last.form }, context), last }
    : undefined
}

// "in the lift shaft", "at the north gate"; "at the kitchen table" is at none.
function commonPlace(run: readonly Word[], context: PlaceContext): Found | undefined {
  const at = run.findIndex((word, i) => nounOf(word) !== undefined && endsHere(run[i + 1]))
  const [last, noun] = [run[at], nounOf(run[at])]
  if (last === undefined || noun === undefined) return undefined
  return { stated: placeOf(run.slice(0, at + 1), noun, context), last }
}

function endsHere(next: Word | undefined): boolean {
  return next === undefined || (!next.capital && (hasVerb(next.form) || /(?:ing|ly)$/.test(next.form)))
}

type Noun = Pick<StatedPlace, 'level' | 'kind'>

let nouns: ReadonlyMap<string, Noun> | undefined

function nounOf(word: Word | undefined): Noun | undefined {
  nouns ??= new Map(
    table('place-nouns').map(({ word = '', level = '', kind = '' }) => [word, { level, kind }]),
  )
  return word && (nouns.get(word.form) ?? nouns.get(word.form.replace(/s$/, '')))
}

function placeOf(words: readonly Word[], { level, kind }: Noun, { between }: PlaceContext): StatedPlace {
  const [first, last] = [words[0], words.at(-1)]
  const text = first === undefined || last === undefined ? '' : between(first.start, last.end)
  return { text, stems: words.map(({ form }) => stem(form)), level, kind }
}
