import type { Candidate } from './candidate.ts'

/** Passages of a plan with those of undated articles placed before its outcome, each with the day that the dated ones fix for its weekday. */
export function withInferredDays(candidates: readonly Candidate[]): Candidate[] {
  const dated = candidates.filter(isDated)
  const undated = candidates.filter((candidate) => !isDated(candidate)).map((each) => inferred(each, dated))
  if (undated.length === 0 || dated.length === 0) return [...candidates]
  const outcome = dated.findIndex(({ event }) => event.status === 'happened' || event.status === 'not-held')
  if (outcome < 0) return [...dated, ...undated]
  const isAhead = ({ event }: Candidate) => event.status === 'planned' || event.status === 'confirmed'
  return [
    ...dated.slice(0, outcome),
    ...undated.filter(isAhead),
    ...dated.slice(outcome),
    ...undated.filter((candidate) => !isAhead(candidate)),
  ]
}

function isDated({ member }: Candidate): boolean {
  return member.article.published !== undefined
}

// "On Sunday", where every dated report of the plan that names a Sunday means the same one.
function inferred(candidate: Candidate, dated: readonly Candidate[]): Candidate {
  if (candidate.date !== undefined) return candidate
  for (const index of candidate.event.times) {
    const time = candidate.member.reading.times[index]
    if (time?.reason !== 'no-publication-date') continue
    const weekday = weekdayIn(candidate.member.article.text.slice(time.start, time.end))
    if (weekday === undefined) continue
    const same = dated.flatMap(({ date, member }) =>
      date !== undefined && date.from === date.to && weekdayOf(date.from) === weekday
        ? [{ date, member }]
        : [],
    )
    const first = same[0]
    if (first === undefined || same.some(({ date }) => date.from !== first.date.from)) continue
    const { from, to } = first.date
    const inferredFrom = { article: first.member.article.id, ...first.date.range }
    const range = { start: time.start, end: time.end }
    return { ...candidate, date: { value: from, range, from, to, inferredFrom } }
  }
  return candidate
}

function weekdayIn(text: string): number | undefined {
  const at = weekdays.findIndex((day) => text.toLowerCase().includes(day))
  return at < 0 ? undefined : at
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
