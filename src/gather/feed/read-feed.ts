import { parseFeed } from 'feedsmith'
import { atomItems, atomTitle } from './atom-items.ts'
import type { FeedItem } from './feed-item.ts'
import { jsonItems, jsonTitle } from './json-items.ts'
import { withoutLongPersons } from './long-persons.ts'
import { mendFeed } from './mend-feed.ts'
import { rssItems, rssTitle } from './rss-items.ts'

/** A feed read, or what was wrong with it. */
export type ReadFeed =
  | { readonly ok: true; readonly title?: string; readonly items: readonly FeedItem[] }
  | { readonly ok: false; readonly found: string }

/** Most entries that are taken from one feed. */
const mostItems = 50_000

/** Reads RSS, Atom, RDF or JSON Feed. Malformed XML is mended once and tried again. `base` is the address of the feed. */
export function readFeed(text: string, base?: string): ReadFeed {
  const whole = parsed(text) ?? parsed(mendFeed(text))
  if (whole === undefined) {
    // A feed in which nothing stands is one all the same.
    const root = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i
    if (root.test(text.slice(0, 4000)) && !/<(?:item|entry)\b/i.test(text)) return { ok: true, items: [] }
    return { ok: false, found: 'it is neither RSS, Atom, RDF nor JSON Feed' }
  }
  switch (whole.format) {
    case 'atom':
      return { ok: true, title: atomTitle(whole.feed), items: atomItems(whole.feed, base, mostItems) }
    case 'json':
      return { ok: true, title: jsonTitle(whole.feed), items: jsonItems(whole.feed, base, mostItems) }
    case 'rdf':
    case 'rss':
      return { ok: true, title: rssTitle(whole.feed), items: rssItems(whole.feed, base, mostItems) }
  }
}

function parsed(text: string): ReturnType<typeof parseFeed> | undefined {
  try {
    return parseFeed(withoutLongPersons(withoutTail(text)))
  } catch {
    // What no parser takes for a feed is told to the caller as such.
    return undefined
  }
}

// After the last tag nothing stands in XML; a parser may look for the end of every tag that begins there.
function withoutTail(text: string): string {
  const end = text.lastIndexOf('>')
  return end === -1 || /^\s*\{/.test(text) ? text : text.slice(0, end + 1)
}
