import type { TimeExpression } from '../../model/reading.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { numeralOf } from '../../text/numerals.ts'
import { table } from '../../text/table.ts'
import { isoDay, parseDay } from './calendar.ts'

/** A stretch of time as a text defines it: "the twelve-day war in June last year". `range` is the defining words. */
export type Period = {
  readonly value: string
  readonly interval: { readonly from: string; readonly to: string }
  readonly granularity: TimeExpression['granularity']
  readonly range: Range
}

/** The names of periods in a text, and the periods that it defines by name. */
export type Periods = {
  readonly names: readonly (Range & { readonly key: string })[]
  readonly defined: ReadonlyMap<string, Period>
}

/** Finds what a text calls a war, a siege, a truce … of its own name, and which of them it places in time. */
export function periodsIn(text: string, times: readonly TimeExpression[]): Periods {
  const defined = new Map<string, Period>()
  const names: (Range & { readonly key: string })[] = []
  for (const name of namesIn(text)) {
    const period = definedAt(text, name, times)
    if (period === undefined) names.push(name)
    else if (!defined.has(name.key)) defined.set(name.key, period)
  }
  return { names: [...names, ...bareNames(text, defined)].sort((a, b) => a.start - b.start), defined }
}

/** The times of a text with those of its named periods, which are counted from the words that define them. */
export function withPeriods(text: string, times: readonly TimeExpression[]): TimeExpression[] {
  const { names, defined } = periodsIn(text, times)
  return names.reduce<TimeExpression[]>(
    (all, name) => {
      const period = defined.get(name.key)
      if (period === undefined) return all
      const { value, range } = period
      return withTime(all, timeOfPeriod(name, period, { kind: 'period', value, range }))
    },
    [...times],
  )
}

/** The time that a name stands for. */
export function timeOfPeriod(
  name: Range,
  { value, interval, granularity }: Period,
  anchor: TimeExpression['anchor'],
): TimeExpression {
  const { start, end } = name
  return { start, end, type: 'DATE', value, interval, granularity, anchor, rules: ['T-PERIOD'] }
}

/** Times with one more in its place; a length that is only a part of its name gives way to it. */
export function withTime(times: readonly TimeExpression[], time: TimeExpression): TimeExpression[] {
  const beside = times.filter((each) => !(overlaps(each, time) && each.type === 'DURATION'))
  if (beside.some((each) => overlaps(each, time))) return [...times]
  return [...beside, time].sort((a, b) => a.start - b.start)
}

function namesIn(text: string): (Range & { readonly key: string })[] {
  shapes ??= readShapes()
  return [...text.matchAll(shapes.named)].map((match) => {
    const words = match.groups?.name ?? ''
    const start = match.index + match[0].length - words.length
    return { start, end: start + words.length, key: keyOf(words) }
  })
}

// "since the war", in a text that has placed one war and no other.
function bareNames(text: string, defined: ReadonlyMap<string, Period>): (Range & { readonly key: string })[] {
  shapes ??= readShapes()
  return [...text.matchAll(shapes.bare)].flatMap((match) => {
    const head = match.groups?.name ?? ''
    const keys = [...defined.keys()].filter((key) => key.endsWith(` ${head.toLowerCase()}`))
    const [key] = keys
    const start = match.index + match[0].length - head.length
    const period = key === undefined ? undefined : defined.get(key)
    return keys.length === 1 && key !== undefined && period !== undefined && period.range.end <= start
      ? [{ start, end: start + head.length, key }]
      : []
  })
}

/** "Twelve-day war", "12-day war" and "twelve day war" are one name. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replace(/\b\p{L}+\b/gu, (word) => String(numeralOf(word) ?? word))
}

/** The period that a name is given where it stands: "… of 2029", "… in June last year", "… that began on 13 June", "last June's …". */
function definedAt(
  text: string,
  name: Range & { readonly key: string },
  times: readonly TimeExpression[],
): Period | undefined {
  for (const time of times) {
    if (time.interval === undefined || time.value === undefined || time.type !== 'DATE') continue
    const isAfter = time.start >= name.end && time.start - name.end <= 48
    const isBefore = time.end <= name.start && name.start - time.end <= 6
    if (isAfter && joining.test(text.slice(name.end, time.start))) {
      const placed = spread(time.interval, name.key, text.slice(name.end, time.start))
      const value = placed === time.interval ? time.value : `${placed.from}/${placed.to}`
      const range = { start: name.start, end: time.end }
      return { value, interval: placed, granularity: time.granularity, range }
    }
    if (isBefore && /^['’]s\s["“‘']?$/.test(text.slice(time.end, name.start)))
      return {
        value: time.value,
        interval: time.interval,
        granularity: time.granularity,
        range: { start: time.start, end: name.end },
      }
  }
  return undefined
}

const joining =
  /^["”’']?,?\s(?:(?:of|in|from|during|late|early|which|that|began|begun|started|broke|out|erupted|ended|fought|was|on|back|between)\s)*$/

// A twelve-day war that began on 13 June lasted until 24 June.
function spread(interval: Period['interval'], key: string, between: string): Period['interval'] {
  const { from, to } = interval
  const length = /^(\d+) (day|week)/.exec(key)
  const days = length === null ? 0 : Number(length[1]) * (length[2] === 'week' ? 7 : 1)
  const [first, last] = [parseDay(from), parseDay(to)]
  if (days === 0 || from !== to || first === undefined || last === undefined) return interval
  if (/\b(?:began|begun|started|broke|erupted)\b/.test(between)) return { from, to: isoDay(first + days - 1) }
  return /\bended\b/.test(between) ? { from: isoDay(last - days + 1), to } : interval
}

type Shapes = { readonly named: RegExp; readonly bare: RegExp }

let shapes: Shapes | undefined

function readShapes(): Shapes {
  const heads = table('period-words')
    .map(({ word = '' }) => word)
    .sort((a, b) => b.length - a.length)
    .join('|')
  const count = String.raw`(?:\d+|\p{L}+(?:-\p{L}+)?)[- ](?:day|week|month|year|hour)(?:-long)?`
  const modifier = String.raw`(?:${count}|\p{Lu}[\p{L}’']+(?:-\p{L}+)*|winter|summer|spring|autumn)`
  return {
    // "the “twelve-day war”", "a Vesk crisis", "their six-week truce"
    named: new RegExp(
      String.raw`(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s["“‘']?|["“‘]|['’]s\s["“‘']?)(?<name>${modifier}(?:\s${modifier})?\s(?:${heads}|War|Crisis|Siege|Uprising|Revolution))\b`,
      'gu',
    ),
    bare: new RegExp(
      String.raw`\b(?:since|before|after|during|until|throughout)\sthe\s(?<name>${heads})\b(?!\s(?:in|of|that|on|with|between|against|over)\b)`,
      'giu',
    ),
  }
}
