import { z } from 'zod'
import { corefer, type Referring } from '../../compare/coref/corefer.ts'
import { articleFeatures } from '../../compare/features/article-features.ts'
import { placeAll } from '../../compare/stories/place-all.ts'
import { articleFromText } from '../../gather/article-from-text.ts'

const input = z.looseObject({
  id: z.string(),
  text: z.string(),
  mentions: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['event', 'entity']),
      spans: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
})

/** Task `coref`: the given mentions of all documents put together, within the stories that the documents are placed in. */
export function coref(records: readonly unknown[]): unknown[] {
  const documents = records.map((record) => input.parse(record))
  const stories = placeAll(
    documents.map(({ id, text }) => articleFeatures({ ...articleFromText({ text }), id })),
  )
  const mentions = documents.flatMap(({ id, text, mentions: given }) =>
    given.map(
      (mention): Referring => ({
        id: mention.id,
        kind: mention.kind,
        article: id,
        story: stories.get(id) ?? id,
        start: mention.spans[0]?.[0] ?? 0,
        text: mention.spans.map(([start, end]) => text.slice(start, end)).join(' '),
      }),
    ),
  )
  const clusters = corefer(mentions)
  return documents.map(({ id, mentions: given }) => ({
    id,
    mentions: given.map((mention) => ({ id: mention.id, cluster: clusters.get(mention.id) ?? mention.id })),
  }))
}
