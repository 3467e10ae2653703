import type { Instant } from '../model/article.ts'
import { table } from '../text/table.ts'
import type { GatherCode } from './issue.ts'

/** A publication date that was read, or why it was not. `code` beside a value says what had to be left off. */
export type ReadDate =
  | { readonly ok: true; readonly value: Instant; readonly code?: GatherCode }
  | { readonly ok: false; readonly code: GatherCode }

/**
 * Reads a publication date: ISO 8601, RFC 2822, or a day with a month's name in any order, with or without a time.
 * A time without a zone gives its day only (`unknown-zone`); 03/04/2031 is ambiguous; nothing is guessed.
 */
export function readDate(text: string): ReadDate {
  const squeezed = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const day = readDay(squeezed)
  if (day === undefined) return { ok: false, code: 'bad-date' }
  if (day === 'ambiguous') return { ok: false, code: 'ambiguous-date' }
  if (!isDay(day)) return { ok: false, code: 'impossible-date' }
  const date = `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)}`
  const time = readTime(squeezed.slice(0, day.from) + squeezed.slice(day.to).replace(/^[T,]/, ' '))
  if (time === undefined) return { ok: true, value: date }
  if (time.zone === undefined) return { ok: true, value: date, code: 'unknown-zone' }
  return { ok: true, value: `${date}T${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}${time.zone}` }
}

type Day = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly from: number
  readonly to: number
}

function readDay(text: string): Day | 'ambiguous' | undefined {
  return isoDay(text) ?? epochDay(text) ?? numericDay(text) ?? namedDay(text)
}

// "2031-03-04", "2031/03/04", "20310304", "2031年3月4日", "2031. 3. 4."
function isoDay(text: string): Day | undefined {
  const match =
    /(?<!\d)(\d{4})(?:-|\/|\.\s?|年\s?|년\s?)(\d{1,2})(?:-|\/|\.\s?|月\s?|월\s?)(\d{1,2})(?:日|일)?(?!\d)/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})(?=$|T)/.exec(text)
  return match ? dayAt(match, [1, 2, 3]) : undefined
}

// Seconds or milliseconds since 1970, as some feeds and records give them.
function epochDay(text: string): Day | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined
  const iso = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number)
  return { year, month, day, from: 0, to: text.length }
}

// "04.03.2031" is day first by custom; with slashes or dashes either may come first.
function numericDay(text: string): Day | 'ambiguous' | undefined {
  const match = /(?<![\d:.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(text)
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (match[2] === '.' || first > 12 || first === second) return dayAt(match, [4, 3, 1])
  return second > 12 ? dayAt(match, [4, 1, 3]) : 'ambiguous'
}

// "4 March 2031", "4. März 2031", "March 4, 2031", "4 de março de 2031", "Tue, 04 Mar 2031"
function namedDay(text: string): Day | undefined {
  const months = monthNames()
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}’']*/gu)) {
    const month = months.get(match[0].toLowerCase())
    if (month === undefined) continue
    const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s,/-]*(?:de |of |-a |d['’])?$/iu.exec(
      text.slice(0, match.index),
    )
    const rest = text.slice(match.index + match[0].length)
    const year = /^\.?[\s,/-]*(?:de |del |of |г\.? )?(\d{4})(?!\d)/iu.exec(rest)
    const from = before?.index ?? match.index
    if (before && year)
      return {
        year: Number(year[1]),
        month,
        day: Number(before[1]),
        from,
        to: text.length - rest.length + year[0].length,
      }
    const after = /^\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i.exec(rest)
    if (after)
      return {
        year: Number(after[2]),
        month,
        day: Number(after[1]),
        from: match.index,
        to: text.length - rest.length + after[0].length,
      }
  }
  return undefined
}

function dayAt(match: RegExpExecArray, [y, m, d]: readonly [number, number, number]): Day {
  return {
    year: Number(match[y]),
    month: Number(match[m]),
    day: Number(match[d]),
    from: match.index,
    to: match.index + match[0].length,
  }
}

function isDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

type Time = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly zone: string | undefined
}

// "09:10", "9:10 pm", "09:10:00.000+01:00", "09h10", "09.10 Uhr", "9 a.m."
const clock =
  /(?<![\d.:])(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?|[.](\d{2})(?= ?(?:uhr|[ap]\.?m|klo|gmt|uk)))?(?:\s?([ap])\.?(?:m\b\.?|(?![a-z.])))?/iu

function readTime(text: string): Time | undefined {
  for (const match of text.matchAll(new RegExp(clock, 'giu'))) {
    const minutes = match[2] ?? match[4]
    const half = match[5]?.toLowerCase()
    if (minutes === undefined && half === undefined) continue
    const told = Number(match[1])
    const hour = half === 'p' && told < 12 ? told + 12 : half === 'a' && told === 12 ? 0 : told
    const [minute, second] = [Number(minutes ?? 0), Number(match[3] ?? 0)]
    if (hour > 23 || minute > 59 || second > 59) continue
    return {
      hour,
      minute,
      second,
      zone: readZone(text.slice(match.index + match[0].length).replace(/^\s?(?:uhr|klo)\b/i, '')),
    }
  }
  return undefined
}

// Abbreviations that mean one offset wherever they are written; IST, CST and the like mean several.
const zones: Readonly<Record<string, string>> = {
  z: 'Z',
  gmt: 'Z',
  utc: 'Z',
  ut: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  hkt: '+08:00',
  sgt: '+08:00',
}

function readZone(rest: string): string | undefined {
  const offset = /^[\s(]*(?:gmt|utc)?\s?([+-−])(\d{1,2}):?(\d{2})?(?!\d)/iu.exec(rest)
  if (offset) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)]
    if (hours > 14 || minutes > 59) return undefined
    if (hours === 0 && minutes === 0) return 'Z'
    return `${offset[1] === '+' ? '+' : '-'}${pad(hours)}:${pad(minutes)}`
  }
  const name = /^[\s(]*([a-z]{1,4})\b/i.exec(rest)?.[1]?.toLowerCase()
  return name === undefined ? undefined : zones[name]
}

let months: ReadonlyMap<string, number> | undefined

// "listopad" is October in Croatian and November in Polish: a name that means two months is no evidence.
function monthNames(): ReadonlyMap<string, number> {
  if (months !== undefined) return months
  const found = new Map<string, number>()
  const unclear = new Set<string>()
  for (const row of table('month-names')) {
    for (const form of (row.forms ?? '').split('|')) {
      const month = Number(row.month)
      if ((found.get(form) ?? month) !== month) unclear.add(form)
      found.set(form, month)
    }
  }
  for (const form of unclear) found.delete(form)
  months = found
  return found
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}
