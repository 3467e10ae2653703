import type { EventStatus } from '../../model/reading.ts'
import type { Candidate } from './candidate.ts'
import type { LearnedPlaces } from './learned-places.ts'
import { dayByClockOf } from './other-clock.ts'
import { sharesWord } from './shares-word.ts'
import { otherGroup, type Thread } from './thread.ts'
import { relateVenues } from './venues.ts'

/** How well a passage fits a plan; undefined when it is about another event. */
export function fitOf(
  thread: Thread,
  candidate: Candidate,
  { threads, places }: { readonly threads: readonly Thread[]; readonly places: LearnedPlaces },
): number | undefined {
  const { group } = candidate
  const fit: Fit = {
    day: dayFit(thread, candidate),
    people: peopleFit(thread, candidate),
    place: placeFit(thread, candidate),
    about: Math.min(2, sharedAbout(thread, candidate) * 0.5),
    isHere: thread.entries.at(-1)?.member.article.id === candidate.member.article.id,
  }
  const sum = fit.day + fit.people + fit.place + fit.about + (fit.isHere ? 0.5 : 0)
  if (isOthers(thread, candidate, fit) || isOtherGoal(thread, candidate, places)) return undefined
  if (candidate.event.status === 'denied' && !candidate.leaves && !isDenialOf(thread, candidate, fit))
    return undefined
  if (isOver(candidate) && fit.day <= 0 && !isOverLater(thread, candidate, fit)) return undefined
  if (thread.group === otherGroup) return group === undefined && otherFit(candidate, fit) ? sum : undefined
  if (group === undefined) {
    const isOnlyDay = threads.filter((other) => dayFit(other, candidate) > 0).length === 1
    return untypedFit(candidate, fit, isOnlyDay ? 0.5 : 1) ? sum : undefined
  }
  if (group !== thread.group)
    return areNear(group, thread.group) &&
      fit.day > 0 &&
      (fit.isHere || fit.people + fit.place + fit.about > 0)
      ? sum
      : undefined
  const isSame = candidate.event.type === thread.type
  if (!isSame && fit.day <= 0 && fit.people <= 0) return undefined
  if (fit.day < 0 && !isNewDay(thread, candidate, { fit, threads })) return undefined
  const only = isSame && threads.filter((other) => other.type === thread.type).length === 1 ? 1 : 0
  const isSought = fit.isHere && candidate.event.rules.includes('EV-CHANGE-SOUGHT') ? 1.5 : 0
  const total = sum + (isSame ? 2 : 1) + only + isSought + ownAbout(thread, candidate, threads)
  return total >= 3 ? total : undefined
}

// Another article gives the only plan of its kind another day: the same people, and much the same words.
function isNewDay(
  thread: Thread,
  candidate: Candidate,
  { fit, threads }: { readonly fit: Fit; readonly threads: readonly Thread[] },
): boolean {
  const { event, member, date } = candidate
  if (fit.isHere || !/^(?:planned|confirmed)$/.test(event.status) || event.type !== thread.type) return false
  if (isSeries.has(event.type) && !saysNow(candidate)) return false
  if (date === undefined || threads.filter((other) => other.type === thread.type).length > 1) return false
  const clause = member.article.text.slice(event.range.start, event.range.end)
  if (/\b(?:another|second|third|next round|further|new|again|also|then)\b/i.test(clause)) return false
  return saysNow(candidate) ? fit.people + fit.place + fit.about > 0 : fit.people > 0 && fit.about >= 1
}

// People meet, travel and speak time and again: another day is another plan.
const isSeries: ReadonlySet<string | undefined> = new Set([
  'talks',
  'summit',
  'visit',
  'speech',
  'match',
  'protest',
])

// "will now be questioned on Monday": another day than was told.
function saysNow({ event, member }: Candidate): boolean {
  return /\b(?:will|would|is|are|was|were) now\b/.test(
    member.article.text.slice(event.range.start, event.range.end),
  )
}

// Another article's denial, of the same day or of the same people at the same place.
function isDenialOf(thread: Thread, candidate: Candidate, fit: Fit): boolean {
  return !fit.isHere && candidate.group === thread.group && (fit.day > 1 || fit.people + fit.place > 1)
}

// A visit to another place is another visit, unless it is told as a change.
function isOtherGoal(thread: Thread, candidate: Candidate, places: LearnedPlaces): boolean {
  if (thread.type !== 'visit' || candidate.event.type !== 'visit' || changes.has(candidate.event.status))
    return false
  const goal = venueText(candidate)
  const known = thread.entries.map(venueText).filter((venue) => venue !== '')
  return (
    goal !== '' && known.length > 0 && known.every((venue) => relateVenues(places, goal, venue) === 'apart')
  )
}

function venueText({ venue, member }: Candidate): string {
  return venue === undefined ? '' : member.article.text.slice(venue.range.start, venue.range.end)
}

// Other people at another place: another event, even on the same day.
function isOthers(thread: Thread, candidate: Candidate, fit: Fit): boolean {
  if (
    fit.people >= 0 ||
    fit.place > 0 ||
    candidate.venue === undefined ||
    changes.has(candidate.event.status)
  )
    return false
  return candidate.event.status !== 'happened' && thread.known.venues.size > 0
}

type Fit = {
  readonly day: number
  readonly people: number
  readonly place: number
  readonly about: number
  /** True when the article that the passage stands in has just spoken of the plan. */
  readonly isHere: boolean
}

// What came out is told of a day that was set.
function isOver(candidate: Candidate): boolean {
  const { status } = candidate.event
  return status === 'happened' || (status === 'not-held' && candidate.participants.length === 0)
}

// Put off without a date, and held at last: on a later day, by the same people or at the same place.
function isOverLater(thread: Thread, candidate: Candidate, fit: Fit): boolean {
  if (candidate.date === undefined || fit.day < 0 || candidate.group !== thread.group) return false
  return (
    changes.has(thread.entries.at(-1)?.event.status ?? 'planned') && fit.people + fit.place + fit.about >= 1.5
  )
}

/** A clause that only names a day belongs to a plan of that day which it shares people, a place or its matter with. */
function untypedFit(candidate: Candidate, fit: Fit, least: number): boolean {
  const { status } = candidate.event
  if (candidate.date?.value.length === 7) return false
  if (changes.has(status) && fit.isHere && candidate.date !== undefined) return fit.day <= 0
  if (fit.day <= 0) return false
  if (status === 'happened') return fit.people > 0 || (fit.place > 0 && fit.about >= 0.5) || fit.about >= 1.5
  return (
    fit.about >= least + 0.5 ||
    (fit.about >= least && fit.people + fit.place > 0) ||
    (fit.people > 0 && fit.about >= 0.5)
  )
}

/** What has no kind is known by its day and by much the same words. */
function otherFit({ event, date }: Candidate, fit: Fit): boolean {
  if (changes.has(event.status) && fit.isHere && date !== undefined) return fit.day <= 0
  const known = fit.about + Math.min(1, Math.max(0, fit.people) + fit.place) * 0.5
  return (fit.day > 0 || (fit.day === 0 && changes.has(event.status))) && fit.about >= 1 && known >= 1.5
}

/** Statuses that may bring a new day with them. */
const changes: ReadonlySet<EventStatus> = new Set<EventStatus>([
  'postponed',
  'moved',
  'cancelled',
  'resumed',
  'not-held',
])

// A visit is made to meet, a summit is where people are due.
function areNear(a: string, b: string): boolean {
  return pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)
}

const pairs: ReadonlySet<string> = new Set([
  'meeting visit',
  'meeting ceremony',
  'court speech',
  'meeting vote',
  'court visit',
])

function dayFit(thread: Thread, candidate: Candidate): number {
  const { date } = candidate
  if (date === undefined) return 0
  const { days, zoned, lastDate: last } = thread.known
  if (last === undefined) return 0
  if (date.from <= last.to && last.from <= date.to) return 3
  if (changes.has(candidate.event.status) && candidate.otherDays.includes(last.value)) return 3
  for (const told of zoned.values()) if (dayByClockOf(told, candidate) === date.value) return 3
  if (days.has(date.value)) return 1
  const isLoose =
    changes.has(candidate.event.status) || changes.has(thread.entries.at(-1)?.event.status ?? 'planned')
  return isLoose && (date.from > last.from || candidate.event.status === 'moved') ? 0 : -2
}

// What sets it apart from the other plans of its type: the telescope, not the probe; Oss, not Marn.
function ownAbout(thread: Thread, candidate: Candidate, threads: readonly Thread[]): number {
  const others = threads.filter((other) => other !== thread && other.type === thread.type)
  if (others.length === 0) return 0
  const has = ({ known }: Thread, word: string) => known.words.has(word)
  let own = 0
  for (const word of candidate.words)
    if (has(thread, word) && !others.some((other) => has(other, word))) own += 0.5
  const isOthersPlace =
    candidate.venue !== undefined && others.some((other) => placeFit(other, candidate) > 0)
  return Math.min(1.5, own) - (isOthersPlace && placeFit(thread, candidate) === 0 ? 1 : 0)
}

function peopleFit(thread: Thread, candidate: Candidate): number {
  const known = [...thread.known.people.values()]
  if (known.length === 0 || candidate.participants.length === 0) return 0
  const shared = candidate.participants.filter((person) =>
    known.some((words) => sharesWord(person.words, words)),
  ).length
  return shared === 0 ? -1 : Math.min(2, shared)
}

function placeFit(thread: Thread, candidate: Candidate): number {
  const { venue } = candidate
  if (venue === undefined) return 0
  return [...thread.known.venues.values()].some((words) => sharesWord(words, venue.words)) ? 1 : 0
}

function sharedAbout(thread: Thread, candidate: Candidate): number {
  let shared = 0
  for (const word of candidate.words) if (thread.known.words.has(word)) shared++
  return shared
}
