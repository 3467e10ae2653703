import { z } from 'zod'
import { rankDays } from '../../compare/dates/rank-days.ts'

const input = z.looseObject({
  id: z.string(),
  k: z.number(),
  articles: z.array(z.looseObject({ dct: z.string(), dates: z.array(z.string()) })),
})

/** Task `dates`: the `k` days that a timeline of the collection should have, best first. */
export function dates(record: unknown): unknown {
  const { id, k, articles } = input.parse(record)
  const ranked = rankDays(articles.map(({ dct, dates: days }) => ({ published: dct, days })))
  return { id, dates: ranked.slice(0, k).map(({ day }) => day) }
}
