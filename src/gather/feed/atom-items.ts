import type { parseFeed } from 'feedsmith'
import { absolute, addressIn, type FeedItem, feedItem, personOf } from './feed-item.ts'
import { asMarkup, plainWords, type Writing } from './feed-words.ts'

type AtomFeed = Extract<ReturnType<typeof parseFeed>, { format: 'atom' }>['feed']
type Entry = NonNullable<AtomFeed['entries']>[number]
type Text = { readonly value?: string; readonly type?: string; readonly src?: string }

/** The entries of an Atom feed (RFC 4287; 0.3 too). `base` is the address of the feed. */
export function atomItems(feed: AtomFeed, base: string | undefined, most: number): readonly FeedItem[] {
  const under = absolute(feed.xml?.base, base) ?? base
  return (feed.entries ?? []).slice(0, most).map((entry) => {
    const here = absolute(entry.xml?.base, under) ?? under
    return feedItem({
      id: entry.id,
      url: addressOf(entry, here),
      title: entry.title?.value ?? entry.media?.title?.value,
      writing: writingOf(entry.title),
      published:
        dateText(entry.published) ?? dateText(entry.dc?.dates?.[0]) ?? dateText(entry.dcterms?.issued?.[0]),
      modified: dateText(entry.updated),
      authors: authorsOf(entry, feed),
      source: plainWords(entry.source?.title?.value, writingOf(entry.source?.title)),
      html: markupOf(entry.content),
      summary: markupOf(entry.summary),
    })
  })
}

/** The title of an Atom feed. */
export function atomTitle(feed: AtomFeed): string | undefined {
  return plainWords(feed.title?.value, writingOf(feed.title))
}

// RFC 4287, 4.2.7.2: without a rel a link is the alternate; of several, the page is the one that is read.
function addressOf(entry: Entry, base: string | undefined): string | undefined {
  const links = (entry.links ?? []).filter(({ href }) => absolute(href, base) !== undefined)
  const alternates = links.filter(({ rel }) => rel === undefined || /(?:^|\/)alternate$/i.test(rel))
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0]
  const other = links.find(
    ({ rel }) => !/^(?:self|edit|enclosure|replies|next|prev|license|hub|via|related)$/i.test(rel ?? ''),
  )
  const href = (page ?? other)?.href ?? entry.content?.src
  return (
    absolute(href, base) ??
    addressIn(entry.id) ??
    absolute(links.find(({ rel }) => rel === 'via')?.href, base)
  )
}

// RFC 4287, 4.2.1: an entry without authors has those of its source, else those of the feed.
function authorsOf(entry: Entry, feed: AtomFeed): readonly (string | undefined)[] {
  const own = (entry.authors ?? []).map(personOf)
  if (own.some((name) => name !== undefined)) return own
  const creators = entry.dc?.creators ?? []
  if (creators.length > 0) return creators
  const sources = (entry.source?.authors ?? []).map(personOf)
  return sources.length > 0 ? sources : (feed.authors ?? []).map(personOf)
}

function writingOf(text: Text | undefined): Writing {
  const type = text?.type?.trim().toLowerCase()
  if (type === undefined) return 'unsaid'
  if (type === 'text' || type === 'text/plain') return 'text'
  return /^x?html$|html/.test(type) ? 'markup' : 'unsaid'
}

// RFC 4287, 4.1.3.3: what is neither text, HTML nor XML stands in Base64.
function markupOf(text: Text | undefined): string | undefined {
  const { value } = text ?? {}
  if (value === undefined || value.trim() === '') return undefined
  const type = text?.type?.trim().toLowerCase()
  if (type === 'text' || type === 'text/plain') return asMarkup(value)
  const isOther = type !== undefined && !/^(?:x?html|text\/.*|.*[+/]xml)$/.test(type)
  return isOther ? undefined : value
}

function dateText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
