import type { Candidate } from './candidate.ts'

/** Passages of a plan in order of report, those of undated articles placed before its outcome where they look ahead. */
export function undatedPlaced(candidates: readonly Candidate[]): Candidate[] {
  const dated = candidates.filter(isDated)
  const undated = candidates.filter((candidate) => !isDated(candidate))
  if (undated.length === 0) return [...candidates]
  if (dated.length === 0) return aheadFirst(undated)
  const outcome = dated.findIndex(({ event }) => event.status === 'happened' || event.status === 'not-held')
  if (outcome < 0) return [...dated, ...undated]
  return [
    ...dated.slice(0, outcome),
    ...undated.filter(isAhead),
    ...dated.slice(outcome),
    ...undated.filter((candidate) => !isAhead(candidate)),
  ]
}

/** Where no article has a date, what lies ahead comes before what became of it. */
export function aheadFirst(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates.filter(isAhead), ...candidates.filter((candidate) => !isAhead(candidate))]
}

/** Whether nothing tells if a passage came before the others or after: no date, and neither an outcome nor a change in its own words. */
export function isUnordered(candidate: Candidate): boolean {
  return !isDated(candidate) && isAhead(candidate)
}

function isAhead({ event }: Candidate): boolean {
  return event.status === 'planned' || event.status === 'confirmed'
}

function isDated({ member }: Candidate): boolean {
  return member.article.published !== undefined
}
