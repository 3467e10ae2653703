import type { Article } from '../../model/article.ts'
import type { Attribution, Via } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'

/** "1 origin", "2 origins": a number with its noun. */
export function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : plural(noun)}`
}

/** Corroboration in words: "2 origins", or "1–2 origins" when the least and the most differ. */
export function originsInWords(certain: number, possible: number): string {
  if (possible <= certain) return counted(certain, 'origin')
  return `${certain}–${possible} origins`
}

/** "1 outlet", "4 outlets"; none where no article states its own. */
export function outletsInWords(outlets: number): string {
  return outlets === 0 ? 'outlets not stated' : counted(outlets, 'outlet')
}

/** An article's title, or else how its text begins. */
export function titleInWords({ title, text }: Pick<Article, 'title' | 'text'>): string {
  return title === undefined ? shortened(plainText(text.slice(0, 200)), 80) : plainText(title)
}

/** The class of an attribution's cue, or why it has none. */
export function cueClassInWords({ cueClass, cueClassReason }: Attribution): string {
  if (cueClass !== undefined) return cueClass
  return cueClassReason === undefined
    ? 'of no known class'
    : `of no known class (${reasonText[cueClassReason]})`
}

/** "outlet", or why what the source spoke to or through is of no known kind. */
export function viaKindInWords({ kind, reason }: Via): string {
  return kind ?? `kind not known: ${reasonText[reason ?? 'no-rule-applies']}`
}

/** A day in words, such as "Mon 2 May 2033"; other text comes back unchanged. */
export function dayInWords(instant: string): string {
  const date = dateOf(instant)
  if (date === undefined) return instant
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** A moment in words without its year, such as "2 May 09:10 UTC", or "2 May" where only the day is known. */
export function momentInWords(instant: string): string {
  const date = dateOf(instant)
  if (date === undefined) return instant
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`
  return hasTime(instant) ? `${day} ${timeOf(date)} UTC` : day
}

/** A moment in words with its year, such as "2 May 2033, 09:10 UTC". */
export function fullMomentInWords(instant: string): string {
  const date = dateOf(instant)
  if (date === undefined) return instant
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return hasTime(instant) ? `${day}, ${timeOf(date)} UTC` : day
}

/** Two days as one range, such as "2–10 May 2033" or "30 Apr – 2 May 2033"; one day stays one day. */
export function rangeInWords(from: string, to: string): string {
  const [a, b] = [dateOf(from), dateOf(to)]
  if (a === undefined || b === undefined) return from === to ? from : `${from} – ${to}`
  const whole = wholePeriod(from, to)
  if (whole !== undefined) return whole
  const end = `${b.getUTCDate()} ${months[b.getUTCMonth()]} ${b.getUTCFullYear()}`
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${fullMomentInWords(from.slice(0, 10))} – ${end}`
  if (a.getUTCMonth() !== b.getUTCMonth()) return `${a.getUTCDate()} ${months[a.getUTCMonth()]} – ${end}`
  if (a.getUTCDate() !== b.getUTCDate()) return `${a.getUTCDate()}–${end}`
  return `${weekdays[b.getUTCDay()]} ${end}`
}

// A whole year or a whole month by its name: "2029", "Feb 2033".
function wholePeriod(from: string, to: string): string | undefined {
  const [year, month, day] = from.split('-').map(Number)
  if (year === undefined || month === undefined || day !== 1 || from.slice(0, 4) !== to.slice(0, 4))
    return undefined
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return String(year)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return to === last ? `${months[month - 1]} ${year}` : undefined
}

/** Milliseconds since 1970 of an instant, for ordering; undefined for what is no date. */
export function orderOf(instant: string | undefined): number | undefined {
  return instant === undefined ? undefined : dateOf(instant)?.getTime()
}

/** Text from outside on one line, without characters that steer direction or are no characters at all. */
export function plainText(text: string): string {
  return text.replace(steering, '').replace(/\s+/gu, ' ').trim()
}

/** The first letter in upper case. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Cuts a text at a word so that it has at most `length` characters, with an ellipsis for what is left out. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20)).replace(/[\s,;:.]+$/u, '')} …`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

// Bidirectional controls, other controls, zero-width joiners of nothing, byte order marks.
const steering =
  /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/gu

function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

function dateOf(instant: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d/.test(instant)) return undefined
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function hasTime(instant: string): boolean {
  return /T\d\d/.test(instant)
}

function timeOf(date: Date): string {
  return `${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}
