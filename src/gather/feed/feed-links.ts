import { Parser } from 'htmlparser2'
import type { ListedFeed } from './opml.ts'

/** Most feeds of a page that are told; some name one for every topic. */
const mostLinks = 20

/**
 * The feeds that a page names, each once, in its order, as in
 * `<link rel="alternate" type="application/rss+xml" href="/feed" title="Harrow Post">`.
 */
export function feedLinks(html: string, base: string): readonly ListedFeed[] {
  const feeds = new Map<string, ListedFeed>()
  let under = base
  const parser = new Parser({
    onopentag(name, { href, type, title }) {
      if (href === undefined || !URL.canParse(href, under)) return
      if (name === 'base') under = new URL(href, under).href
      if (name !== 'link' || !/^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)/i.test(type?.trim() ?? ''))
        return
      const url = new URL(href, under).href
      if (/^https?:/.test(url) && !feeds.has(url) && feeds.size < mostLinks)
        feeds.set(url, title === undefined ? { url } : { url, title })
    },
  })
  parser.end(html.slice(0, 200_000))
  return [...feeds.values()]
}
