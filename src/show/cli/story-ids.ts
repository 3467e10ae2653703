import type { Store } from '../../keep/store.ts'

/** The ids of all stories, the one with the latest report first. */
export async function* storyIds(store: Store): AsyncGenerator<string> {
  const size = 500
  for (let offset = 0; ; offset += size) {
    const page = await store.stories({ limit: size, offset })
    for (const { id } of page) yield id
    if (page.length < size) return
  }
}
