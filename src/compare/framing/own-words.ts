import type { Copy } from '../../model/record.ts'
import { overlaps, type Range } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** Whether a stretch of an article is worded by its own outlet. */
export type OwnWords = (article: string, range: Range) => boolean

/** An outlet's wording is what no quoted speaker said and what it did not copy from another text. */
export function ownWordsOf(members: readonly Member[], copies: readonly Copy[]): OwnWords {
  const foreign = new Map<string, Range[]>()
  for (const { article, reading } of members) {
    foreign.set(
      article.id,
      reading.quotations.filter(({ role }) => role === 'speech' || role === 'title'),
    )
  }
  for (const { b, spansB, direction } of copies) {
    if (direction !== 'unknown') foreign.get(b)?.push(...spansB)
  }
  return (article, range) => !(foreign.get(article) ?? []).some((other) => overlaps(other, range))
}
