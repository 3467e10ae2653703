import type { EventStatus } from '../../model/reading.ts'
import type { PlanEntry, SlotValue } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import { relatePlaces } from '../../read/places/places.ts'
import { type Candidate, wordsOf } from './candidate.ts'
import { sharesWord, type Thread } from './fit.ts'

/** The entries of a plan: one passage for each state that an article gives it, with what changed. */
export function historyOf(thread: Thread): PlanEntry[] {
  const entries: PlanEntry[] = []
  const state: State = {}
  for (const candidate of chosenOf(thread)) {
    const status = statusOf(candidate, state)
    if (isToldAgain(candidate, status, state)) continue
    const slots = slotsOf(candidate, state)
    const revision = state.status === undefined ? [] : revisionOf(candidate, status, state)
    entries.push({
      span: { article: candidate.member.article.id, ...candidate.event.range },
      status,
      revision,
      slots,
      participants: candidate.participants.map((person) => person.text),
      ...(candidate.member.article.published === undefined
        ? {}
        : { reported: candidate.member.article.published }),
      ...(candidate.event.vouchedBy === undefined ? {} : { attribution: candidate.event.vouchedBy }),
      rules: [...candidate.event.rules, ...(revision.length > 0 ? ['PLN-CHANGED'] : ['PLN-LINKED'])],
    })
    state.status = status
    if (status === 'not-held') state.wasMissed = candidate.date?.value ?? state.date?.value
    if (candidate.date !== undefined) state.date = candidate.date
    if (candidate.venue !== undefined) state.venue = venueText(candidate)
    if (candidate.event.format !== undefined) state.format = candidate.event.format.value
    if (slots.participants !== undefined) state.people = candidate.participants.map((person) => person.words)
  }
  return entries
}

type State = {
  /** The day on which it did not come about. */
  wasMissed?: string | undefined
  status?: EventStatus
  date?: Candidate['date']
  venue?: string
  format?: string
  people?: readonly ReadonlySet<string>[]
}

// A later article's recollection that the plan fell through on its day is no news.
function isToldAgain(candidate: Candidate, status: EventStatus, state: State): boolean {
  if (status === 'happened') return state.status === 'not-held'
  if (status === 'postponed' && candidate.date === undefined)
    return (
      state.status !== undefined &&
      state.status !== 'planned' &&
      state.status !== 'confirmed' &&
      state.status !== 'postponed'
    )
  if (status !== 'not-held' && status !== 'cancelled') return false
  const day = candidate.date?.value
  if (day === undefined) return state.status === status
  return (state.status === status && state.date?.value === day) || state.wasMissed === day
}

/** Of an article's passages on one plan, the fullest of each state; a bare mention of it gives way to a change of it. */
function chosenOf(thread: Thread): Candidate[] {
  const byArticle = new Map<string, Candidate[]>()
  for (const entry of thread.entries) {
    const id = entry.member.article.id
    byArticle.set(id, [...(byArticle.get(id) ?? []), entry])
  }
  return [...byArticle.values()].flatMap((entries) => {
    const best = new Map<string, Candidate>()
    for (const entry of entries) {
      const kind = classOf(entry.event)
      const known = best.get(kind)
      if (known === undefined || entry.weight > known.weight) best.set(kind, entry)
    }
    const ahead = best.get('ahead')
    const others = [...best]
      .filter(([kind]) => kind !== 'ahead' && kind !== 'sought')
      .map(([, entry]) => entry)
    if (ahead !== undefined && others.length > 0 && !isNewDay(ahead, others)) best.delete('ahead')
    return entries.filter((entry) => [...best.values()].includes(entry))
  })
}

// "missed the hearing on Thursday … is to appear on Thursday week": both are told.
function isNewDay(ahead: Candidate, others: readonly Candidate[]): boolean {
  const { date } = ahead
  return date !== undefined && others.every((other) => other.date !== undefined && other.date.to < date.from)
}

function classOf({ status, rules }: Candidate['event']): string {
  if (rules.includes('EV-CHANGE-SOUGHT')) return 'sought'
  return status === 'planned' || status === 'confirmed' || status === 'resumed' ? 'ahead' : status
}

function statusOf(candidate: Candidate, state: State): EventStatus {
  const { status } = candidate.event
  const isLater =
    candidate.date !== undefined && state.date !== undefined && candidate.date.from > state.date.to
  if (status === 'postponed' && isOnlyElsewhere(candidate, state)) return 'moved'
  if (status !== 'planned' && status !== 'confirmed') return status
  if (state.status === 'cancelled') return 'resumed'
  if (isLater && state.status !== undefined) return 'postponed'
  return status
}

// "will now be held in Ostrel on 12 May": the same day at another place.
function isOnlyElsewhere(candidate: Candidate, state: State): boolean {
  const { date, venue } = candidate
  if (date === undefined || venue === undefined || state.venue === undefined) return false
  return date.value === state.date?.value && !isSamePlace(venueText(candidate), state.venue)
}

function revisionOf(candidate: Candidate, status: EventStatus, state: State): string[] {
  const { date, venue, event, participants } = candidate
  const changes: string[] = event.rules.includes('EV-CHANGE-SOUGHT') ? ['change sought'] : []
  if (date !== undefined && state.date !== undefined && date.value !== state.date.value)
    changes.push('date moved')
  const isElsewhere =
    venue !== undefined && state.venue !== undefined && !isSamePlace(venueText(candidate), state.venue)
  if (isElsewhere) changes.push(status === 'happened' ? 'held elsewhere' : 'venue moved')
  if (event.format !== undefined && state.format !== undefined && event.format.value !== state.format)
    changes.push('format changed')
  const people = state.people
  if (
    people !== undefined &&
    participants.some((person) => !people.some((other) => sharesWord(person.words, other)))
  )
    changes.push('participant joined')
  if (status !== state.status && plain[status] !== undefined) changes.push(plain[status])
  return changes
}

// Istanbul in Turkey, the Customs House in Sarn: a venue told more or less closely has not moved.
function isSamePlace(now: string, before: string): boolean {
  if (sharesWord(wordsOf(now), wordsOf(before))) return true
  const relation = relatePlaces(now, before)
  return relation === 'same' || relation === 'inside' || relation === 'holds'
}

function venueText(candidate: Candidate): string {
  const { venue, member } = candidate
  return venue === undefined ? '' : member.article.text.slice(venue.range.start, venue.range.end)
}

const plain: Partial<Record<EventStatus, string>> = {
  confirmed: 'confirmed',
  postponed: 'postponed',
  cancelled: 'cancelled',
  resumed: 'resumed',
  happened: 'held',
  'not-held': 'did not take place',
}

// A vote, a launch and a walkout have no list of participants; fewer names than were given before say nothing new.
function saysWho(candidate: Candidate, state: State): boolean {
  if (candidate.group === 'vote' || candidate.group === 'launch' || candidate.group === 'walkout')
    return false
  const people = state.people
  if (people === undefined || candidate.participants.length >= people.length) return true
  return candidate.participants.some((person) => !people.some((other) => sharesWord(person.words, other)))
}

function slotsOf(candidate: Candidate, state: State): PlanEntry['slots'] {
  const { date, venue, event, participants, member } = candidate
  const at = (range: Range, value: string): SlotValue => ({
    value,
    span: { article: member.article.id, start: range.start, end: range.end },
  })
  const first = participants[0]
  const last = participants.at(-1)
  return {
    ...(date === undefined ? {} : { date: at(date.range, date.value) }),
    ...(venue === undefined
      ? {}
      : { venue: at(venue.range, member.article.text.slice(venue.range.start, venue.range.end)) }),
    ...(event.format === undefined ? {} : { format: at(event.format, event.format.value) }),
    ...(first === undefined || last === undefined || !saysWho(candidate, state)
      ? {}
      : {
          participants: at(
            { start: first.range.start, end: last.range.end },
            participants.map((person) => person.text).join('; '),
          ),
        }),
  }
}
