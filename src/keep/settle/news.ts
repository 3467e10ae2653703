import { articleFeatures } from '../../compare/features/article-features.ts'
import { placementKey } from '../../compare/stories/place-article.ts'
import { slices } from '../slices.ts'
import type { Placed, Store } from '../store.ts'
import type { Turn } from './stream.ts'

/** What the log holds after `after`, up to `upTo`: the articles' turns, and where revised ones were placed before. */
export type News = {
  readonly after: number
  readonly upTo: number
  readonly turns: readonly Turn[]
  readonly before: readonly Placed[]
}

/** Reads on in the log, to the sequence number `end`. */
export async function readNews(store: Store, known: News, end: number): Promise<News> {
  const sequences = new Map<string, number>()
  for await (const { id, sequence } of store.log(known.upTo)) {
    if (sequence > end) break
    sequences.set(id, sequence)
  }
  const turns: Turn[] = []
  for (const ids of slices([...sequences.keys()], 100)) {
    for (const { article } of await store.articles(ids)) {
      const features = articleFeatures(article)
      turns.push({ key: placementKey(features), sequence: sequences.get(article.id) ?? end, features })
    }
  }
  const stillNew = known.turns.filter((turn) => !sequences.has(turn.features.article))
  const stillBefore = known.before.filter((turn) => !sequences.has(turn.features.article))
  return {
    after: known.after,
    upTo: end,
    turns: [...stillNew, ...turns],
    before: [...stillBefore, ...(await store.placesOf([...sequences.keys()]))],
  }
}
