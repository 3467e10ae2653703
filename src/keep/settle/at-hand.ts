import type { Kept, Store } from '../store.ts'

/** Articles that were compared lately: when news comes to their story they are needed again, with all that was found in each. */
export type AtHand = {
  /** The newest revisions of articles, in the order asked for; unknown ids are left out. */
  readonly articles: (ids: readonly string[]) => Promise<readonly Kept[]>
  /** Forgets articles that have a new revision. */
  readonly forget: (ids: readonly string[]) => void
}

/** So many characters of text stay at hand: about a hundred megabytes with what was read in them. */
const most = 1_500_000

/** Articles of a record at hand, those that were not asked for the longest given up first. */
export function articlesAtHand(store: Pick<Store, 'articles'>, room: number = most): AtHand {
  const atHand = new Map<string, Kept>()
  let characters = 0
  const forget = (id: string) => {
    characters -= atHand.get(id)?.article.text.length ?? 0
    atHand.delete(id)
  }
  return {
    async articles(ids) {
      const known = new Map(ids.flatMap((id) => [[id, atHand.get(id)] as const]))
      for (const kept of await store.articles(ids.filter((id) => known.get(id) === undefined)))
        known.set(kept.article.id, kept)
      for (const [id, kept] of known) {
        forget(id)
        if (kept === undefined) continue
        atHand.set(id, kept)
        characters += kept.article.text.length
      }
      for (const id of atHand.keys()) {
        if (characters <= room) break
        forget(id)
      }
      return ids.flatMap((id) => known.get(id) ?? [])
    },
    forget: (ids) => ids.forEach(forget),
  }
}
