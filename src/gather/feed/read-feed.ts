import { parseFeed } from 'feedsmith'

/** An entry of a feed, as written. */
export type FeedItem = {
  /** What tells it from others: its own id and its address together, since some feeds give one id to several entries. */
  readonly key: string
  readonly title?: string
  readonly url?: string
  readonly published?: string
  readonly modified?: string
  readonly authors: readonly string[]
  /** Whom the feed names as where the entry comes from, as aggregators do. */
  readonly source?: string
  /** The entry's full text in HTML, where the feed carries it. */
  readonly html?: string
  readonly summary?: string
}

/** A feed read, or what was wrong with it. */
export type ReadFeed =
  | { readonly ok: true; readonly title?: string; readonly items: readonly FeedItem[] }
  | { readonly ok: false; readonly found: string }

/** Most entries that are taken from one feed. */
const mostItems = 50_000

/** Reads RSS, Atom, RDF or JSON Feed. Malformed XML is mended once and tried again. `base` is the address of the feed. */
export function readFeed(text: string, base?: string): ReadFeed {
  const whole = parsed(text) ?? parsed(mended(text))
  if (whole === undefined) return { ok: false, found: 'it is neither RSS, Atom, RDF nor JSON Feed' }
  switch (whole.format) {
    case 'atom': {
      const { feed } = whole
      const under = absolute(feed.xml?.base, base) ?? base
      return {
        ok: true,
        title: plain(feed.title?.value),
        items: (feed.entries ?? []).slice(0, mostItems).map((entry) => {
          const link =
            entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0]
          const url = absolute(link?.href, absolute(entry.xml?.base, under) ?? under)
          return item({
            id: entry.id,
            url,
            title: entry.title?.value,
            published: words(entry.published),
            modified: words(entry.updated),
            authors: entry.authors?.map(({ name }) => name),
            source: entry.source?.title?.value,
            html: entry.content?.value,
            summary: entry.summary?.value,
          })
        }),
      }
    }
    case 'json': {
      const { feed } = whole
      return {
        ok: true,
        title: plain(feed.title),
        items: (feed.items ?? []).slice(0, mostItems).map((entry) =>
          item({
            id: entry.id,
            url: absolute(entry.url ?? entry.external_url, base),
            title: entry.title,
            published: words(entry.date_published),
            modified: words(entry.date_modified),
            authors: entry.authors?.map(({ name }) => name),
            source: undefined,
            html: entry.content_html ?? entry.content_text,
            summary: entry.summary,
          }),
        ),
      }
    }
    case 'rdf':
    case 'rss': {
      const { feed } = whole
      return {
        ok: true,
        title: plain(feed.title),
        items: (feed.items ?? []).slice(0, mostItems).map((entry) => {
          const guid = 'guid' in entry ? entry.guid : undefined
          const permalink =
            guid !== undefined && guid.isPermaLink !== false && /^https?:/.test(guid.value ?? '')
              ? guid.value
              : undefined
          return item({
            id: guid?.value,
            url: absolute(entry.link ?? permalink, base),
            title: entry.title,
            published: words(('pubDate' in entry ? entry.pubDate : undefined) ?? entry.dc?.dates?.[0]),
            modified: undefined,
            authors: entry.dc?.creators,
            source: 'source' in entry ? entry.source?.title : undefined,
            html: entry.content?.encoded,
            summary: entry.description,
          })
        }),
      }
    }
  }
}

function parsed(text: string): ReturnType<typeof parseFeed> | undefined {
  try {
    return parseFeed(text)
  } catch {
    // What no parser takes for a feed is told to the caller as such.
    return undefined
  }
}

// Junk before the first tag, control characters and bare ampersands are what most often breaks a feed.
function mended(text: string): string {
  return text
    .replace(/^[^<{]+/, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&(?!#?\w{1,31};)/g, '&amp;')
}

type Parts = {
  readonly id: string | undefined
  readonly url: string | undefined
  readonly title: string | undefined
  readonly published: string | undefined
  readonly modified: string | undefined
  readonly authors: readonly (string | undefined)[] | undefined
  readonly source: string | undefined
  readonly html: string | undefined
  readonly summary: string | undefined
}

function item(parts: Parts): FeedItem {
  return {
    ...parts,
    key: `${parts.id ?? ''} ${parts.url ?? ''}`.trim() || (parts.title ?? ''),
    title: plain(parts.title),
    authors: (parts.authors ?? []).flatMap((name) => plain(name) ?? []),
    source: plain(parts.source),
  }
}

/** A title without the markup that some feeds put in it. */
function plain(text: string | undefined): string | undefined {
  const clean = text
    ?.replace(/<\/?[a-z][^>]{0,200}>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
  return clean === '' ? undefined : clean
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function absolute(url: string | undefined, base: string | undefined): string | undefined {
  if (url === undefined || url.trim() === '') return undefined
  return URL.canParse(url, base) ? new URL(url, base).href : undefined
}
