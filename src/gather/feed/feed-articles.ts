import { openRobots } from '../fetch/robots.ts'
import { issue } from '../issue.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { entryArticle, entryOptions, notHad } from './entry-article.ts'
import type { FeedItem } from './feed-item.ts'
import { readFeed } from './read-feed.ts'

/** Fetches and reads the page of an entry. */
export type FetchEntry = (url: string, options: GatherOptions) => AsyncIterable<GatherResult>

/** A feed's text, where it was read, and its own address, which only a fetched one has. */
export type FeedText = {
  readonly text: string
  readonly from: string
  readonly url: string | undefined
  readonly fetched?: string
}

/**
 * The articles of a feed, one after the other. Of each entry its page, where robots.txt lets it be fetched, and where that cannot be had the full text that the
 * feed carries; of a feed in a file the full text first, since its pages may have gone. An entry with neither is an issue.
 */
export async function* feedArticles(
  feed: FeedText,
  options: GatherOptions,
  fetchEntry: FetchEntry,
): AsyncIterable<GatherResult> {
  const read = readFeed(feed.text, feed.url)
  if (!read.ok) {
    yield { ok: false, from: feed.from, issue: issue('bad-feed', feed.from, read.found) }
    return
  }
  const robots = openRobots(options.fetch ?? {}, options.fetch?.now ?? Date.now)
  const polite = { ...options, fetch: { admit: robots.admit, ...options.fetch } }
  const seen = new Set<string>()
  let count = 0
  for (const entry of read.items) {
    if (seen.has(entry.key)) continue
    seen.add(entry.key)
    if (options.limit !== undefined && count >= options.limit) return
    count += 1
    yield await entryResult(entry, { feed, title: read.title, options: polite, fetchEntry })
  }
}

type Context = {
  readonly feed: FeedText
  readonly title: string | undefined
  readonly options: GatherOptions
  readonly fetchEntry: FetchEntry
}

async function entryResult(entry: FeedItem, context: Context): Promise<GatherResult> {
  const { feed, title, options, fetchEntry } = context
  const from = entry.url ?? `${feed.from}#${entry.key}`
  const isFetched = feed.url !== undefined
  const known = { from, outlet: title, issues: [], fetched: feed.fetched }
  const carried = isFetched ? undefined : await entryArticle(entry, known, options)
  if (carried !== undefined) return carried
  const page = await firstOf(
    entry.url === undefined ? [] : fetchEntry(entry.url, entryOptions(entry, title, options)),
  )
  if (page?.ok === true) return page
  const issues = page === undefined ? [] : [notHad(from, page.issue)]
  const instead = isFetched ? await entryArticle(entry, { ...known, issues }, options) : undefined
  if (instead !== undefined) return instead
  const found = 'the feed carries no text and no address for it'
  return page ?? { ok: false, from, issue: issue('no-article', from, found) }
}

async function firstOf<T>(items: AsyncIterable<T> | readonly T[]): Promise<T | undefined> {
  for await (const item of items) return item
  return undefined
}
