import type { Stand } from '../../compare/stories/stands.ts'
import type { Placed, Store } from '../store.ts'
import { emptyStream, followTurn, isSamePlacement, type Stream, standing, type Turn } from './stream.ts'

/** A stream that placed the whole record anew, and every article whose placement is new or another than before. */
export type Replayed = {
  readonly stream: Stream
  readonly placed: readonly Placed[]
  /** What the record had for the articles that moved. */
  readonly before: readonly Placed[]
}

/** Places every article of the record and the turns given, in the order of keys, from the beginning. */
export async function replay(store: Store, turns: readonly Turn[]): Promise<Replayed> {
  const stream = emptyStream()
  const changed = new Set(turns.map((turn) => turn.features.article))
  // Placements that are new or differ from the record's, and what the record has for them.
  const differing = new Map<string, Placed>()
  const recorded = new Map<string, Placed>()
  const stands = new Map<string, Stand>()
  const fresh = [...turns].sort((a, b) => (a.key < b.key ? -1 : 1))
  for await (const known of store.placed()) {
    while (fresh[0] !== undefined && fresh[0].key < known.key) take(fresh.shift())
    if (changed.has(known.features.article)) recorded.set(known.features.article, known)
    else take(known, known)
  }
  for (const turn of fresh) take(turn)
  const late = [...stands.keys()].filter((article) => !differing.has(article))
  for (const known of await store.placesOf(late)) {
    recorded.set(known.features.article, known)
    differing.set(known.features.article, known)
  }
  const placed = [...differing.values()]
    .map((place) => standing(place, stands.get(place.features.article)))
    .filter((place) => {
      const known = recorded.get(place.features.article)
      return changed.has(place.features.article) || !isSamePlacement(known?.placement, place.placement)
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const moved = new Set(placed.map((place) => place.features.article))
  return {
    stream,
    placed,
    before: [...recorded.values()].filter((place) => moved.has(place.features.article)),
  }

  function take(turn: Turn | undefined, known?: Placed): void {
    if (turn === undefined) return
    const { placed: now, moved } = followTurn(stream, turn)
    for (const [article, stand] of moved) stands.set(article, stand)
    if (known !== undefined && isSamePlacement(known.placement, now.placement)) return
    differing.set(now.features.article, now)
    if (known !== undefined) recorded.set(known.features.article, known)
  }
}
