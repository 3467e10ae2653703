import { readDate } from '../../date.ts'
import type { PageScan } from '../page-scan.ts'
import type { JsonLdArticle } from './json-ld.ts'
import type { MetaReader } from './metadata.ts'

/** When a page says that its article was published and last changed, as written. */
export type StatedDates = {
  readonly published: string | undefined
  readonly modified: string | undefined
  /** A publication date that no news can have, as written, where there is no other. */
  readonly unlikely: string | undefined
}

const publishedMetas: readonly string[] = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'publish-date',
  'publishdate',
  'publish_date',
  'pubdate',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date.created',
  'sailthru.date',
  'parsely-pub-date',
  'article:published',
  'article.published',
  'article_date_original',
  'publication_date',
  'publisheddate',
  'published_at',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'ptime',
  'created',
  'displaydate',
  'datecreated',
  'date.issued',
  'timestamp',
  'last-published',
  'article:created_time',
]
const modifiedMetas: readonly string[] = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'article:modified',
  'revised',
  'update_date',
]

/** Reads the dates of a page: the most trusted statement, made exact by another of the same day that has a time and zone. */
export function datesOf(
  scan: PageScan,
  stated: JsonLdArticle | undefined,
  meta: MetaReader,
  url: string | undefined,
): StatedDates {
  const published = [
    () => [stated?.published],
    () => publishedMetas.map((name) => meta(name)),
    () => microdata(scan, 'datepublished'),
    () => [inTitle(scan.title)],
    () => times(scan),
    () => dateLines(scan),
    () => [inAddress(url)],
  ]
  const modified = [
    () => [stated?.modified],
    () => modifiedMetas.map((name) => meta(name)),
    () => microdata(scan, 'datemodified'),
  ]
  const found = mostExact(published)
  return {
    published: found,
    modified: mostExact(modified),
    unlikely: found === undefined ? firstUnlikely(published) : undefined,
  }
}

/** Statements of one kind, found when they are asked for. */
type Statements = () => readonly (string | undefined)[]

type ReadStatement = { readonly text: string; readonly value: string; readonly hasTime: boolean }

function mostExact(sources: readonly Statements[]): string | undefined {
  let first: ReadStatement | undefined
  for (const source of sources) {
    for (const text of source()) {
      const read = text === undefined ? undefined : readStatement(text)
      if (read === undefined) continue
      const isExact = read.value.includes('T')
      if (isExact && (first === undefined || isSameDay(read.value, first.value))) return read.value
      first ??= read
    }
  }
  return first?.hasTime ? first.text : first?.value
}

function readStatement(text: string): ReadStatement | undefined {
  if (text.length > 120) return undefined
  const date = readDate(text)
  if (!date.ok || !isPlausible(date.value)) return undefined
  return { text, value: date.value, hasTime: date.code === 'unknown-zone' }
}

function firstUnlikely(sources: readonly Statements[]): string | undefined {
  for (const source of sources) {
    const found = source().find((text) => text !== undefined && isUnlikely(text))
    if (found !== undefined) return found
  }
  return undefined
}

// The beginning of computer time is what broken software writes, not when news was published.
function isPlausible(value: string): boolean {
  return !value.startsWith('1970-01-01') && !value.startsWith('0001') && value.slice(0, 4) >= '1800'
}

function isUnlikely(text: string): boolean {
  const date = text.length > 120 ? undefined : readDate(text)
  return date?.ok === true && !isPlausible(date.value)
}

function isSameDay(exact: string, day: string): boolean {
  return (
    exact.slice(0, 10) === day.slice(0, 10) || new Date(exact).toISOString().slice(0, 10) === day.slice(0, 10)
  )
}

function microdata(scan: PageScan, property: string): readonly string[] {
  return scan.visible
    .filter((each) => each.property === property)
    .map(({ value, block }) => value || (scan.blocks[block]?.text ?? ''))
}

/** Values of <time>, those that stand near the headline or call themselves the publication's first. */
function times(scan: PageScan): readonly string[] {
  const found = scan.visible.filter(({ property, value }) => property === 'time' && value !== '')
  const first = found.filter(
    ({ element }) =>
      /publish|entry-date|posted|created|pubdate/.test(namesAround(scan, element)) &&
      !/updat|modif/.test(namesAround(scan, element)),
  )
  const heading = scan.blocks.findIndex((block) => scan.elements[block.element]?.tag === 'h1')
  const near = found.filter(({ block }) => heading >= 0 && Math.abs(block - heading) <= 12)
  return [...first, ...near, ...found.slice(0, 1)].map(({ value }) => value)
}

function namesAround({ elements }: PageScan, element: number): string {
  const own = elements[element]
  const parent = own && elements[own.parent]
  return `${own?.names ?? ''} ${own?.hasPubdate ? 'pubdate' : ''} ${parent?.names ?? ''}`
}

/** Short lines near the headline that are a date, such as "Published 4 March 2031, 09:10 GMT". */
function dateLines(scan: PageScan): readonly string[] {
  const heading = Math.max(
    0,
    scan.blocks.findIndex((block) => scan.elements[block.element]?.tag === 'h1'),
  )
  const near = scan.blocks.slice(Math.max(0, heading - 6), heading + 15)
  const dated = near.filter(
    (block) => block.text.length < 90 && /\d/.test(block.text) && readDate(block.text).ok,
  )
  return dated
    .filter(({ text }) => !/updat|modif|aktualisiert|mis à jour|actualizado/i.test(text))
    .map(({ text }) => text)
}

// "Ferries stay in harbour | World | Harrow Post | 04.03.2031"
function inTitle(title: string | undefined): string | undefined {
  return /\s[|–—-]\s(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)$/.exec(title ?? '')?.[1]
}

// "https://harrow.example/2031/03/04/ferries"
function inAddress(url: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(url ?? '')
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined
}
