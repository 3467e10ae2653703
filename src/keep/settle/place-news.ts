import type { Placed, Store } from '../store.ts'
import type { News } from './news.ts'
import { replay } from './replay.ts'
import { insertTurns, isInReach, type Stream, standing } from './stream.ts'

/** What placing did: every article that is new or placed otherwise than before, and where such articles stood before. */
export type PlacedNews = {
  readonly stream: Stream
  readonly placed: readonly Placed[]
  readonly before: readonly Placed[]
  /** Articles whose text is new: their stories are compared again even where nothing moved. */
  readonly changed: ReadonlySet<string>
}

/** Places what is new in the log; `waits` where that would cost a replay and too little has come to be worth one. */
export async function placeNews(
  store: Store,
  stream: Stream,
  news: News,
  late: 'replay' | 'wait',
): Promise<PlacedNews | 'waits'> {
  const changed = new Set(news.turns.map((turn) => turn.features.article))
  if (!isInReach(stream, news.turns, news.before)) {
    // A replay when the record has grown by a quarter: all replays together cost no more than a few readings each.
    if (late === 'wait' && news.turns.length * 4 < news.upTo) return 'waits'
    const { placed, before, stream: anew } = await replay(store, news.turns)
    return { stream: anew, placed, before, changed }
  }
  const { placed, moved } = insertTurns(stream, news.turns)
  const elsewhere = [
    ...placed.map((turn) => turn.features.article).filter((id) => !changed.has(id)),
    ...moved.keys(),
  ]
  const stood = await store.placesOf(elsewhere)
  const stands = stood.flatMap((place) => {
    const stand = moved.get(place.features.article)
    return stand === undefined ? [] : [standing(place, stand)]
  })
  return { stream, placed: [...placed, ...stands], before: [...news.before, ...stood], changed }
}
