import { Parser } from 'htmlparser2'
import type { FeedItem } from './feed-item.ts'

/** A sitemap read: the pages that it names, or the sitemaps that an index names. */
export type Sitemap =
  | { readonly kind: 'pages'; readonly items: readonly FeedItem[] }
  | {
      readonly kind: 'index'
      readonly sitemaps: readonly { readonly url: string; readonly modified?: string }[]
    }

/** Most entries that are taken from one sitemap; its protocol allows as many. */
const mostEntries = 50_000

/**
 * Reads a sitemap or an index of sitemaps, with what Google's news extension says of each page; undefined where the
 * text is neither.
 */
export function readSitemap(text: string): Sitemap | undefined {
  const start = text.slice(0, 2000).replace(/<!--[\s\S]*?-->/g, '')
  const root = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*)*<(urlset|sitemapindex)[\s>]/i.exec(start)?.[1]
  if (root === undefined) return undefined
  const isIndex = root.toLowerCase() === 'sitemapindex'
  const entries = entriesOf(text, isIndex ? 'sitemap' : 'url')
  if (isIndex) {
    const sitemaps = entries.flatMap((entry) => {
      const url = addressOf(entry.get('loc'))
      return url === undefined ? [] : [{ url, modified: entry.get('lastmod') }]
    })
    return { kind: 'index', sitemaps }
  }
  return { kind: 'pages', items: entries.flatMap(itemOf) }
}

type Entry = ReadonlyMap<string, string>

/** The text of every element of an entry by its name, the first of a name. */
function entriesOf(text: string, name: string): readonly Entry[] {
  const entries: Entry[] = []
  let entry: Map<string, string> | undefined
  let element: string | undefined
  const parser = new Parser(
    {
      onopentag(tag) {
        if (tag === name) entry = new Map()
        element = tag
      },
      ontext(words) {
        if (entry === undefined || element === undefined) return
        const before = entry.get(element) ?? ''
        if (before.length < 10_000) entry.set(element, before + words)
      },
      // What the end of the text closed was cut short.
      onclosetag(tag, isImplied) {
        element = undefined
        if (tag !== name || entry === undefined || isImplied) return
        entries.push(trimmed(entry))
        entry = undefined
        if (entries.length >= mostEntries) parser.pause()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return entries
}

function trimmed(entry: ReadonlyMap<string, string>): Entry {
  return new Map(
    [...entry].map(([name, words]) => [name, words.trim()] as const).filter(([, words]) => words !== ''),
  )
}

function itemOf(entry: Entry): readonly FeedItem[] {
  const url = addressOf(entry.get('loc'))
  if (url === undefined) return []
  return [
    {
      key: url,
      url,
      title: entry.get('news:title'),
      published: entry.get('news:publication_date'),
      modified: entry.get('lastmod'),
      authors: [],
      source: entry.get('news:name'),
    },
  ]
}

function addressOf(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? new URL(text).href
    : undefined
}
