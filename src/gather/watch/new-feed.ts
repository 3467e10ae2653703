import type { Feed } from './agenda.ts'

/** A feed that has never been asked, due at `now` (milliseconds). */
export function newFeed(url: string, now: number, title?: string): Feed {
  const added = new Date(now).toISOString()
  return {
    url,
    ...(title === undefined ? {} : { title }),
    state: 'new',
    added,
    next: added,
    failures: 0,
    entries: 0,
    latest: 0,
  }
}
