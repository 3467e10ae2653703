import type { Story } from '../../model/record.ts'
import type { Place, Placed, Store } from '../store.ts'
import type { PlacedNews } from './place-news.ts'

/** A story that a placement touches: its articles as they are placed now, and whether more than reasons changed. */
export type Touched = {
  readonly id: string
  readonly why: 'members' | 'reasons'
  readonly places: readonly Place[]
}

/** The stories that a placement touches, in the order of their ids; one without articles is gone. */
export async function touchedStories(store: Store, news: PlacedNews): Promise<readonly Touched[]> {
  const why = new Map<string, Touched['why']>()
  const before = new Map(news.before.map((place) => [place.features.article, place.placement.story]))
  for (const { features, placement } of news.placed) {
    const from = before.get(features.article)
    if (from === placement.story && !news.changed.has(features.article)) {
      if (!why.has(from)) why.set(from, 'reasons')
      continue
    }
    why.set(placement.story, 'members')
    if (from !== undefined) why.set(from, 'members')
  }
  const now = new Map(news.placed.map((place) => [place.features.article, place]))
  const arrivals = new Map<string, Placed[]>()
  for (const place of news.placed) {
    const known = arrivals.get(place.placement.story)
    if (known === undefined) arrivals.set(place.placement.story, [place])
    else known.push(place)
  }
  const touched: Touched[] = []
  for (const id of [...why.keys()].sort()) {
    const stayed = (await store.placesIn(id)).filter((place) => !now.has(place.placement.article))
    const places: Place[] = [...stayed, ...(arrivals.get(id) ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1))
    touched.push({ id, why: why.get(id) ?? 'members', places })
  }
  return touched
}

/** Ids of stories that became part of a story. */
export function aliasesOf(touched: Touched): Story['aliases'] {
  return touched.places.flatMap(({ placement }) => placement.carries ?? []).filter((id) => id !== touched.id)
}

/** Why each article of a story is in it. */
export function joinedOf(touched: Touched): Story['joined'] {
  const joined = touched.places.map(({ placement: { article, rule, score, because, settled } }) => {
    if (settled === undefined) return { article, rule, score, because }
    const { earlier = [], ...last } = settled
    return { article, ...last, earlier: [...earlier, { rule, score, because }] }
  })
  return joined.sort((a, b) => (a.article < b.article ? -1 : 1))
}
