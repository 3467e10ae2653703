import type { Instant } from '../../model/article.ts'
import type { Issue } from '../../model/reason.ts'
import { finish } from '../finish.ts'
import { foundIn, issue } from '../issue.ts'
import { readPage } from '../page/read-page.ts'
import { scanPage } from '../page/scan.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import type { FeedItem } from './feed-item.ts'

/** What is known of an entry beside itself: where it comes from, its feed's title, and what was wrong so far. */
export type EntryFrom = {
  readonly from: string
  readonly outlet: string | undefined
  readonly issues: readonly Issue[]
  /** When the feed was fetched. */
  readonly fetched?: Instant
}

/** That the page at an address cannot be had, and why: its feed's text is read instead. */
export function notHad(url: string, wrong: Issue): Issue {
  return issue('page-not-had', url, `it cannot be had (${foundIn(wrong, url)})`)
}

/** The article of an entry whose full text its feed carries; undefined where the feed has no more than a teaser. */
export async function entryArticle(
  entry: FeedItem,
  { from, outlet, issues, fetched }: EntryFrom,
  options: GatherOptions,
): Promise<GatherResult | undefined> {
  const body = fullText(entry)
  if (body === undefined) return undefined
  const draft = {
    from,
    text: entry.title === undefined ? body : `${entry.title}\n\n${body}`,
    title: entry.title,
    url: entry.url,
    published: entry.published,
    modified: entry.modified,
    outlet: entry.source ?? outlet,
    byline: entry.authors.length === 0 ? undefined : entry.authors,
    credit: entry.source,
    provenance: { from, ...(fetched === undefined ? {} : { fetched }) },
    issues,
  }
  return await finish(draft, options)
}

/** What a feed says of an entry, for a page that does not say it itself. */
export function entryOptions(
  entry: FeedItem,
  outlet: string | undefined,
  options: GatherOptions,
): GatherOptions {
  return {
    ...options,
    published: entry.published ?? options.published,
    outlet: options.outlet ?? outlet ?? entry.source,
    credit: entry.source === outlet ? undefined : entry.source,
    url: undefined,
  }
}

/** Characters of a description that is no teaser any more: some feeds put whole articles there. */
const wholeDescription = 2000

/** The text that a feed carries of an entry, where it is more than a teaser. */
function fullText({ html: content, summary }: FeedItem): string | undefined {
  const html = content ?? ((summary?.length ?? 0) < wholeDescription ? undefined : summary)
  if (html === undefined || html.length < 200) return undefined
  const page = readPage(`<article>${html}</article>`, { from: '', url: undefined })
  const text =
    page?.text ??
    scanPage(html)
      .blocks.map((block) => block.text)
      .join('\n\n')
  return text.length < 200 ? undefined : text
}
