import type { NameType } from '../../model/language.ts'
import type { Reading, TimeExpression } from '../../model/reading.ts'
import { contains, overlaps, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { phraseSenses } from '../words/phrases.ts'
import { senseOf } from '../words/senses.ts'
import { type Word, wordsOf } from '../words/words.ts'
import { hasVerb } from './clauses.ts'
import { isCalledUntrue, isNegated } from './negated.ts'
import { predicateOf } from './predicate.ts'
import { numeralWords, type Quantity, quantitiesOf } from './quantities.ts'
import { type StatedPlace, statedPlaces } from './stated-places.ts'
import type { Statement } from './statements.ts'

/** What a statement is about, ready for comparison. */
export type Matter = {
  /** Stems and senses of its words that carry matter, each once. */
  readonly keys: ReadonlySet<string>
  readonly numbers: readonly Quantity[]
  /** Stems of its names' words, adjectives of places brought to the place: "Kessaran" and "Kessara" are one. */
  readonly names: ReadonlySet<string>
  /** Its words in order, for shared runs. */
  readonly forms: readonly string[]
  readonly negated: boolean
  /** True where its own words call it untrue: "the figure is invented". */
  readonly untrue: boolean
  /** Where it says that something is. */
  readonly places: readonly StatedPlace[]
  /** ISO days that it names, and hours of the day ("02:10"). */
  readonly days: readonly string[]
  readonly hours: readonly string[]
  /** Keys of the names just before it, where it has a pronoun. */
  readonly around: ReadonlySet<string>
  readonly hasVerb: boolean
  /** Keys of its predicate: what it says of its subject. */
  readonly predicate: ReadonlySet<string>
}

/** What a reading tells of an article's words. */
type Read = Pick<Reading, 'times' | 'mentions'>

const known = new WeakMap<Statement, Matter>()

/** The matter of a statement, from the words of its span, the days that its time expressions name and the names read in it. */
export function matterOf(text: string, statement: Statement, read: Read): Matter {
  const matter = known.get(statement) ?? findMatter(text, statement, read)
  known.set(statement, matter)
  return matter
}

function findMatter(text: string, statement: Statement, { times, mentions }: Read): Matter {
  const days = times
    .filter((time) => time.granularity === 'day' && contains(statement.span, time))
    .flatMap((time) => time.interval?.from ?? [])
  const words = wordsOf(text, statement.span)
  const own = matterOfWords(words)
  // "on 15 December", "at twelve minutes past four": no count.
  const placed = times.filter((time) => isPlaced(time) && overlaps(statement.span, time))
  const between = (from: number, to: number) => text.slice(from, to)
  const isTime = (word: Range) => placed.some((time) => contains(time, word))
  const named = mentions.filter((one) => one.kind === 'name' && overlaps(statement.span, one.head))
  const isName = (word: Range) => named.some(({ head, type }) => placeTypes.has(type) && contains(head, word))
  const names = words.filter((word) => !word.empty && named.some(({ head }) => contains(head, word)))
  return {
    ...own,
    numbers: quantitiesOf(words, { isTime, between }),
    places: statedPlaces(words, { between, isTime, isName }),
    days,
    hours: placed.flatMap(({ type, value }) =>
      type === 'TIME' ? (/T(\d\d:\d\d)/.exec(value ?? '')?.[1] ?? []) : [],
    ),
    names: new Set(
      words
        .map((word) => placeStem(word.form))
        .filter((stem) => own.names.has(stem) || names.some((word) => placeStem(word.form) === stem)),
    ),
    around: namesAround(text, statement.span, own.keys),
  }
}

const placeTypes: ReadonlySet<NameType> = new Set(['GPE', 'LOC', 'FAC'])

function isPlaced({ type }: TimeExpression): boolean {
  return type === 'DATE' || type === 'TIME'
}

// "He was unwell": the names before it say who "he" may be.
function namesAround(text: string, span: Range, own: ReadonlySet<string>): ReadonlySet<string> {
  if (!pronouns.test(text.slice(span.start, span.end))) return new Set()
  const before = wordsOf(text, { start: Math.max(0, span.start - 240), end: span.start })
  const names = before.slice(1).filter((word) => word.capital && !word.empty && !own.has(word.key))
  return new Set(names.slice(-6).map((word) => senseOf(word.key)))
}

const pronouns = /\b(?:he|she|it|they|him|her|his|its|their|them)\b/i

/** The matter of words in a row. */
export function matterOfWords(words: readonly Word[]): Matter {
  const keys = new Set<string>()
  const counts = numeralWords(words)
  for (const word of words) {
    if (word.empty || counts.has(word)) continue
    keys.add(countryKey(word) ?? (isOnlyNamed(words, word) ? word.key : senseOf(word.key)))
  }
  for (const sense of phraseSenses(words)) keys.add(sense)
  return {
    days: [],
    hours: [],
    places: [],
    around: new Set(),
    keys,
    numbers: quantitiesOf(words),
    names: new Set(
      words
        .filter((word, i) => word.capital && !word.empty && (i > 0 || isNameLike(words, i)))
        .map((word) => placeStem(word.form)),
    ),
    forms: words.map((word) => word.form),
    negated: isNegated(words),
    untrue: isCalledUntrue(words),
    hasVerb: words.some(({ form, capital }, i) => hasVerb(form) && (!capital || i === 0)),
    predicate: predicateOf(words),
  }
}

// "a letter of resignation", "fears of a strike": nobody has resigned by that, nor struck.
function isOnlyNamed(words: readonly Word[], word: Word): boolean {
  const before = words
    .slice(Math.max(0, words.indexOf(word) - 3), words.indexOf(word))
    .map(({ form }) => form)
  return /^(?:letter|offer|threat|fears?|prospect|possibility|rumours?|rumors?|risk) of(?: an?| the)?$/.test(
    before.slice(/^(?:an?|the)$/.test(before.at(-1) ?? '') ? -3 : -2).join(' '),
  )
}

// The first word of a sentence has a capital whatever it is; before another capital, or with the ending of a people, it is taken for a name.
function isNameLike(words: readonly Word[], i: number): boolean {
  return words[i + 1]?.capital === true || /^.{3,}(?:ian|ese|ish)$/.test(words[i]?.form ?? '')
}

// "Israel", "Israeli" and "the Israelis": one.
function countryKey({ capital, form }: Word): string | undefined {
  const country = capital ? countryNamed(form) : undefined
  return country === undefined ? undefined : `@${country}`
}

/** "Kessaran" and "Kessara", "Halvonian" and "Halvonia": one stem. */
export function placeStem(form: string): string {
  return form.length < 6
    ? form
    : (countryNamed(form)?.toLowerCase() ?? form.replace(/(?:ians?|ans?|ia|ish|ese|a)$/, ''))
}
