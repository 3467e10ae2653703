import type { PageScan } from '../page-scan.ts'
import type { JsonLdArticle } from './json-ld.ts'
import type { MetaReader } from './metadata.ts'

/** A title that a page states, and where. */
export type StatedTitle = {
  readonly text: string
  readonly from: 'json-ld' | 'open-graph' | 'microdata' | 'h1' | 'title'
}

/** Titles that a page states, the most trusted first. */
export function titlesOf(
  scan: PageScan,
  stated: JsonLdArticle | undefined,
  meta: MetaReader,
): readonly StatedTitle[] {
  const found: (StatedTitle | undefined)[] = [
    titled(stated?.headline, 'json-ld'),
    titled(meta('og:title'), 'open-graph'),
    titled(meta('twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'title'), 'open-graph'),
  ]
  for (const { property, block } of scan.visible) {
    if (property === 'headline') found.push(titled(scan.blocks[block]?.text, 'microdata'))
  }
  for (const block of scan.blocks) {
    if (scan.elements[block.element]?.tag === 'h1') found.push(titled(block.text, 'h1'))
  }
  found.push(titled(scan.title, 'title'))
  return found.filter((title) => title !== undefined)
}

function titled(text: string | undefined, from: StatedTitle['from']): StatedTitle | undefined {
  const clean = text === undefined ? '' : decoded(text).replace(/\s+/g, ' ').trim()
  return clean === '' ? undefined : { text: clean, from }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  bull: '•',
  hellip: '…',
  nbsp: ' ',
}

// JSON-LD and meta values are often escaped twice: "&#8217;", "&amp;", "<em>".
function decoded(text: string): string {
  return text
    .replace(/<\/?[a-z][^>]{0,80}>/gi, '')
    .replace(/&(?:#x([0-9a-f]{1,5})|#(\d{1,6})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
}

/** The title that the page's statements agree on: the most trusted one, without the name of the site. */
export function titleOf(titles: readonly StatedTitle[], site: string | undefined): string | undefined {
  const cleaned = titles.map(({ text, from }) => ({ text: withoutSite(text, site, titles), from }))
  const usable = cleaned.filter(({ text }) => text.length > 2 && !isSite(text, site))
  const best = mostAgreed(usable)
  if (best === undefined) return titles[0]?.text
  // "Ferries stay in harb…": a title cut short gives way to the whole one.
  const cut = /^(.{12,}?)\s*(?:…|\.\.\.)$/.exec(best.text)?.[1]
  const whole =
    cut === undefined
      ? undefined
      : usable.find(({ text }) => text.startsWith(cut) && text.length > best.text.length)
  return (whole ?? best).text
}

/** The title that most of the page's own statements share; the most trusted of them where that is no majority. */
function mostAgreed(titles: readonly StatedTitle[]): StatedTitle | undefined {
  let best = titles[0]
  let most = 0
  const bares = titles.map(({ text }) => bare(text))
  for (const [i, title] of titles.entries()) {
    const same = titles.filter((_, other) => bares[other] === bares[i])
    const voices = new Set(same.map(({ from }) => from).filter((from) => from !== 'title')).size
    if (voices > most) [best, most] = [title, voices]
  }
  return best
}

/** Takes " | Harrow Post" off the end (or the front) where it is the site's name or no other title has it. */
function withoutSite(text: string, site: string | undefined, titles: readonly StatedTitle[]): string {
  const parts = text.split(/\s+[|–—·»•]\s+|\s+-\s+|\s*\|\s*/)
  if (parts.length < 2) return text
  const heads = titles
    .filter(({ from }) => from === 'h1' || from === 'json-ld' || from === 'microdata')
    .map((title) => title.text)
  for (const head of heads) {
    if (
      head !== text &&
      head.length > 12 &&
      text.startsWith(head) &&
      /^\s*[|–—·»•-]/.test(text.slice(head.length))
    )
      return head
  }
  if (site === undefined) return text
  const last = parts.at(-1) ?? ''
  if (isSite(last, site))
    return withoutSite(text.slice(0, text.lastIndexOf(last)).replace(/[\s|–—·»•-]+$/, ''), site, titles)
  return isSite(parts[0] ?? '', site)
    ? text.slice((parts[0] ?? '').length).replace(/^[\s|–—·»•-]+/, '')
    : text
}

function isSite(text: string, site: string | undefined): boolean {
  if (site === undefined) return false
  const [a, b] = [bare(text), bare(site)]
  return a === b || (a.length > 2 && a.length < 40 && (b.startsWith(a) || a.startsWith(b)))
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/\.(?:com|org|net|de|at|ch|co\.uk|[a-z]{2})$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
