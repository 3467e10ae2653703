import type { Candidate } from './candidate.ts'

/** A plan in the making: its passages in order of report, and what they give together. */
export type Thread = {
  readonly type: string
  readonly group: string
  readonly entries: Candidate[]
  readonly known: Known
}

type Words = ReadonlySet<string>

/** What the passages of a plan give, each value once: a plan that is told a thousand times is no dearer to look at. */
export type Known = {
  /** Values of its dates, and the last one given. */
  readonly days: Set<string>
  lastDate?: NonNullable<Candidate['date']>
  /** Words that say what it is about. */
  readonly words: Set<string>
  readonly people: Map<string, Words>
  readonly venues: Map<string, Words>
  /** Passages that give an hour with its zone, by date and hour. */
  readonly zoned: Map<string, Candidate>
}

/** The type and group of what has no kind of its own and is set for a day. */
export const otherGroup = 'other'

/** A plan that begins with a passage. */
export function openThread(first: Candidate): Thread {
  const thread: Thread = {
    type: first.group === undefined ? otherGroup : (first.event.type ?? ''),
    group: first.group ?? otherGroup,
    entries: [],
    known: {
      days: new Set(),
      words: new Set(),
      people: new Map(),
      venues: new Map(),
      zoned: new Map(),
    },
  }
  addTo(thread, first)
  return thread
}

/** Adds a passage to a plan. */
export function addTo({ entries, known }: Thread, passage: Candidate): void {
  const candidate = delayed(passage, known.lastDate)
  const { date, clock, venue } = candidate
  entries.push(candidate)
  for (const word of candidate.words) known.words.add(word)
  for (const { words } of candidate.participants) known.people.set(keyOf(words), words)
  if (venue !== undefined) known.venues.set(keyOf(venue.words), venue.words)
  if (date === undefined) return
  known.days.add(date.value)
  known.lastDate = date
  if (clock?.isZoned === true) known.zoned.set(`${date.from} ${clock.value}`, candidate)
}

// "put back two weeks" is a day when the old day is known.
function delayed(candidate: Candidate, last: Candidate['date']): Candidate {
  const { delay } = candidate
  if (delay === undefined || last === undefined || last.value.length !== 10) return candidate
  const day = new Date(Date.parse(last.from) + delay.days * 86_400_000).toISOString().slice(0, 10)
  return { ...candidate, date: { value: day, from: day, to: day, range: delay.range } }
}

function keyOf(words: Words): string {
  return [...words].join(' ')
}
