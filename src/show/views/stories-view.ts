import type { StorySummary } from '../../keep/store.ts'
import { storyHref } from './evidence.ts'
import { orderOf, plainText, rangeInWords } from './wording.ts'

/** A story's line in the list. */
export type StoryLine = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly articles: number
  readonly outlets: number
  /** Distinct origins that affirm anything: those that are certainly apart, and all that may be. */
  readonly origins: { readonly certain: number; readonly possible: number }
  readonly disputes: number
  readonly span?: string
  readonly last?: string
}

/** The list of stories in the order that the record gives. */
export function storiesView(summaries: readonly StorySummary[]): StoryLine[] {
  return summaries.map((summary) => ({
    id: summary.id,
    href: storyHref(summary.id),
    title: plainText(summary.title) || 'Story without a title',
    articles: summary.articles,
    outlets: summary.outlets,
    origins: { certain: summary.origins, possible: summary.possibleOrigins ?? summary.origins },
    disputes: summary.disputes,
    span: summary.first && summary.last && rangeInWords(dayOf(summary.first), dayOf(summary.last)),
    last: summary.last,
  }))
}

function dayOf(instant: string): string {
  const time = orderOf(instant)
  return time === undefined ? instant : new Date(time).toISOString().slice(0, 10)
}
