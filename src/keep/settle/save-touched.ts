import type { Story } from '../../model/record.ts'
import type { Store } from '../store.ts'
import type { AtHand } from './at-hand.ts'
import { compareMembers } from './compare-members.ts'
import { comparedPlaces } from './compared-places.ts'
import type { PlacedNews } from './place-news.ts'
import { aliasesOf, joinedOf, type Touched, touchedStories } from './touched.ts'

/** How many stories are written in one transaction, so that others may write in between. */
const stride = 20

/**
 * Compares the stories that a placement touches and saves them. How far the log is compared moves with the last of them:
 * a process that is killed half-way is followed by one that does the rest again.
 */
export async function saveTouched(
  store: Store,
  placed: PlacedNews,
  options: {
    readonly compared: { readonly from: number; readonly to: number }
    readonly articles: AtHand['articles']
    readonly progress?: (done: number, of: number) => void
  },
): Promise<'saved' | 'stale'> {
  const { from, to } = options.compared
  const touched = await touchedStories(store, placed)
  const remove: string[] = []
  let save: Story[] = []
  let done = 0
  for (const each of touched) {
    const story = await storyNow(store, each, options.articles)
    if (story === undefined) remove.push(each.id)
    else save.push(story)
    options.progress?.(++done, touched.length)
    if (save.length < stride || done === touched.length) continue
    if ((await store.saveStories({ save, remove: [], compared: { from, to: from } })) === 'stale')
      return 'stale'
    save = []
  }
  return store.saveStories({ save, remove, placed: placed.placed, compared: { from, to } })
}

async function storyNow(
  store: Store,
  touched: Touched,
  articles: AtHand['articles'],
): Promise<Story | undefined> {
  if (touched.places.length === 0) return undefined
  if (touched.why === 'members') return compareMembers(store, touched, articles)
  const known = await store.story(touched.id)
  if (known?.id !== touched.id) return compareMembers(store, touched, articles)
  return {
    ...known,
    aliases: [...aliasesOf(touched)].sort(),
    joined: joinedOf({ ...touched, places: comparedPlaces(touched.places) }),
  }
}
