import type { TimeExpression } from '../../model/reading.ts'
import type { Clause } from './clauses.ts'

/** A stretch of a clause that tells of one event: `from` is the index of its first word in the clause. */
export type Segment = { readonly clause: Clause; readonly from: number }

/** Parts of a clause that tells of several events, each with a day of its own ("over dinner on Tuesday and then at a summit on 15 December"). */
export function segmentsOf(
  clause: Clause,
  triggers: readonly number[],
  times: readonly TimeExpression[],
): Segment[] {
  const days = times
    .flatMap((time) => (isDay(time) ? [wordAt(clause, time.start)] : []))
    .filter((at) => at >= 0)
  if (triggers.length < 2 || days.length < 2) return [{ clause, from: 0 }]
  const cuts = [0]
  for (const [i, day] of days.entries()) {
    const next = days[i + 1]
    if (next === undefined) break
    const trigger = triggers.find((at) => at > day && at < next)
    if (trigger === undefined) continue
    const cut = clause.forms
      .slice(day, trigger)
      .findIndex((form) => form === 'and' || form === ',' || form === 'then' || form === 'before')
    if (cut > 0) cuts.push(day + cut + 1)
  }
  return cuts.map((from, i) => ({ clause: partOf(clause, from, cuts[i + 1] ?? clause.forms.length), from }))
}

function isDay(time: TimeExpression): boolean {
  return time.granularity === 'day' || time.granularity === 'part-of-day' || time.granularity === 'instant'
}

function wordAt(clause: Clause, start: number): number {
  return clause.tokens.findIndex((token) => token.end > start)
}

function partOf(clause: Clause, from: number, to: number): Clause {
  let [first, end] = [from, to]
  while (first < end && /^(?:and|then|,)$/.test(clause.forms[first] ?? '')) first++
  while (end > first && /^(?:and|then|,)$/.test(clause.forms[end - 1] ?? '')) end--
  const tokens = clause.tokens.slice(from, to)
  const [a, b] = [clause.tokens[first], clause.tokens[end - 1]]
  return {
    ...clause,
    tokens,
    forms: clause.forms.slice(from, to),
    start: a?.start ?? clause.start,
    end: b?.end ?? clause.end,
  }
}
