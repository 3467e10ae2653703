import type { parseFeed } from 'feedsmith'
import { absolute, addressIn, type FeedItem, feedItem, personOf } from './feed-item.ts'
import { asMarkup, plainWords } from './feed-words.ts'

type JsonFeed = Extract<ReturnType<typeof parseFeed>, { format: 'json' }>['feed']

/** The entries of a JSON Feed (1, 1.1); its authors are those of entries that name none. */
export function jsonItems(feed: JsonFeed, base: string | undefined, most: number): readonly FeedItem[] {
  return (feed.items ?? []).slice(0, most).map((entry) =>
    feedItem({
      id: entry.id,
      url: absolute(entry.url, base) ?? absolute(entry.external_url, base) ?? addressIn(entry.id),
      title: entry.title,
      writing: 'text',
      published: dateText(entry.date_published),
      modified: dateText(entry.date_modified),
      authors: (entry.authors ?? feed.authors)?.map(personOf),
      source: undefined,
      html:
        entry.content_html ?? (entry.content_text === undefined ? undefined : asMarkup(entry.content_text)),
      summary: entry.summary,
    }),
  )
}

/** The title of a JSON Feed. */
export function jsonTitle(feed: JsonFeed): string | undefined {
  return plainWords(feed.title, 'text')
}

function dateText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
