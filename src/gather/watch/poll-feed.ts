import type { Issue } from '../../model/reason.ts'
import type { FeedItem } from '../feed/feed-item.ts'
import { type FetchedBytes, fetchBytes } from '../fetch/fetch-bytes.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { issue } from '../issue.ts'
import { backoff, restUntil, retryAfter } from './again.ts'
import type { Agenda, AwaitedPage, Feed, Poll } from './agenda.ts'
import { type Instead, readAnswer } from './feed-answer.ts'

/** What asking a feed needs: the network, the clock, and how often a feed is asked, in milliseconds. */
export type PollMeans = {
  readonly fetch: FetchOptions
  readonly now: () => number
  readonly every: number
}

/** What asking a feed brought, what was wrong with its answer, and the feeds that it names where it is none itself. */
export type Polled = Poll & {
  readonly issue?: Issue
  readonly status?: number
  readonly instead?: Instead
  /** Until when the host wants to be left alone, in milliseconds. */
  readonly rest?: number
}

/** Asks a feed or news sitemap whether it has anything new. Whatever is wrong is part of the feed's new standing. */
export async function pollFeed(feed: Feed, means: PollMeans): Promise<Polled> {
  const conditional = { ...means.fetch, etag: feed.etag, lastModified: feed.lastModified }
  let answer = await fetchBytes(feed.url, conditional)
  // Nothing is known of a feed that never answered: "not modified" tells nothing then, and it is asked in full once more.
  const isBlind = feed.succeeded === undefined
  if (!answer.ok && answer.issue.code === 'not-modified' && isBlind) {
    answer = stillBlind(feed.url, await fetchBytes(feed.url, { ...means.fetch, isFresh: true }))
  }
  if (!answer.ok && answer.issue.code === 'not-modified' && !isBlind) return unchanged(feed, means)
  if (!answer.ok) return failed(feed, answer, means)
  const read = await readAnswer(feed.url, answer, { ...means, since: feed.succeeded })
  if (!read.ok) return failed(feed, { ...read, status: undefined, retryAfter: undefined }, means)
  return succeeded(feed, { answer, ...read }, means)
}

function stillBlind(url: string, answer: FetchedBytes): FetchedBytes {
  if (answer.ok || answer.issue.code !== 'not-modified') return answer
  return {
    ...answer,
    issue: issue('http-status', url, 'it answers 304, not modified, to whoever has nothing of it yet'),
  }
}

/** A poll that is on the agenda, with how many of its entries are new or have changed. */
export type KeptPoll = Polled & { readonly fresh: number }

/** Keeps what asking a feed brought. */
export async function keepPoll(agenda: Agenda, polled: Polled): Promise<KeptPoll> {
  const fresh = await agenda.savePoll(polled)
  const feed = { ...polled.feed, entries: polled.feed.entries + fresh }
  if (fresh > 0) await agenda.savePoll({ feed, pages: [] })
  return { ...polled, feed, fresh }
}

type Good = {
  readonly answer: FetchedBytes & { readonly ok: true }
  readonly title?: string
  readonly items: readonly FeedItem[]
}

function succeeded(feed: Feed, { answer, title, items }: Good, { now, every }: PollMeans): Polled {
  const url = answer.moved ?? feed.url
  const at = new Date(now()).toISOString()
  const pages = pagesOf(url, items, at)
  const { error: _, ...before } = feed
  return {
    feed: {
      ...before,
      url,
      ...(url === feed.url ? {} : { movedFrom: feed.url }),
      title: title ?? feed.title,
      state: 'fine',
      next: new Date(now() + every).toISOString(),
      checked: at,
      succeeded: at,
      failures: 0,
      etag: answer.headers.etag,
      lastModified: answer.headers['last-modified'],
      latest: pages.length,
    },
    pages,
    ...(url === feed.url ? {} : { was: feed.url }),
  }
}

function unchanged(feed: Feed, { now, every }: PollMeans): Polled {
  const at = new Date(now()).toISOString()
  const { error: _, ...before } = feed
  const next = new Date(now() + every).toISOString()
  return { feed: { ...before, state: 'fine', next, checked: at, succeeded: at, failures: 0 }, pages: [] }
}

type Bad = {
  readonly issue: Issue
  readonly status: number | undefined
  readonly retryAfter: string | undefined
  readonly instead?: Instead
}

function failed(feed: Feed, bad: Bad, { now, every }: PollMeans): Polled {
  const failures = feed.failures + 1
  const earliest = retryAfter(bad.retryAfter, now()) ?? 0
  const next = Math.max(now() + backoff(failures - 1, every), earliest)
  return {
    feed: {
      ...feed,
      state: bad.status === 410 ? 'gone' : 'failing',
      next: new Date(next).toISOString(),
      checked: new Date(now()).toISOString(),
      failures,
      error: bad.issue.message,
    },
    pages: [],
    issue: bad.issue,
    status: bad.status,
    instead: bad.instead,
    rest: restUntil(bad, now()),
  }
}

/** The pages that entries name, each once; an entry without an address is a page under the feed's own. */
function pagesOf(feed: string, items: readonly FeedItem[], next: string): readonly AwaitedPage[] {
  const pages = new Map<string, AwaitedPage>()
  for (const entry of items) {
    const url = pageUrl(entry.url) ?? `${feed}#${encodeURIComponent(entry.key)}`
    if (pages.has(url)) continue
    const { host } = new URL(url)
    pages.set(url, { url, host, feed, state: 'waiting', next, failures: 0, visits: 0, entry })
  }
  return [...pages.values()]
}

function pageUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined
  parsed.hash = ''
  return parsed.href
}
