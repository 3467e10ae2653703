import { z } from 'zod'
import { corefer } from '../../compare/coref/corefer.ts'
import { eventWordsOf, type Placed } from '../../compare/coref/event-words.ts'
import type { Referring } from '../../compare/coref/referring.ts'
import { articleFeatures } from '../../compare/features/article-features.ts'
import { placeAll } from '../../compare/stories/place-all.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Article } from '../../model/article.ts'
import type { Range } from '../../model/span.ts'
import { read } from '../../read/read.ts'
import { readLanguage } from '../../text/language.ts'

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
  const clusters = corefer(referringOf(records))
  return records.map((record) => {
    const { id, mentions } = input.parse(record)
    return {
      id,
      mentions: mentions.map((mention) => ({
        id: mention.id,
        cluster: clusters.get(mention.id) ?? mention.id,
      })),
    }
  })
}

/** The mentions of such records with what their documents' stories and readings tell of them. */
export function referringOf(records: readonly unknown[]): Referring[] {
  const documents = records.map((record) => input.parse(record))
  const articles = documents.map(({ id, text }) => ({ ...articleFromText({ text }), id }))
  const stories = placeAll(articles.map(articleFeatures))
  return documents.flatMap(({ id, text, mentions: given }, i) => {
    const readAt = readingOf(articles[i])
    const entities = given
      .filter(({ kind }) => kind === 'entity')
      .map((mention) => ({ id: mention.id, ranges: rangesOf(mention) }))
    const eventAt = eventsOf(articles[i], entities)
    return given.map(
      (mention): Referring => ({
        id: mention.id,
        kind: mention.kind,
        article: id,
        story: stories.get(id) ?? id,
        start: mention.spans[0]?.[0] ?? 0,
        text: mention.spans.map(([start, end]) => text.slice(start, end)).join(' '),
        ...readAt(mention.spans.at(-1)?.[1] ?? 0),
        ...(mention.kind === 'event' ? eventAt(rangesOf(mention)) : {}),
      }),
    )
  })
}

function rangesOf({ spans }: { readonly spans: readonly (readonly [number, number])[] }): Range[] {
  return spans.map(([start, end]) => ({ start, end }))
}

function eventsOf(
  article: Article | undefined,
  entities: readonly Placed[],
): (ranges: readonly Range[]) => Pick<Referring, 'event'> {
  if (article === undefined) return () => ({})
  const language = readLanguage(article.text, article.blocks, article.language)
  return (ranges) => ({ event: eventWordsOf(article.text, language, { ranges, entities }) })
}

// What the reading says of a mention that ends where one of its own does: "the San Diego lineman", "lineman".
function readingOf(
  article: Article | undefined,
): (end: number) => Pick<Referring, 'chain' | 'isPerson' | 'name' | 'roles'> {
  if (article === undefined) return () => ({})
  const { mentions, chains } = read(article)
  const chainOf = new Map<number, number>()
  chains.forEach((chain, number) => {
    if (chain.mentions.length > 1) for (const index of chain.mentions) chainOf.set(index, number)
  })
  const byEnd = new Map<number, Pick<Referring, 'chain' | 'isPerson' | 'name' | 'roles'>>()
  mentions.forEach((mention, index) => {
    const chain = chainOf.get(index)
    const found = {
      ...(chain === undefined ? {} : { chain }),
      isPerson: mention.type === 'PER',
      ...(mention.kind === 'name' && mention.type === 'PER'
        ? { name: article.text.slice(mention.head.start, mention.head.end) }
        : {}),
      roles: mention.roles.map(({ start, end }) => article.text.slice(start, end)),
    }
    byEnd.set(mention.head.end, found)
    byEnd.set(mention.end, found)
  })
  return (end) => byEnd.get(end) ?? {}
}
