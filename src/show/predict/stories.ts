import { z } from 'zod'
import { articleFeatures } from '../../compare/features/article-features.ts'
import { placeAll } from '../../compare/stories/place-all.ts'
import { articleFromText } from '../../gather/article-from-text.ts'

const input = z.looseObject({
  id: z.string(),
  published: z.string().nullish(),
  date: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
  outlet: z.string().nullish(),
})

/** Task `stories`: a stream of articles, in order, each with the story it is in once all are placed. */
export function stories(records: readonly unknown[]): unknown[] {
  const ids: string[] = []
  const features = records.map((record) => {
    const { id, published, date, title, text, outlet } = input.parse(record)
    const when = published ?? date
    const article = articleFromText({
      text,
      ...(when ? { published: when } : {}),
      ...(title ? { title } : {}),
      ...(outlet ? { outlet } : {}),
    })
    ids.push(id)
    return articleFeatures({ ...article, id })
  })
  const placed = placeAll(features)
  return ids.map((id) => ({ id, cluster: placed.get(id) ?? id }))
}
