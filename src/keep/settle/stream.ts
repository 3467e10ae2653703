import { copyWindow } from '../../compare/stories/freeze-window.ts'
import { type Placement, placeArticle } from '../../compare/stories/place-article.ts'
import { type Stand, standsElsewhere } from '../../compare/stories/stands.ts'
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

/** What placing turns did: the turns as they are placed, and where other articles of the window stand now. */
export type Inserted = { readonly placed: readonly Placed[]; readonly moved: ReadonlyMap<string, Stand> }

/** Places turns, new or changed; answers every article whose placement is new or another than before. */
export function insertTurns(stream: Stream, turns: readonly Turn[]): Inserted {
  const changed = new Set(turns.map((turn) => turn.features.article))
  const kept = stream.tail.filter((turn) => !changed.has(turn.features.article))
  const fresh = [...turns].sort(byKey)
  const last = stream.tail.at(-1)?.key ?? stream.baseKey
  if (kept.length === stream.tail.length && fresh.every((turn) => turn.key > last)) {
    const inserted = fresh.map((turn) => followTurn(stream, turn))
    const moved = new Map(inserted.flatMap((each) => [...each.moved]))
    const now = inserted.map(({ placed }) => standing(placed, moved.get(placed.features.article)))
    for (const { features } of now) moved.delete(features.article)
    return { placed: now, moved }
  }
  const before = new Map(kept.map((turn) => [turn.features.article, turn.placement]))
  const tip = stream.tip
  stream.tip = copyWindow(stream.base)
  stream.tail = []
  for (const turn of [...kept, ...fresh].sort(byKey)) place(stream, turn)
  const placed = stream.tail.filter(
    ({ features, placement }) =>
      changed.has(features.article) || !isSamePlacement(before.get(features.article), placement),
  )
  const inTail = new Set(stream.tail.map((turn) => turn.features.article))
  const moved = [...standsElsewhere(tip, stream.tip)].filter(([article]) => !inTail.has(article))
  advance(stream)
  return { placed, moved: new Map(moved) }
}

/** Takes up an article in the order of keys, as when a record is replayed; answers it as placed now, and who moved. */
export function followTurn(
  stream: Stream,
  turn: Turn,
): { readonly placed: Placed; readonly moved: ReadonlyMap<string, Stand> } {
  const followed = place(stream, turn)
  advance(stream)
  return followed
}

/** An article's place with where it stands now. */
export function standing(placed: Placed, stand: Stand | undefined): Placed {
  if (stand === undefined) return placed
  const { article, rule, score, because } = placed.placement
  const { story, settled, carries } = stand
  return {
    ...placed,
    placement: {
      article,
      story,
      rule,
      score,
      because,
      ...(settled === undefined ? {} : { settled }),
      ...(carries === undefined ? {} : { carries }),
    },
  }
}

/** True when an article is placed as it was before, down to the reasons. */
export function isSamePlacement(a: Placement | undefined, b: Placement): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function place(
  stream: Stream,
  { key, sequence, features }: Turn,
): { readonly placed: Placed; readonly moved: ReadonlyMap<string, Stand> } {
  const { placement, moved } = placeArticle(stream.tip, features)
  const stands = new Map(moved.map(({ article, ...stand }) => [article, stand]))
  const placed = { key, sequence, features, placement }
  if (stands.size > 0) {
    stream.tail = stream.tail.map((turn) => standing(turn, stands.get(turn.features.article)))
  }
  stream.tail.push(placed)
  return { placed, moved: stands }
}

// The base follows in strides, so that an article is copied out of the tail once.
function advance(stream: Stream): void {
  const dated = stream.tail.findIndex((turn) => turn.features.at === undefined)
  const length = dated < 0 ? stream.tail.length : dated
  if (length < 2 * reach) return
  const settled = stream.tail.slice(0, length - reach)
  for (const { features } of settled) placeArticle(stream.base, features)
  stream.baseKey = settled.at(-1)?.key ?? stream.baseKey
  stream.baseArticles += settled.length
  stream.tail = stream.tail.slice(settled.length)
}

function byKey(a: Turn, b: Turn): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
