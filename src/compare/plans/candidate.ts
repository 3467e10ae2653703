import type { EventMention, TimeExpression } from '../../model/reading.ts'
import type { Reason } from '../../model/reason.ts'
import type { Range, Span } from '../../model/span.ts'
import { eventType } from '../../read/events/events.ts'
import { once } from '../once.ts'
import { contentOf } from '../words/content.ts'
import { meantBy, type Person, peopleIn } from './people.ts'
import type { PlanMember } from './plans.ts'

/** Somebody who takes part by a passage. */
export type Participant = Person & { readonly words: ReadonlySet<string> }

/** A passage that may state a plan, change it or say how it came out, with its values made comparable. */
export type Candidate = {
  readonly member: PlanMember
  readonly event: EventMention
  /** Types of one group may name the same plan; absent for a clause that only names a day. */
  readonly group?: string
  readonly date?: {
    readonly value: string
    readonly range: Range
    readonly from: string
    readonly to: string
    /** Why the day may not be meant, such as one that was over when it was told as ahead. */
    readonly reason?: Reason
    /** The words of another article that fix the day, where this one states no publication date. */
    readonly inferredFrom?: Span
  }
  /** Other days of the passage, such as the one that was given up. */
  readonly otherDays: readonly string[]
  /** By how many days it is put off, where no new day is told. */
  readonly delay?: { readonly days: number; readonly range: Range }
  /** The words of a day that stays open, its article having no publication date. */
  readonly openDay?: Range
  /** The time of day, with its zone where the text gives one. */
  readonly clock?: { readonly value: string; readonly range: Range; readonly isZoned: boolean }
  readonly venue?: { readonly words: ReadonlySet<string>; readonly range: Range }
  readonly participants: readonly Participant[]
  /** Whom the pronoun that it begins with stands for. */
  readonly meant?: Participant
  /** Small-letter words of the clause that say what it is about. */
  readonly words: ReadonlySet<string>
  /** True when it says that somebody stays away from a plan that others keep. */
  readonly leaves: boolean
  /** How much it says: the number of its slots. */
  readonly weight: number
}

/** The candidates of an article, in text order. */
export const candidatesOf: (member: PlanMember) => readonly Candidate[] = once(findCandidates)

function findCandidates(member: PlanMember): Candidate[] {
  return member.reading.events.flatMap((event) => {
    const type = event.type === undefined ? undefined : eventType(event.type)
    if (type === undefined && isSaying(member, event)) return []
    const leaves = isLeaving(member, event)
    if (/^(?:conditional|unknown|denied|refused)$/.test(event.status) && !leaves && !isDenial(event))
      return []
    if (!leaves && isThreat(member, event)) return []
    const isPlan = type?.plan === 'yes'
    // "Kelmaria wants the talks moved": the wish is told of the talks, not of the wanting.
    if (!isPlan && event.type !== undefined && event.rules.includes('EV-CHANGE-SOUGHT')) return []
    const candidate = candidateOf(member, event, isPlan ? type.group : undefined)
    return isPossible(candidate) ? [candidate] : []
  })
}

// "The chairman said on Tuesday": no event of its own.
function isSaying(member: PlanMember, event: EventMention): boolean {
  return /^(?:sa(?:y|ys|id)|told|tells|(?:add|report|confirm|announce|warn|state|declare|note|explain|reveal|admit|decline)(?:d|s|ed)?)$/.test(
    member.article.text.slice(event.trigger.start, event.trigger.end),
  )
}

// What is said to have happened on a day after publication was misread: better none than a wrong one.
function isPossible({ event, date, member }: Candidate): boolean {
  const published = member.article.published?.slice(0, 10)
  return (
    event.status !== 'happened' || date === undefined || published === undefined || date.from <= published
  )
}

// "No envoy will hold talks in Tarn": a plan that others report.
function isDenial({ status, rules, type }: EventMention): boolean {
  return status === 'denied' && type !== undefined && rules.includes('EV-NEGATED-AHEAD')
}

// "Veldt will not attend", "the minister pulled out of the talks".
function isLeaving(member: PlanMember, event: EventMention): boolean {
  if (event.participants.length === 0 || isThreat(member, event)) return false
  const words = member.article.text.slice(event.range.start, event.range.end)
  if (event.status === 'refused') return /\b(?:pull|withdr|skip|boycott|stay)/.test(words)
  return (
    event.rules.includes('EV-NEGATED-AHEAD') &&
    /\b(?:not|n[’']t|never|no longer) (?:be )?(?:attend|join|take part|take a seat|come|travel|sit)/.test(
      words,
    )
  )
}

// "threatened to walk away from the talks": neither a plan nor a change of one.
function isThreat(member: PlanMember, event: EventMention): boolean {
  return /\bthreat(?:en|ens|ened|ening) to\b/.test(
    member.article.text.slice(event.range.start, event.trigger.start),
  )
}

function candidateOf(member: PlanMember, event: EventMention, group: string | undefined): Candidate {
  const { text } = member.article
  const date = dateOf(member, event)
  const openDay = date === undefined ? openDayOf(member, event) : undefined
  const delay = date === undefined ? delayOf(member, event) : undefined
  const clock = clockOf(member, event)
  // A visit is made to the place that its word leads to, whatever follows.
  const goal =
    event.type === 'visit' ? event.places.find(({ start }) => start > event.trigger.start) : undefined
  const place = goal ?? event.places.at(-1)
  const worded = (person: Person) => ({ ...person, words: wordsOf(person.text) })
  const participants = peopleIn(member, event).map(worded)
  const meant = meantBy(member, event)
  const words = contentOf(text.slice(event.range.start, event.range.end))
  const weight =
    (date === undefined ? 0 : 2) +
    (place === undefined ? 0 : 1) +
    Math.min(2, participants.length) +
    (event.format === undefined ? 0 : 1) +
    (event.type === undefined ? 0 : 1)
  return {
    member,
    event,
    ...(group === undefined || group === '' ? {} : { group }),
    ...(date === undefined ? {} : { date }),
    otherDays: otherDaysOf(member, event).filter((day) => day !== date?.value),
    ...(delay === undefined ? {} : { delay }),
    ...(openDay === undefined ? {} : { openDay }),
    ...(clock === undefined ? {} : { clock }),
    ...(place === undefined
      ? {}
      : { venue: { words: wordsOf(text.slice(place.start, place.end)), range: place } }),
    participants,
    ...(meant === undefined ? {} : { meant: worded(meant) }),
    words,
    leaves: isLeaving(member, event),
    weight,
  }
}

/** The day that a passage gives: the last of a changed date, else the one that lies where its status looks. */
function dateOf(member: PlanMember, event: EventMention): Candidate['date'] {
  const isOff = event.status === 'postponed' || event.status === 'cancelled'
  const times = event.times.flatMap((index) => {
    const time = member.reading.times[index]
    if (time?.interval === undefined || !dated.has(time.granularity)) return []
    // "a verdict is expected before Christmas": some day until then.
    if (
      /\bbefore\s(?:the end of\s)?$/.test(member.article.text.slice(Math.max(0, time.start - 20), time.start))
    )
      return []
    // "on the 19th and not tomorrow"
    if (/\bnot\s(?:on\s|until\s)?$/.test(member.article.text.slice(Math.max(0, time.start - 10), time.start)))
      return []
    // "Thursday's talks were called off", not "were called off on Thursday night".
    if (isOff && time.direction !== 'future' && !isOf(member, time)) return []
    // "the election set for Sunday has been delayed": the old day.
    return isOff &&
      /\b(?:set|due|planned|scheduled|slated|called)\s(?:(?:for|on)\s)?$/.test(
        member.article.text.slice(Math.max(0, time.start - 20), time.start),
      )
      ? []
      : [time]
  })
  const looksBack = event.status === 'happened' || event.status === 'not-held'
  const fitting = times.filter((time) =>
    looksBack ? time.direction !== 'future' : time.direction !== 'past',
  )
  if (event.status === 'postponed') return dateAt(fitting.findLast((time) => time.direction === 'future'))
  if (event.status === 'moved')
    return dateAt(fitting.findLast((time) => time.anchor?.kind !== 'time') ?? fitting.at(-1))
  const chosen = fitting.find(isDay) ?? fitting[0] ?? (looksBack ? times[0] : undefined)
  return dateAt(chosen)
}

// "The vote, due on Thursday, will be on Monday instead".
function otherDaysOf({ reading }: PlanMember, event: EventMention): string[] {
  return event.times.flatMap((index) => {
    const time = reading.times[index]
    return time?.interval !== undefined && isDay(time) ? [time.interval.from] : []
  })
}

// "put back two weeks", "postponed the vote by a month".
function delayOf({ article, reading }: PlanMember, event: EventMention): Candidate['delay'] {
  if (event.status !== 'postponed') return undefined
  const { start, end } = event.range
  for (const time of reading.times) {
    if (time.type !== 'DURATION' || time.start < start || time.end > end) continue
    const [, count, unit] = /^P(\d+)([DWM])$/.exec(time.value ?? '') ?? []
    if (count === undefined || unit === undefined) continue
    if (
      !/\b(?:by|back|off|(?:adjourned|delayed|postponed) for)\s(?:at least\s|another\s)?$/.test(
        article.text.slice(start, time.start),
      )
    )
      continue
    const days = Number(count) * (unit === 'D' ? 1 : 7)
    if (unit !== 'M') return { days, range: { start: time.start, end: time.end } }
  }
  return undefined
}

// "on Friday" in an article that states no day of its own.
function openDayOf({ reading }: PlanMember, event: EventMention): Range | undefined {
  const open = event.times
    .map((index) => reading.times[index])
    .find((time) => time?.reason === 'no-publication-date' && dated.has(time.granularity))
  return open && { start: open.start, end: open.end }
}

/** The time of day that a passage gives, by its own words: "10 a.m." in "Friday at 10 a.m.". */
function clockOf(member: PlanMember, event: EventMention): Candidate['clock'] {
  for (const index of event.times) {
    const time = member.reading.times[index]
    const value = time?.granularity === 'instant' ? /T(.+)$/.exec(time.value ?? '')?.[1] : undefined
    if (time === undefined || value === undefined) continue
    const words = member.article.text.slice(time.start, time.end)
    const start =
      time.start +
      Math.max(0, words.search(/\d{1,2}[:.h]?\d{0,2}\s?(?:[ap]\.?m|GMT|UTC|\b)|\bnoon|\bmidnight/i))
    return { value, range: { start, end: time.end }, isZoned: /(?:Z|[+-]\d\d:\d\d)$/.test(value) }
  }
  return undefined
}

function isOf({ article }: PlanMember, time: TimeExpression): boolean {
  return /^['’]s?\b/.test(article.text.slice(time.end, time.end + 3))
}

function dateAt(time: TimeExpression | undefined): Candidate['date'] {
  if (time?.interval === undefined) return undefined
  const { from, to } = time.interval
  const { anchor } = time
  const inferredFrom =
    anchor?.kind === 'story' && anchor.article !== undefined && anchor.range !== undefined
      ? { article: anchor.article, ...anchor.range }
      : undefined
  return {
    value: isDay(time) ? from : (time.value ?? from),
    range: { start: time.start, end: time.end },
    from,
    to,
    ...(time.reason === undefined || time.granularity === 'instant' ? {} : { reason: time.reason }),
    ...(inferredFrom === undefined ? {} : { inferredFrom }),
  }
}

const dated: ReadonlySet<TimeExpression['granularity']> = new Set([
  'instant',
  'part-of-day',
  'day',
  'weekend',
  'week',
  'month',
])

function isDay(time: TimeExpression): boolean {
  return time.granularity === 'day' || time.granularity === 'part-of-day' || time.granularity === 'instant'
}

/** The words of a name, in lower case, without articles and titles. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !/^(?:the|of|a|an|in|at|on|mr|ms|mrs|dr)$/.test(word)),
  )
}
