import { isElsewhere } from '../slots/reported.ts'
import { senseOf } from '../words/senses.ts'
import { wordsOf } from '../words/words.ts'
import { hasOwnOccasion } from './own-occasion.ts'
import type { Told } from './told-counts.ts'

/** So long before the first report of a count an event may lie, in days. */
const reach = 14
const day = 86_400_000

/** What the counts of one event, of one kind, have told of it. */
export type CountedEvent = {
  readonly first: Told
  readonly who: Set<string>
  readonly articles: Set<string>
  readonly days: Told['days'][number][]
  readonly places: Set<string>
  /** Keys of what the articles said up to their counts. */
  readonly keys: Set<string>
}

/** The event that a first count is of. */
export function eventOf(first: Told): CountedEvent {
  const event: CountedEvent = {
    first,
    who: new Set(),
    articles: new Set(),
    days: [],
    places: new Set(),
    keys: new Set(),
  }
  tellOf(event, first)
  return event
}

/** Adds what a further count tells of its event. */
export function tellOf(event: CountedEvent, told: Told): void {
  event.who.add(told.tally.who)
  event.articles.add(told.aligned.statement.span.article)
  for (const one of told.days)
    if (!event.days.some(({ from, to }) => from === one.from && to === one.to)) event.days.push(one)
  for (const place of told.places) event.places.add(place)
  for (const key of told.before) event.keys.add(key)
  for (const { key } of wordsOf(told.text)) event.keys.add(senseOf(key))
}

/**
 * Whether a later count may be of an event: of the same people, no other day, place, round or occasion, and not of long ago.
 */
export function isOfEvent(event: CountedEvent, later: Told): boolean {
  const { first, days, places, keys } = event
  if (first.tally.kind !== later.tally.kind) return false
  if (!areSamePeople(event, later) || isLongAgo(later, first)) return false
  if (
    days.length > 0 &&
    later.days.length > 0 &&
    !days.some((one) => later.days.some((other) => meet(one, other)))
  )
    return false
  if (places.size > 0 && later.places.size > 0 && ![...later.places].some((place) => places.has(place)))
    return false
  if (isElsewhere(first.text, later.text)) return false
  return !hasOwnOccasion(
    wordsOf(later.text).map(({ form }) => form),
    keys,
  )
}

/** Whether a count is of something that lies long before the story's reports: "killed 61 people in 1998". */
export function isLongAgo({ days, time }: Told, { time: first }: Pick<Told, 'time'> = { time }): boolean {
  return days.some(({ to }) => Date.parse(to) + reach * day < Math.min(time, first))
}

// "Soldiers" and "children" are two counts; "people" takes in whoever was counted first.
function areSamePeople({ who, articles }: CountedEvent, { tally, aligned }: Told): boolean {
  if (who.has(tally.who)) return true
  if (who.size > 1 && tally.who !== '') return false
  return !articles.has(aligned.statement.span.article) && (who.has('') || tally.who === '')
}

function meet(a: Told['days'][number], b: Told['days'][number]): boolean {
  return a.from <= b.to && b.from <= a.to
}
