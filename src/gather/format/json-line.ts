import { z } from 'zod'
import type { Draft } from '../finish.ts'
import { compose } from './compose.ts'

/** A line of JSON: a draft of its text, a page to be read, or what is wrong with it. */
export type JsonLine =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'page'; readonly html: string; readonly known: Partial<Draft> }
  | { readonly kind: 'wrong'; readonly found: string }

/** Reads one line of JSON as an article, under the names that news data sets use. */
export function readJsonLine(line: string, from: string): JsonLine {
  const value = parsed(line)
  if (value instanceof Error) return { kind: 'wrong', found: value.message }
  const read = schema.safeParse(value)
  if (!read.success) {
    const first = read.error.issues[0]
    const where = first === undefined || first.path.length === 0 ? 'the line' : `"${first.path.join('.')}"`
    return { kind: 'wrong', found: `${where}: ${first?.message ?? 'not an article'}` }
  }
  const data = read.data
  const body = data.text ?? data.body ?? data.content ?? data.articleBody
  const known = metadataOf(data, from)
  if (body !== undefined) {
    return {
      kind: 'draft',
      draft: { ...known, from, text: compose(known.title, body), provenance: { from } },
    }
  }
  if (data.html !== undefined) return { kind: 'page', html: data.html, known }
  return { kind: 'wrong', found: 'it has neither "text" nor "html"' }
}

const filled = (value: string | null | undefined) =>
  value === null || value === undefined || value.trim() === '' ? undefined : value
/** What an article says is words; a number there is a mistake of the data. */
const prose = z.string().nullish().transform(filled)
const word = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform(filled)
const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
const people = z
  .union([z.array(person), person.transform((name) => [name])])
  .nullish()
  .transform((value) => (value === null || value === undefined || value.length === 0 ? undefined : value))

const schema = z.object({
  text: prose,
  body: prose,
  content: prose,
  articleBody: prose,
  html: prose,
  title: word,
  headline: word,
  url: word,
  link: word,
  outlet: word,
  site: word,
  source: z.union([word, z.object({ name: word }).transform(({ name }) => name)]),
  publisher: z.union([word, z.object({ name: word }).transform(({ name }) => name)]),
  published: word,
  date: word,
  datePublished: word,
  pubDate: word,
  published_at: word,
  publishedAt: word,
  modified: word,
  dateModified: word,
  byline: people,
  author: people,
  authors: people,
  credit: word,
  agency: word,
  language: word,
  lang: word,
})

function metadataOf(data: z.infer<typeof schema>, from: string): Partial<Draft> {
  const published =
    data.published ?? data.date ?? data.datePublished ?? data.pubDate ?? data.published_at ?? data.publishedAt
  return {
    from,
    title: (data.title ?? data.headline)?.replace(/\s+/g, ' ').trim(),
    url: data.url ?? data.link,
    outlet: data.outlet ?? data.site ?? data.source ?? data.publisher,
    published,
    modified: data.modified ?? data.dateModified,
    byline: data.byline ?? data.authors ?? data.author,
    credit: data.credit ?? data.agency,
    language: data.language ?? data.lang,
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    return error instanceof Error ? error : new Error('not JSON')
  }
}
