import type { Placed, Store } from '../store.ts'
import { emptyStream, followTurn, isSamePlacement, type Stream, type Turn } from './stream.ts'

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
  const placed: Placed[] = []
  const before: Placed[] = []
  const changed = new Set(turns.map((turn) => turn.features.article))
  const fresh = [...turns].sort((a, b) => (a.key < b.key ? -1 : 1))
  for await (const known of store.placed()) {
    while (fresh[0] !== undefined && fresh[0].key < known.key) take(fresh.shift())
    if (changed.has(known.features.article)) {
      before.push(known)
      continue
    }
    const now = followTurn(stream, known)
    if (isSamePlacement(known.placement, now.placement)) continue
    before.push(known)
    placed.push(now)
  }
  for (const turn of fresh) take(turn)
  return { stream, placed, before }

  function take(turn: Turn | undefined): void {
    if (turn !== undefined) placed.push(followTurn(stream, turn))
  }
}
