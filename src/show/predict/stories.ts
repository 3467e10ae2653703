import { z } from 'zod'
import { articleFeatures } from '../../compare/features/article-features.ts'
import { placeArticles } from '../../compare/stories/place-articles.ts'
import { emptyWindow } from '../../compare/stories/window.ts'
import { articleFromText } from '../../gather/article-from-text.ts'

const input = z.looseObject({
  id: z.string(),
  published: z.string().nullish(),
  date: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
  outlet: z.string().nullish(),
})

/** Task `stories`: a stream of articles, in order, each with the story it is placed in. */
export function stories(records: readonly unknown[]): unknown[] {
  const window = emptyWindow()
  return records.map((record) => {
    const { id, published, date, title, text, outlet } = input.parse(record)
    const when = published ?? date
    const article = articleFromText({
      text,
      ...(when ? { published: when } : {}),
      ...(title ? { title } : {}),
      ...(outlet ? { outlet } : {}),
    })
    const [placement] = placeArticles(window, [articleFeatures({ ...article, id })])
    return { id, cluster: placement?.story ?? id }
  })
}
