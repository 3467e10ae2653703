import type { Window } from './window.ts'

/** What a settling did to stories, by their numbers: which became part of which, and the ids of those that are new. */
export type Turnover = {
  readonly gone: readonly { readonly story: number; readonly id: string; readonly into: number }[]
  readonly born: readonly string[]
  readonly moves: readonly { readonly member: number; readonly from: number }[]
}

/**
 * An id of a story that is no more leads to the story that has its larger part, whatever becomes of single articles: one article
 * of that story carries it. Answers the articles that carry other ids than before.
 */
export function passOnIds(window: Window, { gone, born, moves }: Turnover): number[] {
  const { carried } = window
  const changed = new Set<number>()
  const into = new Map(gone.map((each) => [each.story, each.into]))
  const give = (story: number, ids: readonly string[]) => {
    const [carrier] = window.stories.get(story)?.members ?? []
    if (carrier === undefined) return
    carried.set(carrier, [...(carried.get(carrier) ?? []), ...ids])
    changed.add(carrier)
  }
  for (const { member, from } of moves) {
    const ids = carried.get(member)
    if (ids === undefined) continue
    carried.delete(member)
    changed.add(member)
    give(into.get(from) ?? from, ids)
  }
  for (const each of gone) give(each.into, [each.id])
  // A part that is a story again has its id again.
  for (const id of born) {
    for (const [carrier, ids] of carried) {
      if (!ids.includes(id)) continue
      const rest = ids.filter((other) => other !== id)
      if (rest.length === 0) carried.delete(carrier)
      else carried.set(carrier, rest)
      changed.add(carrier)
    }
  }
  return [...changed]
}
