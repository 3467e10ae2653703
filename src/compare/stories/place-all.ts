import type { Features } from '../features/article-features.ts'
import { placeArticle } from './place-article.ts'
import { emptyWindow } from './window.ts'

/** The stories of articles given in report order, as they stand once all are placed: ids of stories by ids of articles. */
export function placeAll(features: readonly Features[]): ReadonlyMap<string, string> {
  const window = emptyWindow()
  const stories = new Map<string, string>()
  for (const article of features) {
    const { placement, moved } = placeArticle(window, article)
    stories.set(placement.article, placement.story)
    for (const { article: id, story } of moved) stories.set(id, story)
  }
  return stories
}
