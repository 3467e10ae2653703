import type { EventStatus } from '../../model/reading.ts'
import type { Candidate } from './candidate.ts'

/** A plan in the making: its passages in order of report. */
export type Thread = { readonly type: string; readonly group: string; readonly entries: Candidate[] }

/** How well a passage fits a plan; undefined when it is about another event. */
export function fitOf(thread: Thread, candidate: Candidate, threads: readonly Thread[]): number | undefined {
  const { group, date, event } = candidate
  const sameType =
    group === undefined ? 0 : group === thread.group ? 2 : areNear(group, thread.group) ? 0 : -3
  const day = dayFit(thread, candidate)
  const people = peopleFit(thread, candidate)
  const place = placeFit(thread, candidate)
  const about = Math.min(2, sharedAbout(thread, candidate) * 0.5)
  const isLatest = thread.entries.at(-1)?.member.article.id === candidate.member.article.id ? 0.5 : 0
  const total = sameType + day + people + place + about + isLatest
  if (group === undefined) {
    if (changes.has(event.status) && date === undefined) return undefined
    return day > 0 && (people > 0 || about >= 0.5 || place > 0) && total >= 3.5 ? total : undefined
  }
  if (group !== thread.group) return day > 0 && people > 0 && total >= 3 ? total : undefined
  const only = threads.filter((other) => other.group === thread.group).length === 1 ? 1 : 0
  if (day < 0 && !changes.has(event.status))
    return people > 1 && about >= 1 && event.status !== 'happened' && total + only >= 3 ? total : undefined
  return total + only >= 3 ? total : undefined
}

/** Statuses that may bring a new day with them. */
const changes: ReadonlySet<EventStatus> = new Set<EventStatus>([
  'postponed',
  'moved',
  'cancelled',
  'resumed',
  'not-held',
  'confirmed',
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
  const known = thread.entries.flatMap((entry) => (entry.date === undefined ? [] : [entry.date]))
  const last = known.at(-1)
  if (last === undefined) return 0
  if (date.from <= last.to && last.from <= date.to) return 3
  if (known.some((each) => each.value === date.value)) return 1
  return -2
}

function peopleFit(thread: Thread, candidate: Candidate): number {
  const known = thread.entries.flatMap((entry) => entry.participants)
  if (known.length === 0 || candidate.participants.length === 0) return 0
  const shared = candidate.participants.filter((person) =>
    known.some((other) => sharesWord(person.words, other.words)),
  ).length
  return shared === 0 ? -1 : Math.min(2, shared)
}

function placeFit(thread: Thread, candidate: Candidate): number {
  const { venue } = candidate
  if (venue === undefined) return 0
  return thread.entries.some(
    (entry) => entry.venue !== undefined && sharesWord(entry.venue.words, venue.words),
  )
    ? 1
    : 0
}

function sharedAbout(thread: Thread, candidate: Candidate): number {
  let shared = 0
  for (const word of candidate.words) if (thread.entries.some((entry) => entry.words.has(word))) shared++
  return shared
}

/** True when two names share a word, or words of five letters and more that differ by spelling only. */
export function sharesWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) {
    if (b.has(word)) return true
    if (word.length < 5) continue
    for (const other of b) if (other.length >= 5 && isSpelling(word, other)) return true
  }
  return false
}

// "Temirgan" and "Temirghan": one letter more, less or other.
function isSpelling(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const rest = (text: string, by: number) => text.slice(i + by)
  return rest(a, 1) === rest(b, 1) || rest(a, 0) === rest(b, 1) || rest(a, 1) === rest(b, 0)
}
