import { expect, test } from 'vitest'
// @ts-expect-error: plain JavaScript
import { generate } from '../../../bench/generate.mjs'
import { articleFromText } from '../../gather/article-from-text.ts'
import { articleFeatures } from '../features/article-features.ts'
import { type Placement, placeArticle, placementKey } from './place-article.ts'
import type { Stand } from './stands.ts'
import { emptyWindow } from './window.ts'

test('every id that a story of a busy week ever had leads to one story', () => {
  const articles = [...generate(700, 3)].map(({ id: _, ...each }) => articleFeatures(articleFromText(each)))
  articles.sort((a, b) => (placementKey(a) < placementKey(b) ? -1 : 1))
  const window = emptyWindow()
  const ever = new Set<string>()
  const stands = new Map<string, Placement | Stand>()
  for (const article of articles) {
    const { placement, moved } = placeArticle(window, article)
    stands.set(article.article, placement)
    for (const { article: id, ...stand } of moved) stands.set(id, stand)
    for (const { story } of [placement, ...moved]) ever.add(story)
  }
  const now = [...stands.values()]
  const alive = new Set(now.map(({ story }) => story))
  const gone = [...ever].filter((id) => !alive.has(id))
  expect(gone.length).toBeGreaterThan(5)
  expect(now.flatMap(({ carries }) => carries ?? []).sort()).toEqual(gone.sort())
})
