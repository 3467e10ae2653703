import type { Article } from '../model/article.ts'
import type { Reading } from '../model/reading.ts'

/** An article of a story with what was read in it. */
export type Member = { readonly article: Article; readonly reading: Reading }

/** Order of report: by time of publication, undated ones last, then by id. */
export function inReportOrder<T extends Member>(members: readonly T[]): T[] {
  return [...members].sort(
    (a, b) =>
      timeOf(a.article.published) - timeOf(b.article.published) || (a.article.id < b.article.id ? -1 : 1),
  )
}

/** Milliseconds of a publication time; a date alone counts from its midnight UTC; without one, the end of time. */
export function timeOf(published: string | undefined): number {
  const time = published === undefined ? Number.NaN : Date.parse(published)
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time
}
