import { numeralAt, numeralOf } from '../../text/numerals.ts'
import type { Words } from './scan.ts'

/** A number in words or figures: "two and a half", "twenty-five", "2 1/2", "a few" (value "X"). `end` is the index of the first word after it. */
export type TimeNumber = { readonly end: number; readonly value: number | 'X' }

/** The number that begins at a word, if one does. */
export function readNumber(words: Words, at: number): TimeNumber | undefined {
  const start = vague(words, at) ?? numeralAt(formsFrom(words, at), at) ?? alone(words, at)
  return start === undefined ? undefined : withFraction(words, start)
}

// "a few", "several", "a couple of".
function vague(words: Words, at: number): TimeNumber | undefined {
  const next = has(words, at, '=a') ? at + 1 : at
  if (words.entries[next]?.values.has('VAGUE')) return { end: next + 1, value: 'X' }
  if (!has(words, next, '=couple')) return undefined
  return { end: has(words, next + 1, '=of') ? next + 2 : next + 1, value: 2 }
}

// "a week", "half an hour", "the past hundred years".
function alone(words: Words, at: number): TimeNumber | undefined {
  const form = words.entries[at]?.word ?? ''
  const next = form === 'half' ? at + 1 : at
  if (has(words, next, '=a') || has(words, next, '=an'))
    return { end: next + 1, value: form === 'half' ? 0.5 : 1 }
  const value = numeralOf(form)
  return value === undefined ? undefined : { end: at + 1, value }
}

/** Numbers have at most so many words. */
const longest = 10

function formsFrom(words: Words, at: number): string[] {
  const forms: string[] = []
  for (let i = at; i < at + longest; i++) {
    const entry = words.entries[i]
    forms[i] = entry?.values.get('INT') ?? entry?.word ?? ''
  }
  return forms
}

// "two and a half", "two-and-a-half", "2 1/2".
function withFraction(words: Words, number: TimeNumber): TimeNumber {
  if (number.value === 'X') return number
  const steps = words.text.slice(
    words.ends[number.end - 1],
    words.starts[number.end + 4] ?? words.text.length,
  )
  const part = /^[\s-]and[\s-]a[\s-](half|quarter)(?=[\s-])/.exec(steps)
  if (part !== null) {
    const skipped = part[0].split('').filter((mark) => mark === '-').length + 3
    return { end: number.end + skipped, value: number.value + (part[1] === 'half' ? 0.5 : 0.25) }
  }
  if (/^\s1\/2(?=[\s-])/.test(steps)) return { end: number.end + 3, value: number.value + 0.5 }
  return number
}

function has(words: Words, at: number, symbol: string): boolean {
  return words.entries[at]?.values.has(symbol) ?? false
}
