import type { Story } from '../model/record.ts'
import { quoteOf } from '../model/span.ts'
import type { StorySummary } from './store.ts'

/** What a summary needs to know of a story's articles. */
export type Heading = { readonly outlet?: string; readonly published?: string }

/** A story's line in a list; `titleText` is the text of the article that the title is taken from. */
export function summaryOf(
  story: Story,
  titleText: string,
  headings: readonly Heading[],
): StorySummary & { readonly possibleOrigins: number } {
  const published = headings
    .flatMap((heading) => heading.published ?? [])
    .filter((instant) => !Number.isNaN(Date.parse(instant)))
    .sort(byInstant)
  const origins = affirmedOrigins(story)
  return {
    id: story.id,
    title: quoteOf(titleText, story.title).replace(/\s+/g, ' ').trim(),
    articles: story.articles.length + (story.beyond ?? 0),
    outlets: new Set(headings.flatMap((heading) => heading.outlet ?? [])).size,
    origins: origins.certain,
    possibleOrigins: origins.possible,
    disputes: story.disputes.length,
    first: published[0],
    last: published.at(-1),
  }
}

/** A title as words for an address or a command line: "Talks move to Port Sael" is `talks-move-to-port-sael`. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).slice(0, 8).join('-')
}

function affirmedOrigins(story: Story): { certain: number; possible: number } {
  const certain = new Set<string>()
  const possible = new Set<string>()
  for (const claim of story.claims) {
    const affirmed = new Set(
      claim.carriers.filter((each) => each.polarity === 'affirmed').map((each) => each.origin),
    )
    for (const origin of claim.origins) {
      if (!affirmed.has(origin.id)) continue
      possible.add(origin.id)
      if (origin.certain) certain.add(origin.id)
    }
  }
  return { certain: certain.size, possible: possible.size }
}

// Instants are dates or times with their own zone, so their text does not sort by time.
function byInstant(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b) || (a < b ? -1 : a > b ? 1 : 0)
}
