import type { EventStatus } from '../../model/reading.ts'
import type { PlanEntry, SlotValue } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import type { Candidate } from './candidate.ts'
import type { LearnedPlaces } from './learned-places.ts'
import { dayByClockOf } from './other-clock.ts'
import { sharesWord } from './shares-word.ts'
import { otherGroup, type Thread } from './thread.ts'
import { isUnordered, undatedPlaced } from './undated.ts'
import { relateVenues } from './venues.ts'

/** The entries of a plan: one passage for each state that an article gives it, with what changed. */
export function historyOf(thread: Thread, places: LearnedPlaces): PlanEntry[] {
  const entries: PlanEntry[] = []
  const state: State = { places, group: thread.group }
  for (const told of undatedPlaced(chosenOf(thread))) {
    const candidate = placedBy(told, state)
    const status = candidate.leaves ? (state.status ?? 'planned') : statusOf(candidate, state)
    if (isToldAgain(candidate, status, state)) continue
    const slots = candidate.leaves ? slotsWithout(candidate, state) : slotsOf(candidate, state)
    if (saysNothing(candidate, { status, slots, state })) continue
    const revision = state.status === undefined ? [] : revisionOf(candidate, status, state)
    entries.push({
      span: { article: candidate.member.article.id, ...candidate.event.range },
      status,
      revision,
      slots,
      participants: (candidate.leaves ? remainingOf(candidate, state) : peopleOf(candidate)).map(
        (person) => person.text,
      ),
      ...(candidate.member.article.published === undefined
        ? {}
        : { reported: candidate.member.article.published }),
      ...(candidate.event.vouchedBy === undefined ? {} : { attribution: candidate.event.vouchedBy }),
      rules: [
        ...candidate.event.rules,
        ...(candidate.date?.inferredFrom === undefined ? [] : ['PLN-INFERRED']),
        ...(revision.length > 0 ? ['PLN-CHANGED'] : ['PLN-LINKED']),
      ],
    })
    // What an article without a date has may have come first: it changes nothing.
    if (isUnordered(candidate) && entries.length > 1) continue
    state.status = status
    state.isOpen = status === 'postponed' && candidate.date === undefined
    if (status === 'not-held') state.wasMissed = candidate.date?.value ?? state.date?.value
    if (isSought(candidate)) continue
    if (candidate.date !== undefined && slots.date !== undefined && slots.date.relation !== 'coarser') {
      state.date = candidate.date
      state.told = candidate
    }
    if (candidate.clock !== undefined) state.clock = candidate.clock.value
    if (candidate.venue !== undefined && slots.venue?.relation !== 'coarser')
      state.venue = venueText(candidate)
    if (candidate.event.format !== undefined) state.format = candidate.event.format.value
    if (slots.participants !== undefined && !candidate.leaves) state.people = peopleOf(candidate)
    if (candidate.leaves) state.people = remainingOf(candidate, state)
  }
  return entries
}

// "In Sarn", then "at the airport hotel": what has no name may lie there, and moves nothing unless it is said to.
function placedBy(candidate: Candidate, { venue }: State): Candidate {
  const now = venueText(candidate)
  const isOpen = venue !== undefined && !/\p{Lu}/u.test(now) && /\p{Lu}/u.test(venue)
  if (!isOpen || candidate.event.status === 'moved' || candidate.venue === undefined) return candidate
  const { venue: _, ...rest } = candidate
  return rest
}

// What is only wanted changes neither day nor place.
function isSought({ event }: Candidate): boolean {
  return event.rules.includes('EV-CHANGE-SOUGHT')
}

type State = {
  readonly places: LearnedPlaces
  /** The group of the plan, which an untyped passage does not have. */
  readonly group: string
  /** The day on which it did not come about. */
  wasMissed?: string | undefined
  status?: EventStatus
  /** True when it was put off and no new day was named. */
  isOpen?: boolean
  date?: Candidate['date']
  clock?: string
  /** The passage that gave the day last. */
  told?: Candidate
  venue?: string
  format?: string
  people?: Candidate['participants']
}

// A bare mention of a plan that is known states nothing: no slot, no change.
function saysNothing(
  candidate: Candidate,
  now: { readonly status: EventStatus; readonly slots: PlanEntry['slots']; readonly state: State },
): boolean {
  const { status, slots, state } = now
  return (
    state.status === status &&
    !isSought(candidate) &&
    !candidate.leaves &&
    Object.values(slots).every((slot) => slot.relation === 'coarser')
  )
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
  if (status === 'postponed' && isElsewhere(candidate, state)) return 'moved'
  // "The trial resumes on Thursday": of what nobody has told to be off, a plan.
  if (status === 'resumed' && state.status === undefined && candidate.date !== undefined) return 'planned'
  // "will not be held in May" after "put off".
  if (status === 'cancelled' && state.status === 'postponed' && candidate.event.rules.includes('EST-notheld'))
    return 'postponed'
  if (
    status === 'moved' &&
    isLater &&
    candidate.event.rules.includes('EST-instead') &&
    !isElsewhere(candidate, state)
  )
    return 'postponed'
  if (
    status === 'confirmed' &&
    candidate.event.rules.some((rule) => /^EST-(?:goahead|insist|confirm)$/.test(rule))
  )
    return status
  if ((status !== 'planned' && status !== 'confirmed') || isUnordered(candidate)) return status
  if (state.status === 'cancelled') return 'resumed'
  // A new day for what was put off without one is a plan, not a delay.
  if (state.status === 'postponed' && state.isOpen === true) return status
  if (isLater && state.status !== undefined) return isElsewhere(candidate, state) ? 'moved' : 'postponed'
  return status
}

// "will now be held in Ostrel": at another place, on the same day or another.
function isElsewhere(candidate: Candidate, state: State): boolean {
  const { date, venue } = candidate
  if (date === undefined || venue === undefined || state.venue === undefined) return false
  return !isSamePlace(venueText(candidate), state)
}

function revisionOf(candidate: Candidate, status: EventStatus, state: State): string[] {
  const { date, venue, event, participants } = candidate
  if (isSought(candidate)) return ['change sought']
  if (isUnordered(candidate)) return []
  const changes: string[] = []
  const nearness = dateRelation(date, state.date)
  const isMoved =
    date !== undefined &&
    state.date !== undefined &&
    date.value !== state.date.value &&
    (state.told === undefined || dayByClockOf(state.told, candidate) !== date.value)
  if (isMoved && nearness === undefined) changes.push('date moved')
  const { clock } = candidate
  if (clock !== undefined && state.clock !== undefined && clock.value !== state.clock && !isMoved)
    changes.push('time moved')
  const isMovedAway =
    venue !== undefined && state.venue !== undefined && !isSamePlace(venueText(candidate), state)
  if (isMovedAway) changes.push(status === 'happened' ? 'held elsewhere' : 'venue moved')
  if (event.format !== undefined && state.format !== undefined && event.format.value !== state.format)
    changes.push('format changed')
  if (candidate.leaves) changes.push('participant left')
  else if (joins(participants, state.people)) changes.push('participant joined')
  if (status !== state.status && plain[status] !== undefined) changes.push(plain[status])
  return changes
}

// "She will meet the minister": she and he.
function peopleOf({ participants, meant }: Candidate): Candidate['participants'] {
  const isNamed = meant === undefined || participants.some((person) => sharesWord(person.words, meant.words))
  return isNamed ? participants : [meant, ...participants]
}

// Somebody besides those who were named before: other names for the same sides are no new guests.
function joins(now: Candidate['participants'], before: State['people']): boolean {
  if (before === undefined) return false
  const isKnown = (person: Candidate['participants'][number]) =>
    before.some((other) => sharesWord(person.words, other.words))
  return now.some((person) => !isKnown(person)) && now.some(isKnown)
}

// "This week" after "on Friday" of that week says the same, less closely; "on Friday" after "this week", more closely.
function dateRelation(now: Candidate['date'], before: Candidate['date']): 'coarser' | 'finer' | undefined {
  if (now === undefined || before === undefined || now.value === before.value) return undefined
  if (now.from <= before.from && before.to <= now.to) return 'coarser'
  return before.from <= now.from && now.to <= before.to ? 'finer' : undefined
}

function remainingOf(candidate: Candidate, state: State): Candidate['participants'] {
  return (state.people ?? []).filter(
    (person) => !candidate.participants.some((other) => sharesWord(person.words, other.words)),
  )
}

// Istanbul in Turkey, the Customs House in Sarn: a venue told more or less closely has not moved.
function isSamePlace(now: string, state: State): boolean {
  return state.venue === undefined || relateVenues(state.places, now, state.venue) !== 'apart'
}

function venueText(candidate: Candidate): string {
  const { venue, member } = candidate
  return venue === undefined ? '' : member.article.text.slice(venue.range.start, venue.range.end)
}

const plain: Partial<Record<EventStatus, string>> = {
  confirmed: 'confirmed',
  postponed: 'postponed',
  cancelled: 'cancelled',
  denied: 'denied',
  resumed: 'resumed',
  happened: 'held',
  'not-held': 'did not take place',
}

// A vote, a launch, a walkout and a closure have no list of participants; fewer names than were given before say nothing new.
function saysWho(candidate: Candidate, state: State): boolean {
  if (state.group === otherGroup || /^(?:vote|launch|walkout|closure|search)$/.test(candidate.group ?? ''))
    return false
  const people = state.people
  const now = peopleOf(candidate)
  // A passage without a kind, such as "the chairman waited on Tuesday", brings nobody new.
  if (candidate.group === undefined && !isAnyKnown(now, people)) return false
  if (people === undefined || now.length >= people.length) return true
  return now.some((person) => !people.some((other) => sharesWord(person.words, other.words)))
}

function isAnyKnown(now: Candidate['participants'], before: State['people']): boolean {
  return now.some((person) => before?.some((other) => sharesWord(person.words, other.words)))
}

function venueRelation(candidate: Candidate, state: State): SlotValue['relation'] {
  if (candidate.venue === undefined || state.venue === undefined) return undefined
  const relation = relateVenues(state.places, venueText(candidate), state.venue)
  if (relation === 'same') return undefined
  if (relation !== 'apart') return relation
  return isUnordered(candidate) ? 'beside' : undefined
}

function besideOf(
  candidate: Candidate,
  [now, before]: readonly (string | undefined)[],
): 'beside' | undefined {
  const differ = now !== undefined && before !== undefined && now !== before
  return differ && isUnordered(candidate) ? 'beside' : undefined
}

function slotsOf(candidate: Candidate, state: State): PlanEntry['slots'] {
  const { date, venue, event, member } = candidate
  const participants = peopleOf(candidate)
  const at = (range: Range, value: string): SlotValue => ({
    value,
    span: { article: member.article.id, start: range.start, end: range.end },
  })
  const words = (range: Range) => member.article.text.slice(range.start, range.end).replace(/\s+/g, ' ')
  const quoted = (range: Range) => at(range, words(range))
  const [first, last] = [participants[0], participants.at(-1)]
  const relation = venueRelation(candidate, state)
  const nearness = dateRelation(date, state.date) ?? besideOf(candidate, [date?.value, state.date?.value])
  const hour = besideOf(candidate, [candidate.clock?.value, state.clock])
  const form = besideOf(candidate, [event.format?.value, state.format])
  const deadline = event.deadline === undefined ? undefined : member.reading.times[event.deadline]
  const [mediator, lastMediator] = [event.mediators?.[0], event.mediators?.at(-1)]
  return {
    ...(candidate.openDay === undefined || isSought(candidate)
      ? {}
      : { date: { ...quoted(candidate.openDay), reason: 'no-publication-date' as const } }),
    ...(date === undefined || isSought(candidate)
      ? {}
      : {
          date: {
            ...at(date.range, date.value),
            ...(nearness === undefined ? {} : { relation: nearness }),
            ...(date.reason === undefined ? {} : { reason: date.reason }),
            ...(date.inferredFrom === undefined ? {} : { inferredFrom: date.inferredFrom }),
          },
        }),
    ...(candidate.clock === undefined
      ? {}
      : {
          time: {
            ...at(candidate.clock.range, candidate.clock.value),
            ...(hour === undefined ? {} : { relation: hour }),
            ...(candidate.clock.isZoned ? {} : { reason: 'unknown-zone' as const }),
          },
        }),
    ...(venue === undefined || isSought(candidate)
      ? {}
      : { venue: { ...quoted(venue.range), ...(relation === undefined ? {} : { relation }) } }),
    ...(event.format === undefined || isSought(candidate)
      ? {}
      : {
          format: {
            ...at(event.format, event.format.value),
            ...(form === undefined ? {} : { relation: form }),
          },
        }),
    ...(event.level === undefined ? {} : { level: at(event.level, event.level.value) }),
    ...(first === undefined || last === undefined || !saysWho(candidate, state)
      ? {}
      : {
          participants: at(
            { start: first.range.start, end: last.range.end },
            participants.map((person) => person.text).join('; '),
          ),
        }),
    ...(mediator === undefined || lastMediator === undefined
      ? {}
      : {
          mediators: at(
            { start: mediator.start, end: lastMediator.end },
            (event.mediators ?? []).map(words).join('; '),
          ),
        }),
    ...(event.agenda === undefined ? {} : { agenda: quoted(event.agenda) }),
    ...(deadline?.value === undefined ? {} : { deadline: at(deadline, deadline.value) }),
    ...(event.condition === undefined ? {} : { condition: quoted(event.condition) }),
  }
}

// "Veldt will not attend": those who are left.
function slotsWithout(candidate: Candidate, state: State): PlanEntry['slots'] {
  const left = remainingOf(candidate, state)
  const person = candidate.participants[0]
  if (person === undefined || left.length === 0) return {}
  const span = { article: candidate.member.article.id, ...person.range }
  return { participants: { value: left.map(({ text }) => text).join('; '), span } }
}
