import { type Placement, placeArticles } from '../../compare/stories/place-articles.ts'
import { emptyWindow, type Window } from '../../compare/stories/window.ts'
import type { Placed } from '../store.ts'

/** An article that is to be placed: `placement` is where it stood before, if it did. */
export type Turn = Pick<Placed, 'key' | 'sequence' | 'features'> & { readonly placement?: Placement }

/**
 * Placement over a record that grows. Articles are placed in the order of their keys, whatever order they come in: a
 * window stands some way back (`base`), and what comes late is placed by going on from there again.
 */
export type Stream = {
  /** How much of the log is in it. */
  cursor: number
  base: Window
  /** The key of the last article in `base`, and how many are in it. */
  baseKey: string
  baseArticles: number
  /** How many were in the window that the record keeps. */
  keptArticles: number
  /** The articles after `base` in the order of their keys; the undated are always here. */
  tail: Placed[]
  /** `base` with the tail placed. */
  tip: Window
}

/** How many dated articles may come after a late one before it costs a replay of the whole record. */
const reach = 250

/** A stream without articles. */
export function emptyStream(): Stream {
  return {
    cursor: 0,
    base: emptyWindow(),
    baseKey: '',
    baseArticles: 0,
    keptArticles: 0,
    tail: [],
    tip: emptyWindow(),
  }
}

/** True when the turns can be placed without a replay of the record: none of them touches what lies before `base`. */
export function isInReach(stream: Stream, turns: readonly Turn[], before: readonly Placed[]): boolean {
  return [...turns, ...before].every((turn) => turn.key > stream.baseKey)
}

/** Places turns, new or changed; answers every article whose placement is new or another than before. */
export function insertTurns(stream: Stream, turns: readonly Turn[]): readonly Placed[] {
  const changed = new Set(turns.map((turn) => turn.features.article))
  const kept = stream.tail.filter((turn) => !changed.has(turn.features.article))
  const fresh = [...turns].sort(byKey)
  const last = stream.tail.at(-1)?.key ?? stream.baseKey
  if (kept.length === stream.tail.length && fresh.every((turn) => turn.key > last)) {
    const placed = placeTurns(stream.tip, fresh)
    stream.tail.push(...placed)
    advance(stream)
    return placed
  }
  const before = new Map(kept.map((turn) => [turn.features.article, turn.placement]))
  stream.tip = structuredClone(stream.base)
  stream.tail = placeTurns(stream.tip, [...kept, ...fresh].sort(byKey))
  const result = stream.tail.filter(
    ({ features, placement }) =>
      changed.has(features.article) || !isSamePlacement(before.get(features.article), placement),
  )
  advance(stream)
  return result
}

/** Takes up an article in the order of keys, as when a record is replayed; answers it as it is placed now. */
export function followTurn(stream: Stream, turn: Turn): Placed {
  const [placed] = placeTurns(stream.tip, [turn])
  if (placed === undefined) throw new Error(`article ${turn.features.article} was not placed`)
  stream.tail.push(placed)
  advance(stream)
  return placed
}

/** True when an article is placed as it was before, down to the reasons. */
export function isSamePlacement(a: Placement | undefined, b: Placement): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function placeTurns(window: Window, turns: readonly Turn[]): Placed[] {
  const placements = placeArticles(
    window,
    turns.map((turn) => turn.features),
  )
  return turns.map(({ key, sequence, features }, i) => {
    const placement = placements[i]
    if (placement === undefined) throw new Error(`article ${features.article} was not placed`)
    return { key, sequence, features, placement }
  })
}

// The base follows in strides, so that an article is copied out of the tail once.
function advance(stream: Stream): void {
  const dated = stream.tail.findIndex((turn) => turn.features.at === undefined)
  const length = dated < 0 ? stream.tail.length : dated
  if (length < 2 * reach) return
  const settled = stream.tail.slice(0, length - reach)
  placeTurns(stream.base, settled)
  stream.baseKey = settled.at(-1)?.key ?? stream.baseKey
  stream.baseArticles += settled.length
  stream.tail = stream.tail.slice(settled.length)
}

function byKey(a: Turn, b: Turn): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
