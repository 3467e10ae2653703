import { finish } from '../finish.ts'
import { issue } from '../issue.ts'
import { readPage } from '../page/read-page.ts'
import { scanPage } from '../page/scan.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { type FeedItem, readFeed } from './read-feed.ts'

/** Fetches and reads the page of an entry. */
export type FetchEntry = (url: string) => AsyncIterable<GatherResult>

/**
 * The articles of a feed: of each entry the full text that the feed carries, else its page, fetched one after the other;
 * an entry with neither is an issue.
 */
export async function* feedArticles(
  feed: { readonly text: string; readonly from: string; readonly url: string | undefined },
  options: GatherOptions,
  fetchEntry: FetchEntry,
): AsyncIterable<GatherResult> {
  const read = readFeed(feed.text, feed.url)
  if (!read.ok) {
    yield { ok: false, from: feed.from, issue: issue('bad-feed', feed.from, read.found) }
    return
  }
  const seen = new Set<string>()
  let count = 0
  for (const entry of read.items) {
    if (seen.has(entry.key)) continue
    seen.add(entry.key)
    if (options.limit !== undefined && count >= options.limit) return
    count += 1
    yield await entryResult(entry, { feed, title: read.title, options, fetchEntry })
  }
}

type Context = {
  readonly feed: { readonly from: string }
  readonly title: string | undefined
  readonly options: GatherOptions
  readonly fetchEntry: FetchEntry
}

async function entryResult(
  entry: FeedItem,
  { feed, title, options, fetchEntry }: Context,
): Promise<GatherResult> {
  const from = entry.url ?? `${feed.from}#${entry.key}`
  const body = fullText(entry)
  if (body === undefined) {
    if (entry.url !== undefined) for await (const result of fetchEntry(entry.url)) return result
    return {
      ok: false,
      from,
      issue: issue('no-article', from, 'the feed carries no text and no address for it'),
    }
  }
  const text = entry.title === undefined ? body : `${entry.title}\n\n${body}`
  const known = {
    title: entry.title,
    url: entry.url,
    published: entry.published,
    modified: entry.modified,
    outlet: entry.source ?? title,
  }
  const byline = entry.authors.length === 0 ? undefined : entry.authors
  return await finish({ ...known, from, text, byline, credit: entry.source, provenance: { from } }, options)
}

/** The text that a feed carries of an entry, where it is more than a teaser. */
function fullText({ html }: FeedItem): string | undefined {
  if (html === undefined || html.length < 200) return undefined
  const page = readPage(`<article>${html}</article>`, { from: '', url: undefined })
  const text =
    page?.text ??
    scanPage(html)
      .blocks.map((block) => block.text)
      .join('\n\n')
  return text.length < 200 ? undefined : text
}
