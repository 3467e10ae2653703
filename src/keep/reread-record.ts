import type { Article } from '../model/article.ts'
import type { Reading } from '../model/reading.ts'
import type { Store } from './store.ts'

/** Reads the newest revision of every article again and keeps the readings that came out otherwise. */
export async function rereadRecord(store: Store, read: (article: Article) => Reading): Promise<void> {
  let ids: string[] = []
  for await (const { id } of store.log()) {
    ids.push(id)
    if (ids.length < 64) continue
    await rereadSome(store, ids, read)
    ids = []
  }
  await rereadSome(store, ids, read)
}

async function rereadSome(
  store: Store,
  ids: readonly string[],
  read: (article: Article) => Reading,
): Promise<void> {
  const changed: Reading[] = []
  for (const { article, reading } of await store.articles(ids)) {
    const anew = read(article)
    if (JSON.stringify(anew) !== JSON.stringify(reading)) changed.push(anew)
  }
  if (changed.length > 0) await store.reread(changed)
}
