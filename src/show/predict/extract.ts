import { z } from 'zod'
import { bodyText } from '../../gather/page/body-text.ts'
import { pageArticle } from '../../gather/page/page-article.ts'

const input = z.looseObject({ id: z.string(), html: z.string(), url: z.string().nullish() })

/** Task `extract`: title, authors, dates, site and body text of `{id, url?, html}`. */
export function extract(record: unknown): unknown {
  const { id, html, url } = input.parse(record)
  const page = pageArticle(html, url && url !== 'https://example.com/' ? url : undefined)
  const { title, authors, published, modified, site } = page.metadata
  return {
    id,
    title: title ?? null,
    authors,
    date: asBenchmark(published),
    modified: asBenchmark(modified),
    site: site ?? null,
    text: bodyText(page)?.text ?? '',
  }
}

/** The benchmark's dates are points in time, a day without a time its first minute; ours keep what is not known open. */
function asBenchmark(date: string | undefined): string | null {
  if (date === undefined) return null
  return date.includes(':') ? date : `${date.slice(0, 10)} 00:00:00`
}
