import { freezeWindow } from '../../compare/stories/freeze-window.ts'
import type { Store } from '../store.ts'
import type { Stream } from './stream.ts'

/** How many articles may lie between a kept window and the end of the record before it is kept anew. */
const interval = 1000

/** Keeps the stream's window once enough articles came after the one kept last, so that a start does not replay them. */
export async function keepWindow(store: Store, stream: Stream): Promise<void> {
  if (stream.baseArticles - stream.keptArticles < interval) return
  const window = { key: stream.baseKey, articles: stream.baseArticles, body: freezeWindow(stream.base) }
  await store.saveWindow(window, stream.cursor)
  stream.keptArticles = stream.baseArticles
}
