import { isElsewhere } from '../slots/reported.ts'
import { senseOf } from '../words/senses.ts'
import { wordsOf } from '../words/words.ts'
import { hasOwnOccasion } from './own-occasion.ts'
import type { Told } from './told-counts.ts'

/** So long before the first report of a count an event may lie, in days. */
const reach = 14
const day = 86_400_000

/**
 * Whether a later count may be of the event that earlier ones are of: of the same people, no other day, place, round or
 * occasion, and not of long ago. `earlier` is in order of report and not empty.
 */
export function isOneEvent(earlier: readonly Told[], later: Told): boolean {
  const first = earlier[0]
  if (first === undefined || first.tally.kind !== later.tally.kind) return false
  if (!areSamePeople(earlier, later) || isLongAgo(later, first)) return false
  if (isApart(daysOf(earlier), later.days, meet) || isApart(placesOf(earlier), [...later.places], same))
    return false
  if (isElsewhere(first.text, later.text)) return false
  const known = new Set(earlier.flatMap((one) => [...one.before, ...keysIn(one.text)]))
  return !hasOwnOccasion(formsIn(later.text), known)
}

/** Whether a count is of something that lies long before the story's reports: "killed 61 people in 1998". */
export function isLongAgo({ days, time }: Told, { time: first }: Pick<Told, 'time'> = { time }): boolean {
  return days.some(({ to }) => Date.parse(to) + reach * day < Math.min(time, first))
}

// "Soldiers" and "children" are two counts; "people" takes in whoever was counted first.
function areSamePeople(earlier: readonly Told[], { tally, aligned }: Told): boolean {
  const known = new Set(earlier.map((one) => one.tally.who))
  if (known.has(tally.who)) return true
  if (known.size > 1 && tally.who !== '') return false
  const isFirstOfArticle = !earlier.some(
    (one) => one.aligned.statement.span.article === aligned.statement.span.article,
  )
  return isFirstOfArticle && (known.has('') || tally.who === '')
}

function daysOf(told: readonly Told[]): Told['days'] {
  return told.flatMap(({ days }) => days)
}

function placesOf(told: readonly Told[]): string[] {
  return told.flatMap(({ places }) => [...places])
}

function isApart<T>(a: readonly T[], b: readonly T[], agrees: (one: T, other: T) => boolean): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => agrees(one, other)))
}

function meet(a: Told['days'][number], b: Told['days'][number]): boolean {
  return a.from <= b.to && b.from <= a.to
}

function same(a: string, b: string): boolean {
  return a === b
}

function formsIn(text: string): string[] {
  return wordsOf(text).map(({ form }) => form)
}

function keysIn(text: string): string[] {
  return wordsOf(text).map(({ key }) => senseOf(key))
}
