import type { Entry, Lexicon } from './lexicon.ts'

/** Words, numbers and marks of a text side by side: where each stands, and its entry when a pattern may know it. */
export type Words = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly entries: readonly (Entry | undefined)[]
}

/** Cuts a text into words, numbers and marks in one pass. */
export function scanWords(text: string, lexicon: Lexicon): Words {
  const starts: number[] = []
  const ends: number[] = []
  const entries: (Entry | undefined)[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      continue
    }
    const [end, entry] = isLetter(code)
      ? word(text, at, lexicon)
      : isDigit(code)
        ? number(text, at)
        : mark(text, at, lexicon)
    starts.push(at)
    ends.push(end)
    entries.push(entry)
    at = end
  }
  return { text, starts, ends, entries }
}

type Cut = readonly [end: number, entry: Entry | undefined]

function word(text: string, at: number, lexicon: Lexicon): Cut {
  let end = at + 1
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  const form = text.slice(at, end)
  const phrases = lexicon.phrases.get(form)
  if (phrases !== undefined) {
    const phrase = phrases.find((each) => startsWith(text, at, each.text))
    if (phrase !== undefined) return [at + phrase.text.length, phrase.entry]
  }
  const entry = lexicon.words.get(form)
  if (entry === undefined || form.length > 4 || !isAbbreviation(entry, form)) return [end, entry]
  if (text.charCodeAt(end) === 46) return [end + 1, entry]
  return /^\s?,?\s?\d/.test(text.slice(end, end + 4)) || /\d\s$/.test(text.slice(Math.max(0, at - 2), at))
    ? [end, entry]
    : [end, undefined]
}

function startsWith(text: string, at: number, phrase: string): boolean {
  if (
    !text
      .slice(at, at + phrase.length)
      .replaceAll('’', "'")
      .startsWith(phrase)
  )
    return false
  return !isLetter(text.charCodeAt(at + phrase.length))
}

// "Oct.", "Mon.": not "May" or "June", which are whole words.
function isAbbreviation(entry: Entry, form: string): boolean {
  return (entry.values.has('MONTH') || entry.values.has('WEEKDAY')) && !/^(?:May|June|July)$/i.test(form)
}

const isoDate = /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/y
const numericDate = /(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/y
const slashClock = /(\d{1,2})(?:[:.]([0-5]\d))?(?::[0-5]\d)?\s?([ap])\.?\s?m(?:\.|\b)/iy
const colonClock = /([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?!\d)/y
const decade = /(?:1\d|20)?\d0s\b/y
const ordinal = /(\d{1,2})(?:st|nd|rd|th)\b/y
const plain = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y

function number(text: string, at: number): Cut {
  for (const [shape, symbol] of shapes) {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found !== null) return [at + found[0].length, numberEntry(symbol, found)]
  }
  plain.lastIndex = at
  const digits = plain.exec(text)?.[0] ?? text.charAt(at)
  return [at + digits.length, plainNumber(digits, text.charAt(at - 1), text.charAt(at + digits.length))]
}

const shapes: readonly (readonly [RegExp, string])[] = [
  [isoDate, 'ISO'],
  [numericDate, 'NUMDATE'],
  [slashClock, 'CLOCK'],
  [colonClock, 'CLOCK'],
  [decade, 'DECADE'],
  [ordinal, 'ORD'],
]

function numberEntry(symbol: string, found: RegExpExecArray): Entry {
  const values = new Map<string, string>()
  if (symbol === 'CLOCK') values.set('CLOCK', clockValue(found))
  else if (symbol === 'NUMDATE') values.set('NUMDATE', `${found[1]}/${found[3]}/${found[4]}`)
  else if (symbol === 'ORD') {
    values.set('ORD', found[1] ?? '')
    if (Number(found[1]) <= 31) values.set('DAYNUM', found[1] ?? '')
  } else values.set(symbol, found[0])
  return { word: found[0], values }
}

function clockValue(found: RegExpExecArray): string {
  const half = (found[3] ?? '').toLowerCase()
  const hour = Number(found[1])
  if (half === '') return `${hour}:${found[2] ?? '00'}`
  if (hour > 12 || hour === 0) return 'impossible'
  return `${(hour % 12) + (half === 'p' ? 12 : 0)}:${found[2] ?? '00'}`
}

function plainNumber(digits: string, before: string, after: string): Entry | undefined {
  if (/[$€£#¥]/.test(before) || after === '%') return undefined
  const values = new Map<string, string>([['INT', digits.replaceAll(',', '')]])
  const value = Number(digits)
  if (digits.length <= 2 && value >= 1) values.set('DAYNUM', digits)
  if (digits.length === 4 && !digits.includes('.')) {
    if (value >= 1000 && value < 3000) values.set('YEARNUM', digits)
    if (value % 100 < 60 && value <= 2400) values.set('HHMM', digits)
  }
  return { word: digits, values }
}

const shortDecade = /['’]?\d0s\b/y
const shortYear = /['’](\d{2})(?!\d)/y

function mark(text: string, at: number, lexicon: Lexicon): Cut {
  const code = text.charCodeAt(at)
  if (code === 39 || code === 0x2019) return apostrophe(text, at, lexicon)
  if (code === 0x2013 || code === 0x2212) return [at + 1, lexicon.words.get('-')]
  return [at + 1, lexicon.words.get(text.charAt(at))]
}

function apostrophe(text: string, at: number, lexicon: Lexicon): Cut {
  const next = text.charAt(at + 1)
  if (next === 's' && !isLetter(text.charCodeAt(at + 2))) return [at + 2, lexicon.words.get("'s")]
  shortDecade.lastIndex = at
  const tens = shortDecade.exec(text)
  if (tens !== null) return [at + tens[0].length, { word: tens[0], values: new Map([['DECADE', tens[0]]]) }]
  shortYear.lastIndex = at
  const year = shortYear.exec(text)
  if (year !== null) return [at + 3, { word: year[0], values: new Map([['YEAR2', year[1] ?? '']]) }]
  if (/^\s+time\b/.test(text.slice(at + 1, at + 7))) return [at + 1, lexicon.words.get("'s")]
  return [at + 1, undefined]
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  )
}
