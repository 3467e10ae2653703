import { gunzipSync } from 'node:zlib'
import type { Issue } from '../../model/reason.ts'
import { type FeedItem, readFeed } from '../feed/read-feed.ts'
import { readSitemap } from '../feed/sitemap.ts'
import { type FetchedBytes, fetchBytes } from '../fetch/fetch-bytes.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { issue } from '../issue.ts'
import { charsetIn, decode } from '../source/decode.ts'
import { backoff, retryAfter } from './again.ts'
import type { AwaitedPage, Feed, Poll } from './agenda.ts'

/** What asking a feed needs: the network, the clock, and how often a feed is asked, in milliseconds. */
export type PollMeans = {
  readonly fetch: FetchOptions
  readonly now: () => number
  readonly every: number
}

/** What asking a feed brought, and what was wrong with its answer. */
export type Polled = Poll & { readonly issue?: Issue }

/** Asks a feed or news sitemap whether it has anything new. Whatever is wrong is part of the feed's new standing. */
export async function pollFeed(feed: Feed, means: PollMeans): Promise<Polled> {
  const conditional = { ...means.fetch, etag: feed.etag, lastModified: feed.lastModified }
  let answer = await fetchBytes(feed.url, conditional)
  // Nothing is known of a feed that never answered: "not modified" tells nothing then, and it is asked in full once more.
  const isBlind = feed.succeeded === undefined
  if (!answer.ok && answer.issue.code === 'not-modified' && isBlind) {
    answer = await fetchBytes(feed.url, { ...means.fetch, isFresh: true })
  }
  if (!answer.ok && answer.issue.code === 'not-modified' && !isBlind) return unchanged(feed, means)
  if (!answer.ok) return failed(feed, answer, means)
  const read = await readEntries(feed, answer, means)
  if (!read.ok) return failed(feed, { issue: read.issue, status: undefined, retryAfter: undefined }, means)
  return succeeded(feed, { answer, ...read }, means)
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
  }
}

type Entries =
  | { readonly ok: true; readonly title?: string; readonly items: readonly FeedItem[] }
  | { readonly ok: false; readonly issue: Issue }

async function readEntries(
  feed: Feed,
  answer: FetchedBytes & { readonly ok: true },
  means: PollMeans,
): Promise<Entries> {
  const text = textOf(answer, feed.url)
  if (!text.ok) return text
  const sitemap = readSitemap(text.text)
  if (sitemap?.kind === 'pages') return { ok: true, items: recent(sitemap.items, means.now()) }
  if (sitemap?.kind === 'index') return await readIndex(sitemap.sitemaps, means)
  const read = readFeed(text.text, answer.url)
  if (read.ok) return read
  const [linked] = feedLinks(text.text, answer.url)
  const found = linked === undefined ? read.found : `this is a page; the feed that it names is ${linked}`
  return { ok: false, issue: issue('bad-feed', feed.url, found) }
}

/** Sitemaps of an index that are read in one poll, the newest first. */
const mostSitemaps = 20
const day = 24 * 60 * 60_000

async function readIndex(
  sitemaps: readonly { readonly url: string; readonly modified?: string }[],
  means: PollMeans,
): Promise<Entries> {
  const changed = (modified: string | undefined) => Date.parse(modified ?? '') || means.now()
  const fresh = sitemaps
    .filter(({ modified }) => changed(modified) > means.now() - 3 * day)
    .sort((a, b) => changed(b.modified) - changed(a.modified))
  const items: FeedItem[] = []
  let wrong: Issue | undefined
  for (const { url } of fresh.slice(0, mostSitemaps)) {
    const answer = await fetchBytes(url, means.fetch)
    const text = answer.ok ? textOf(answer, url) : answer
    const sitemap = text.ok ? readSitemap(text.text) : undefined
    if (sitemap?.kind === 'pages') items.push(...recent(sitemap.items, means.now()))
    else wrong = text.ok ? issue('bad-feed', url, 'it is no sitemap of pages') : text.issue
  }
  return items.length === 0 && wrong !== undefined ? { ok: false, issue: wrong } : { ok: true, items }
}

// A sitemap that is not one of news names all pages of a site, whatever their age.
function recent(items: readonly FeedItem[], now: number): readonly FeedItem[] {
  return items.filter((item) => {
    if (item.title !== undefined) return true
    const changed = Date.parse(item.modified ?? '')
    return changed > now - 3 * day
  })
}

const mostBytes = 64 * 1024 * 1024

type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly issue: Issue }

// Sitemaps are often served as gzip files, which is not a compression of the answer.
function textOf(answer: FetchedBytes & { readonly ok: true }, url: string): Decoded {
  const { bytes } = answer
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return decode(bytes, url, answer.charset ?? charsetIn(bytes))
  try {
    const inflated = new Uint8Array(gunzipSync(bytes, { maxOutputLength: mostBytes }))
    return decode(inflated, url, charsetIn(inflated))
  } catch (error) {
    const isBomb = error instanceof RangeError
    if (isBomb) return { ok: false, issue: issue('too-large', url, 'more than 64 MB after decompression') }
    return { ok: false, issue: issue('broken-gzip', url, 'its gzip data cannot be read') }
  }
}

// <link rel="alternate" type="application/rss+xml" href="/feed">
function feedLinks(html: string, base: string): readonly string[] {
  return [...html.slice(0, 200_000).matchAll(/<link\b[^<>]{0,2000}>/gi)].flatMap(([tag]) => {
    if (!/\btype\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(tag)) return []
    const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]
    return href !== undefined && URL.canParse(href, base) ? [new URL(href, base).href] : []
  })
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
