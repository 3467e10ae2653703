import type { PageScan } from '../page-scan.ts'
import { authorsOf } from './authors.ts'
import { datesOf } from './dates.ts'
import { type JsonLdArticle, readJsonLd } from './json-ld.ts'
import { titleOf, titlesOf } from './titles.ts'

/** What a page states about its article, reconciled from JSON-LD, Open Graph, microdata and visible text. */
export type PageMetadata = {
  readonly title: string | undefined
  readonly titles: readonly string[]
  readonly authors: readonly string[]
  readonly published: string | undefined
  readonly modified: string | undefined
  /** A publication date that no news can have, as written, where there is no other. */
  readonly unlikely: string | undefined
  readonly site: string | undefined
  readonly section: string | undefined
  /** BCP 47 tag that the page declares. */
  readonly language: string | undefined
  readonly url: string | undefined
  readonly credit: string | undefined
  /** What the page says it corrected, where it states that apart from its text. */
  readonly correction: string | undefined
  readonly descriptions: readonly string[]
  readonly body: string | undefined
}

/** Reads the metadata of a page. `url` is where it was fetched from. */
export function pageMetadata(scan: PageScan, url?: string): PageMetadata {
  const stated = readJsonLd(scan.jsonLd)
  const meta = metaReader(scan)
  const site = siteOf(stated, meta)
  const titles = titlesOf(scan, stated, meta)
  const dates = datesOf(scan, stated, meta, url)
  return {
    title: titleOf(titles, site),
    titles: [...new Set(titles.map(({ text }) => text))],
    authors: authorsOf(scan, { stated, meta, site }),
    ...dates,
    site,
    section: stated?.section ?? meta('article:section', 'section', 'parsely-section'),
    language: languageOf(scan, stated, meta),
    url: urlOf(scan, stated, meta, url),
    credit: stated?.credit,
    correction: stated?.correction,
    descriptions: [
      stated?.description,
      meta('og:description'),
      meta('description'),
      meta('twitter:description'),
    ].filter((text) => text !== undefined),
    body: stated?.body,
  }
}

/** The value of the first of some meta names that a page gives. */
export type MetaReader = (...names: readonly string[]) => string | undefined

function metaReader(scan: PageScan): MetaReader {
  const byName = new Map<string, string>()
  for (const { name, value } of scan.metas) if (!byName.has(name)) byName.set(name, value)
  return (...names) => {
    for (const name of names) {
      const value = byName.get(name)
      if (value !== undefined) return value.replace(/\s+/g, ' ').trim()
    }
    return undefined
  }
}

function siteOf(stated: JsonLdArticle | undefined, meta: MetaReader): string | undefined {
  const named =
    meta('og:site_name') ??
    stated?.publisher ??
    meta('application-name', 'apple-mobile-web-app-title', 'cre', 'dc.publisher')
  return named === undefined || /^https?:/.test(named) ? undefined : named
}

function languageOf(scan: PageScan, stated: JsonLdArticle | undefined, meta: MetaReader): string | undefined {
  const told =
    scan.language ?? stated?.language ?? meta('og:locale', 'language', 'content-language', 'dc.language')
  const tag = told?.trim().replaceAll('_', '-')
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}

/** The canonical address where it lies on the same site as the page, else the page's own. */
function urlOf(
  scan: PageScan,
  stated: JsonLdArticle | undefined,
  meta: MetaReader,
  url: string | undefined,
): string | undefined {
  const canonical =
    scan.links.find(({ name }) => name === 'canonical')?.value ?? meta('og:url') ?? stated?.url
  if (canonical === undefined) return url
  if (url === undefined) return URL.canParse(canonical) && /^https?:/.test(canonical) ? canonical : undefined
  if (!URL.canParse(canonical, url)) return url
  const target = new URL(canonical, url)
  const isHome = target.pathname.length <= 1 && new URL(url).pathname.length > 1
  return !isHome &&
    target.host.split('.').slice(-2).join('.') === new URL(url).host.split('.').slice(-2).join('.')
    ? target.href
    : url
}
