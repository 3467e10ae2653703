import { rangeIndex } from '../../model/range-index.ts'
import type { Attribution, Mention, Quotation } from '../../model/reading.ts'
import type { Links } from '../chains/links.ts'
import type { ReadContext } from '../context.ts'
import { describeAttributions } from '../sources/describe-attributions.ts'
import { type AttributionMethod, findTriples } from './find-triples.ts'
import { paragraphsIn } from './words.ts'

/** What earlier finders found in the same article. */
export type FoundForAttributions = {
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly Mention[]
  readonly links: Links
  /** By the trained model where its weights are there (the default), or by rules alone. */
  readonly method?: AttributionMethod
}

/** Attributions of an article in text order: who is said to say, believe, intend, order or show what. */
export function findAttributions(context: ReadContext, found: FoundForAttributions): Attribution[] {
  const paragraphs = paragraphsIn(context, found.quotations)
  const quotations = rangeIndex(found.quotations)
  const triples = findTriples(paragraphs, {
    text: context.article.text,
    quotations,
    method: found.method ?? 'learned',
  })
  return describeAttributions(context, { ...found, quotations }, triples)
}
