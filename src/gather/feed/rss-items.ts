import type { parseFeed } from 'feedsmith'
import { absolute, addressIn, type FeedItem, feedItem, personOf } from './feed-item.ts'
import { plainWords } from './feed-words.ts'

type RssFeed = Extract<ReturnType<typeof parseFeed>, { format: 'rss' }>['feed']
type RdfFeed = Extract<ReturnType<typeof parseFeed>, { format: 'rdf' }>['feed']
type RssItem = NonNullable<RssFeed['items']>[number]
type RdfItem = NonNullable<RdfFeed['items']>[number]

/** The entries of an RSS (0.9x, 2.0) or RDF (1.0) feed, with what the usual modules say of them. */
export function rssItems(
  feed: RssFeed | RdfFeed,
  base: string | undefined,
  most: number,
): readonly FeedItem[] {
  const under = absolute('xml' in feed ? feed.xml?.base : undefined, base) ?? base
  return ((feed.items ?? []) as readonly (RssItem | RdfItem)[]).slice(0, most).map((entry) => {
    const here = absolute('xml' in entry ? entry.xml?.base : undefined, under) ?? under
    const rss =
      'pubDate' in entry || 'guid' in entry || 'source' in entry || 'authors' in entry ? entry : undefined
    return feedItem({
      id: idOf(entry),
      url: addressOf(entry, here),
      title:
        entry.title ?? entry.dc?.titles?.[0] ?? ('media' in entry ? entry.media?.title?.value : undefined),
      published:
        dateText(rss?.pubDate) ??
        dateText(entry.dc?.dates?.[0]) ??
        dateText(entry.dcterms?.issued?.[0]) ??
        dateText(entry.dcterms?.created?.[0]) ??
        dateText(entry.dcterms?.dates?.[0]) ??
        dateText(entry.atom?.published),
      modified: dateText(entry.dcterms?.modified?.[0]) ?? dateText(entry.atom?.updated),
      authors: authorsOf(entry),
      source: sourceOf(entry),
      html: entry.content?.encoded,
      summary:
        entry.description ??
        entry.dc?.descriptions?.[0] ??
        ('media' in entry ? entry.media?.description?.value : undefined),
    })
  })
}

/** The title of an RSS or RDF feed. */
export function rssTitle(feed: RssFeed | RdfFeed): string | undefined {
  return plainWords(feed.title) ?? plainWords(feed.dc?.titles?.[0])
}

function idOf(entry: RssItem | RdfItem): string | undefined {
  if ('guid' in entry && entry.guid?.value !== undefined) return entry.guid.value
  return ('rdf' in entry ? entry.rdf?.about : undefined) ?? entry.dc?.identifiers?.[0]
}

function addressOf(entry: RssItem | RdfItem, base: string | undefined): string | undefined {
  const linked = absolute(entry.link, base)
  if (linked !== undefined) return linked
  const alternate = entry.atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')
  const guid = 'guid' in entry ? entry.guid : undefined
  const permalink = guid?.isPermaLink === false ? undefined : addressIn(guid?.value)
  return (
    absolute(alternate?.href, base) ?? permalink ?? addressIn('rdf' in entry ? entry.rdf?.about : undefined)
  )
}

function authorsOf(entry: RssItem | RdfItem): readonly (string | undefined)[] {
  const creators = entry.dc?.creators ?? []
  if (creators.length > 0) return creators.map((name) => personOf({ name }))
  const own = 'authors' in entry ? (entry.authors ?? []).map(authorOf) : []
  if (own.length > 0) return own
  const atoms = (entry.atom?.authors ?? []).map(personOf)
  if (atoms.length > 0) return atoms
  const terms = entry.dcterms?.creators ?? []
  if (terms.length > 0) return terms
  return 'itunes' in entry && entry.itunes?.author !== undefined ? [entry.itunes.author] : []
}

function authorOf(person: { readonly name?: string; readonly email?: string } | string): string | undefined {
  return typeof person === 'string' ? personOf({ name: person }) : personOf(person)
}

// <source url="https://mna.example/feed">Meridian News Agency</source>, <dc:source>, <dc:publisher>
function sourceOf(entry: RssItem | RdfItem): string | undefined {
  const source = 'source' in entry ? entry.source : undefined
  const named = plainWords(source?.title) ?? plainWords(entry.dc?.sources?.[0])
  if (named !== undefined && !/^https?:/i.test(named)) return named
  const address = absolute(source?.url ?? named, undefined)
  return address === undefined ? undefined : new URL(address).hostname.replace(/^www\./, '')
}

function dateText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
