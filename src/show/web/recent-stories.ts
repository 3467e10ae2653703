import type { Kept, Store } from '../../keep/store.ts'
import type { StoryContext } from '../views/evidence.ts'
import { type StoryView, storyView } from '../views/story-view.ts'

/** A story at hand: as compared, in words, and as parts of pages that were made of it, by what was asked for. */
export type StoryAtHand = {
  readonly context: StoryContext
  readonly view: () => StoryView
  readonly part: (asked: string, make: () => Promise<string>) => Promise<string>
}

/** So many stories stay at hand; the one that was not asked for the longest goes. */
const most = 4

/** So many parts of pages of each. */
const mostParts = 4

/**
 * Stories of a record by their ids, the last few kept until anything is written: a story is put in words once, however many open
 * it. The answer is undefined where the record has no such story.
 */
export function recentStories(store: Store): (id: string) => Promise<StoryAtHand | undefined> {
  const atHand = new Map<string, StoryAtHand>()
  let version: number | undefined
  return async (id) => {
    const now = await store.version()
    if (now !== version) atHand.clear()
    version = now
    const known = atHand.get(id) ?? (await load(store, id))
    if (known === undefined) return undefined
    atHand.delete(id)
    atHand.set(id, known)
    for (const oldest of [...atHand.keys()].slice(0, -most)) atHand.delete(oldest)
    return known
  }
}

async function load(store: Store, id: string): Promise<StoryAtHand | undefined> {
  const story = await store.story(id)
  if (story === undefined) return undefined
  const context = { story, articles: await keptById(store, story.articles) }
  let view: StoryView | undefined
  const parts = new Map<string, string>()
  return {
    part: async (asked, make) => {
      const part = parts.get(asked) ?? (await make())
      parts.delete(asked)
      parts.set(asked, part)
      for (const oldest of [...parts.keys()].slice(0, -mostParts)) parts.delete(oldest)
      return part
    },
    context,
    view: () => {
      view ??= storyView(context)
      return view
    },
  }
}

/** Articles of a record by their ids, without those that it does not hold. */
export async function keptById(store: Store, ids: readonly string[]): Promise<Map<string, Kept>> {
  const kept = ids.length === 0 ? [] : await store.articles(ids)
  return new Map(kept.map((each) => [each.article.id, each]))
}
