import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** Milliseconds without a request after which a reader has gone, and the next request is another visit. */
const pause = 30 * 60_000

/**
 * When the reader saw this page on the visit before this one, by a cookie of this address alone; undefined on a first
 * visit. Marks this visit: requests of one visit keep what the first of them was told.
 */
export function lastVisit(c: Context, now: number): string | undefined {
  const [before, latest] = (getCookie(c, 'seen') ?? '').split('.').map((part) => Number.parseInt(part, 36))
  const known = isTime(before, now) && isTime(latest, now) ? { before, latest } : undefined
  const since = known && (now - known.latest > pause ? known.latest : known.before)
  const start = since ?? now
  setCookie(c, 'seen', `${start.toString(36)}.${now.toString(36)}`, {
    path: c.req.path,
    maxAge: 90 * 86_400,
    sameSite: 'Lax',
    httpOnly: true,
  })
  return since === undefined ? undefined : new Date(since).toISOString()
}

function isTime(value: number | undefined, now: number): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value > 0 && value <= now
}
