import type { Article } from '../model/article.ts'
import type { Store } from './store.ts'

/** A revision of an article, and when it was kept. */
export type KeptRevision = { readonly article: Article; readonly kept?: string }

/** The revisions of an article in full, in the order in which they were kept. */
export async function keptRevisions(store: Store, id: string): Promise<readonly KeptRevision[]> {
  const found: KeptRevision[] = []
  for (const { revision, keptAt } of await store.revisions(id)) {
    const kept = await store.article(id, revision)
    if (kept !== undefined) found.push({ article: kept.article, kept: keptAt })
  }
  return found
}
