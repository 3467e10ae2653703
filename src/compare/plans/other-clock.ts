import type { Candidate } from './candidate.ts'

/** The day of a plan's hour by the clock of the outlet that tells of it now: Friday 01:40 GMT is Thursday evening five hours to the west; undefined where a zone is not known. */
export function dayByClockOf(told: Candidate, now: Candidate): string | undefined {
  const { date, clock } = told
  const offset = offsetOf(now.member.article.published)
  if (date === undefined || clock?.isZoned !== true || offset === undefined) return undefined
  const moment = Date.parse(`${date.from}T${clock.value}`)
  if (Number.isNaN(moment)) return undefined
  return new Date(moment + offset * 60_000).toISOString().slice(0, 10)
}

// Minutes from UTC of "2032-03-25T23:50:00-05:00".
function offsetOf(published: string | undefined): number | undefined {
  const found = /T.*(?:(?<utc>Z)|(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d))$/.exec(
    published ?? '',
  )?.groups
  if (found === undefined) return undefined
  if (found.utc !== undefined) return 0
  const minutes = Number(found.hours) * 60 + Number(found.minutes)
  return found.sign === '-' ? -minutes : minutes
}
