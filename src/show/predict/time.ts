import { z } from 'zod'
import { articleFromText } from '../../gather/article-from-text.ts'
import { findTimes } from '../../read/times/times.ts'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'

const input = z.looseObject({ id: z.string(), text: z.string(), published: z.string().nullish() })

/** Task `time`: the time expressions of `{id, text, published}` as TIMEX3; one without a place on the calendar has no value. */
export function time(record: unknown): unknown {
  const { id, text, published } = input.parse(record)
  const article = articleFromText({ text, blocks: paragraphsOf(text), ...(published ? { published } : {}) })
  const times = findTimes({ article, language: readLanguage(text, article.blocks) })
  return {
    id,
    times: times.map(({ start, end, type, value }) => ({
      start,
      end,
      type,
      ...(value === undefined ? {} : { value }),
    })),
  }
}
