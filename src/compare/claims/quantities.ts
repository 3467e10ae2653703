import type { Range } from '../../model/span.ts'
import { type Numeral, numeralAt, numeralOf } from '../../text/numerals.ts'
import type { Word } from '../words/words.ts'

/** A number of a statement with what it counts: 41 "dead", at least 40 "people". */
export type Quantity = {
  readonly value: number
  /** Key of the first full word after it; empty where none follows. */
  readonly unit: string
  /** Keys of the full words after it, up to where what it counts must have ended: "three wounded soldiers". */
  readonly units: readonly string[]
  readonly bound: 'exact' | 'least' | 'most' | 'about'
  /** The words that give it, with those of its bound, as indices into the words: half-open. */
  readonly place: Range
  /** The index of its first word after those of its bound. */
  readonly numeral: number
}

/** What is known of words besides themselves. */
export type Beside = {
  /** Whether a word belongs to a day or an hour that is named. */
  readonly isTime: (word: Word) => boolean
  /** The characters between two offsets. */
  readonly between: (from: number, to: number) => string
}

const nothing: Beside = { isTime: () => false, between: () => ' ' }

/** The numbers among words that count or measure something: no dates, hours, ages, and no numbers that name ("level six"). */
export function quantitiesOf(words: readonly Word[], beside: Beside = nothing): Quantity[] {
  return numeralsOf(words).flatMap(({ value, at, end }): Quantity[] => {
    const word = words[at]
    if (word === undefined || beside.isTime(word)) return []
    if (isAge(words, { at, end }, beside) || labels.test(words[at - 1]?.form ?? '')) return []
    const units = unitsAt(words, end, beside)
    return [{ value, unit: units[0] ?? '', units, numeral: at, ...boundOf(words, at, end) }]
  })
}

/** The words that make up numbers. */
export function numeralWords(words: readonly Word[]): ReadonlySet<Word> {
  return new Set(numeralsOf(words).flatMap(({ at, end }) => words.slice(at, end)))
}

type Placed = { readonly value: number; readonly at: number; readonly end: number }

function numeralsOf(words: readonly Word[]): Placed[] {
  const forms = words.map(({ form }) => form)
  const found: Placed[] = []
  for (let at = 0; at < words.length; at++) {
    const numeral = unbroken(words, forms, at)
    if (numeral === undefined) continue
    if (numeral.end === at + 1 && forms[at] === 'one' && !countsOne(words, at)) continue
    found.push({ ...numeral, at })
    at = numeral.end - 1
  }
  return found
}

// "killed two hundred, three of them children": a comma ends a number.
function unbroken(words: readonly Word[], forms: readonly string[], at: number): Numeral | undefined {
  const numeral = numeralAt(forms, at)
  const cut = words
    .slice(at, (numeral?.end ?? at) - 1)
    .findIndex((word, i) => (words[at + i + 1]?.start ?? 0) > word.end + 1)
  return cut < 0 ? numeral : numeralAt(forms.slice(0, at + cut + 1), at)
}

// "one soldier", not "one of them" or "the one".
function countsOne(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return next !== undefined && !next.empty && at < 3
}

// "level six", "resolution 1701": which, not how many.
const labels =
  /^(?:level|phase|stage|article|resolution|chapter|section|page|room|flight|route|highway|gate|platform|pier|line|unit|no|group|channel|reactor)$/

// "a student of 19", "aged 19", "Ms Hollis, 38, said".
function isAge(
  words: readonly Word[],
  { at, end }: { at: number; end: number },
  { between }: Beside,
): boolean {
  const before = words[at - 1]
  const next = words[end]
  if (/^(?:aged?)$/.test(before?.form ?? '') || next?.form === 'year-old' || next?.form === 'year-olds')
    return true
  const last = words[end - 1]
  if (before === undefined || last === undefined) return false
  const left = between(before.end, words[at]?.start ?? 0)
  const right = next === undefined ? '' : between(last.end, next.start)
  const isSetOff = left.startsWith(',') && (next === undefined || /^[,.;]/.test(right))
  return (isSetOff && before.capital) || (before.form === 'of' && people.test(words[at - 2]?.form ?? ''))
}

const people = /^(?:man|woman|boy|girl|student|child|pensioner|teenager|youth|mother|father)$/

// What is counted stands before the next verb, preposition or comma.
function unitsAt(words: readonly Word[], end: number, { between }: Beside): string[] {
  const units: string[] = []
  for (let i = end; i < Math.min(words.length, end + 4); i++) {
    const word = words[i]
    const last = words[i - 1]
    if (word === undefined || last === undefined) break
    const gap = between(last.end, word.start)
    if (/^\s*%/.test(gap)) return ['percent']
    if (/[,;:.“”"(—–]/.test(gap)) break
    if (word.form === 'per' && words[i + 1]?.form === 'cent') return ['percent']
    if (word.empty && word.form !== 'people') {
      if (units.length > 0) break
      continue
    }
    if (word.form !== 'one' && numeralOf(word.form) !== undefined) break
    units.push(word.key)
  }
  return units
}

function boundOf(words: readonly Word[], at: number, end: number): Pick<Quantity, 'bound' | 'place'> {
  const forms = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map((word) => word.form)
      .join(' ')
  for (const [bound, pattern] of bounds) {
    const length = pattern.exec(forms(at - 4, at))?.[0].split(' ').length
    if (length !== undefined) return { bound, place: { start: at - length, end } }
  }
  if (/^or more\b/.test(forms(end, end + 2))) return { bound: 'least', place: { start: at, end: end + 2 } }
  return { bound: 'exact', place: { start: at, end } }
}

const bounds: readonly (readonly [Quantity['bound'], RegExp])[] = [
  [
    'least',
    /\b(?:at least|(?<!(?:no|not) )more than|over|above|no fewer than|not less than|upwards of|in excess of|a minimum of)$/,
  ],
  ['most', /\b(?:at most|fewer than|less than|under|up to|(?:no|not) more than|as many as)$/],
  ['about', /\b(?:about|some|around|nearly|almost|roughly|approximately|close to|just over|just under)$/],
]
