import type { Kept } from '../../keep/store.ts'
import type { Article } from '../../model/article.ts'
import { proseKinds } from '../../model/article.ts'
import type { Quotation } from '../../model/reading.ts'
import type { Story } from '../../model/record.ts'
import { overlaps, quoteOf, type Range, type Span } from '../../model/span.ts'
import { plainText, titleInWords } from './wording.ts'

/** A story with the articles that its spans point into. */
export type StoryContext = { readonly story: Story; readonly articles: ReadonlyMap<string, Kept> }

/** What an assertion rests on: the characters, the article they stand in, and the link that shows them there. */
export type Evidence = {
  readonly span: Span
  /** The characters themselves, on one line. */
  readonly quote: string
  readonly outlet?: string
  readonly title: string
  readonly published?: string
  /** Where in the article: "headline", "¶3". */
  readonly place: string
  readonly href: string
}

/** The evidence that a span gives; undefined when its article is not at hand. */
export function evidenceOf(context: StoryContext, span: Span): Evidence | undefined {
  const kept = context.articles.get(span.article)
  if (kept === undefined) return undefined
  const { article, reading } = kept
  const whole = withMarks(span, reading.quotations)
  return {
    span: { article: span.article, ...whole },
    quote: plainText(quoteOf(article.text, whole)),
    outlet: article.outlet,
    title: titleInWords(article),
    published: article.published,
    place: placeOf(article, whole),
    href: articleHref(span.article, { story: context.story.id, at: whole }),
  }
}

/** The evidence of several spans, without those whose article is not at hand. */
export function evidencesOf(context: StoryContext, spans: readonly Span[]): Evidence[] {
  return spans.flatMap((span) => evidenceOf(context, span) ?? [])
}

/** The address of an article's page, with characters to highlight. */
export function articleHref(article: string, options: { story?: string; at?: Range } = {}): string {
  const at = options.at
  const query = at === undefined ? '' : `?at=${at.start}-${at.end}#at`
  return `/articles/${encodeURIComponent(article)}${query}`
}

/** The address of a story's page. */
export function storyHref(story: string): string {
  return `/stories/${encodeURIComponent(story)}`
}

/** The address of a claim's page. */
export function claimHref(story: string, claim: string): string {
  return `${storyHref(story)}/claims/${encodeURIComponent(claim)}`
}

/** The address of the page of a person or thing in a story. */
export function entityHref(story: string, entity: string): string {
  return `${storyHref(story)}/entities/${encodeURIComponent(entity)}`
}

/** The outlet's name, or words for its absence. */
export function outletInWords(outlet: string | undefined): string {
  return outlet === undefined ? 'outlet not stated' : plainText(outlet)
}

// Words that begin or end a character or two within a quotation are shown with its mark, so that no mark stands without its fellow.
function withMarks({ start, end }: Range, quotations: readonly Quotation[]): Range {
  for (const quotation of quotations) {
    const isOpened = quotation.start >= start && quotation.start < end && quotation.end > end
    const isClosed = quotation.end <= end && quotation.end > start && quotation.start < start
    if (isOpened && quotation.end - end <= markReach) end = quotation.end
    else if (isClosed && start - quotation.start <= markReach) start = quotation.start
  }
  return { start, end }
}

const markReach = 2

// Paragraphs are counted over the article's own words: headline, noise and captions have no number.
function placeOf(article: Article, range: Range): string {
  let paragraph = 0
  for (const block of article.blocks) {
    const isParagraph = proseKinds.has(block.kind) && block.kind !== 'headline'
    if (isParagraph) paragraph += 1
    if (overlaps(block, range)) return isParagraph ? `¶${paragraph}` : block.kind
  }
  return 'outside the text'
}
