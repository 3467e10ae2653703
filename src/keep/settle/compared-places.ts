import type { Place } from '../store.ts'

/** So many articles of a story are compared at most: its cost is bounded, however long it goes on or one outlet floods it. */
export const mostCompared = 600

/** How many of them are the story's first ones; the rest are its latest. */
const fromTheFirst = 200

/** The places of a story, in the order of their keys, that are compared: all, or of a large one the first and the latest that are no copies. */
export function comparedPlaces(places: readonly Place[], most: number = mostCompared): readonly Place[] {
  if (places.length <= most) return places
  const originals = places.filter(({ placement }) => placement.rule !== 'JOIN-COPY')
  if (originals.length <= most) {
    const copies = places.filter(({ placement }) => placement.rule === 'JOIN-COPY')
    const kept = new Set([...originals, ...copies.slice(0, most - originals.length)])
    return places.filter((place) => kept.has(place))
  }
  const first = Math.floor((most * fromTheFirst) / mostCompared)
  return [...originals.slice(0, first), ...originals.slice(first - most)]
}
