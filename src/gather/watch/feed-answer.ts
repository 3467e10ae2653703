import { gunzipSync } from 'node:zlib'
import type { Instant } from '../../model/article.ts'
import type { Issue } from '../../model/reason.ts'
import type { FeedItem } from '../feed/feed-item.ts'
import { feedLinks } from '../feed/feed-links.ts'
import { type ListedFeed, readOpml } from '../feed/opml.ts'
import { readFeed } from '../feed/read-feed.ts'
import { readSitemap } from '../feed/sitemap.ts'
import { type FetchedBytes, fetchBytes } from '../fetch/fetch-bytes.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { issue } from '../issue.ts'
import { charsetIn, decode } from '../source/decode.ts'

/** Feeds that an answer names which is none itself: those of a page, or of a list of feeds in OPML. */
export type Instead = { readonly kind: 'page' | 'list'; readonly feeds: readonly ListedFeed[] }

/** The entries of an answer, or why there are none. */
export type FeedAnswer =
  | { readonly ok: true; readonly title?: string; readonly items: readonly FeedItem[] }
  | { readonly ok: false; readonly issue: Issue; readonly instead?: Instead }

type Means = {
  readonly fetch: FetchOptions
  readonly now: () => number
  /** When the feed last gave a good answer. */
  readonly since?: Instant
}

/** Reads what the address `url` answered as a feed, a news sitemap, or an index of such, whose sitemaps it fetches. */
export async function readAnswer(
  url: string,
  answer: FetchedBytes & { readonly ok: true },
  means: Means,
): Promise<FeedAnswer> {
  const text = textOf(answer, url)
  if (!text.ok) return text
  const sitemap = readSitemap(text.text)
  if (sitemap?.kind === 'pages') return { ok: true, items: recent(sitemap.items, means.now()) }
  if (sitemap?.kind === 'index') return await readIndex(sitemap.sitemaps, means)
  const read = readFeed(text.text, answer.url)
  if (read.ok) return read
  const instead = insteadOf(text.text, answer.url)
  return { ok: false, issue: issue('bad-feed', url, wordsFor(instead) ?? read.found), instead }
}

function insteadOf(text: string, base: string): Instead | undefined {
  const listed = readOpml(text)
  if (listed !== undefined && listed.length > 0) return { kind: 'list', feeds: listed }
  return /<(?:html|head|body|!doctype html|link)\b/i.test(text.slice(0, 20_000))
    ? { kind: 'page', feeds: feedLinks(text, base) }
    : undefined
}

function wordsFor(instead: Instead | undefined): string | undefined {
  if (instead === undefined) return undefined
  const { kind, feeds } = instead
  if (kind === 'list') return `this is a list of ${feeds.length} feeds, not a feed`
  const addresses = feeds.map(({ url }) => url)
  if (addresses.length === 0) return 'this is a page, and it names no feed'
  if (addresses.length === 1) return `this is a page; the feed that it names is ${addresses[0]}`
  return `this is a page; the feeds that it names are ${addresses.join(', ')}`
}

/** Sitemaps of an index that are read in one poll, the newest first. */
const mostSitemaps = 20
const day = 24 * 60 * 60_000

async function readIndex(
  sitemaps: readonly { readonly url: string; readonly modified?: string }[],
  means: Means,
): Promise<FeedAnswer> {
  const changed = (modified: string | undefined) => Date.parse(modified ?? '') || means.now()
  const fresh = sitemaps
    .filter(({ modified }) => changed(modified) > means.now() - 3 * day && !isKnown(modified, means.since))
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

// A sitemap that has not changed since the last good answer was read then; one that gives only its day may have.
function isKnown(modified: string | undefined, since: Instant | undefined): boolean {
  if (modified === undefined || since === undefined || !modified.includes('T')) return false
  return Date.parse(modified) < Date.parse(since)
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
