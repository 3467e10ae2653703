import { childId } from '../../model/id.ts'
import type { Attribution, Chain, Mention, Quotation } from '../../model/reading.ts'
import { hull } from '../../model/span.ts'
import type { ReadContext } from '../context.ts'
import { quoteTypeOf } from './quote-type.ts'
import { ruleTriples } from './rule-triples.ts'
import type { Triple } from './triple.ts'
import { paragraphsIn } from './words.ts'

/** What earlier finders found in the same article. */
export type FoundForAttributions = {
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly Mention[]
  readonly chains: readonly Chain[]
}

/** Attributions of an article in text order: who is said to say, believe, intend, order or show what. */
export function findAttributions(context: ReadContext, found: FoundForAttributions): Attribution[] {
  const paragraphs = paragraphsIn(context, found.quotations)
  const triples = paragraphs.flatMap((paragraph) => ruleTriples(paragraph))
  return triples.map((triple) => attributionOf(context, found, triple))
}

function attributionOf(context: ReadContext, found: FoundForAttributions, triple: Triple): Attribution {
  const all = hull([triple.cue, ...triple.content]) ?? triple.cue
  const spans = triple.source === undefined ? [] : [triple.source]
  return {
    id: childId('a', context.article.id, all),
    source: { kind: triple.source === undefined ? 'unstated' : 'named', spans },
    cue: [triple.cue],
    content: triple.content,
    quoteType: quoteTypeOf(context.article.text, triple.content, found.quotations),
    cueClass: triple.cueClass ?? 'says',
    polarity: 'affirmed',
    modality: 'stated',
    rules: triple.rules,
  }
}
