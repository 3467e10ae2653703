import type { Issue } from '../../model/reason.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** When a server may be asked again by its Retry-After header (seconds or a date), in milliseconds; at most a week from now. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const moment = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text)
  return Number.isNaN(moment) || moment <= now ? undefined : Math.min(moment, now + 7 * day)
}

/** How long to wait after some failures in a row: twice as long after each, at most a day; milliseconds. */
export function backoff(failures: number, first: number): number {
  return Math.min(first * 2 ** Math.min(failures, 20), Math.max(day, first))
}

/** Failures in a row after which a page is given up. */
export const mostFailures = 5

/** How long to wait before a page is tried again, in milliseconds: five minutes, twenty, eighty … */
export function pageBackoff(failures: number): number {
  return Math.min(5 * minute * 4 ** Math.max(0, failures - 1), day)
}

/**
 * Until when a whole host is left alone that says it is asked too much (429), or that it is busy and for how long (503 with
 * Retry-After), in milliseconds; at most a day.
 */
export function restUntil(answer: { status?: number; retryAfter?: string }, now: number): number | undefined {
  const until = retryAfter(answer.retryAfter, now)
  if (answer.status === 429) return Math.min(until ?? now + minute, now + day)
  return answer.status === 503 && until !== undefined ? Math.min(until, now + day) : undefined
}

/** Failures in a row after which a feed is said loudly to be failing. */
export const loudFailures = 5

/** True for a failure that may be over when the same is asked again. */
export function isPassing(failure: { readonly issue: Issue; readonly status?: number }): boolean {
  const { issue, status } = failure
  if (passing.has(issue.code)) return true
  if (issue.code !== 'http-status') return false
  return status === undefined || status === 408 || status === 429 || status >= 500
}

const passing: ReadonlySet<string> = new Set(['timed-out', 'unreachable', 'cut-short', 'not-modified'])
