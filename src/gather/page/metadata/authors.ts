import type { PageScan } from '../page-scan.ts'
import type { JsonLdArticle } from './json-ld.ts'
import type { MetaReader } from './metadata.ts'

/** What a page states about its authors, beside the page itself. */
export type AuthorStatements = {
  readonly stated: JsonLdArticle | undefined
  readonly meta: MetaReader
  readonly site: string | undefined
}

/**
 * Authors that a page states, split into names: by JSON-LD, else meta tags, else microdata, else a visible byline.
 * A statement that only names the site gives way to one that names somebody.
 */
export function authorsOf(scan: PageScan, { stated, meta, site }: AuthorStatements): readonly string[] {
  const metas = scan.metas.filter(({ name }) => authorMetas.has(name)).map(({ value }) => value)
  const sources: readonly (() => readonly string[])[] = [
    () => stated?.authors ?? [],
    () => metas,
    () => microdata(scan),
    () => visible(scan),
    () => [meta('twitter:data1') ?? ''],
  ]
  const own = [site, stated?.publisher].filter((name) => name !== undefined)
  let first: readonly string[] = []
  for (const source of sources) {
    const names = eachOnce(source().flatMap(namesIn))
    const people = names.filter((name) => !own.some((site) => isOfSite(name, site)))
    if (people.length > 0) return people
    if (first.length === 0) first = names
  }
  return first
}

/** Names without those that an earlier one writes otherwise, as an address does: "Ilse Maarn", "ilse-maarn". */
function eachOnce(names: readonly string[]): readonly string[] {
  const firsts = new Map<string, string>()
  for (const name of names) if (!firsts.has(bare(name))) firsts.set(bare(name), name)
  return [...firsts.values()]
}

/** True for the name of the site itself, or of a part of it: "Harrow Post", "Harrow Post North". */
function isOfSite(name: string, site: string): boolean {
  if (bare(name) === bare(site)) return true
  const begins = site.length > 2 && name.toLowerCase().startsWith(site.toLowerCase())
  return begins && !/^\p{Ll}/u.test(name.slice(site.length))
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|www\.) ?/, '')
    .replace(/\(.*\)|\.[a-z]{2,3}$/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

const authorMetas: ReadonlySet<string> = new Set([
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'byl',
  'byline',
  'citation_author',
  'og:article:author',
  'cxenseparse:author',
  'authors',
  'dcsext.author',
  'book:author',
])

function microdata(scan: PageScan): readonly string[] {
  const found: string[] = []
  for (const { property, value, block, element } of scan.visible) {
    if (property !== 'author' && property !== 'rel-author' && property !== 'creator') continue
    if (value !== '') found.push(value)
    else found.push(textWithin(scan, element, block))
  }
  return found.filter((text) => text.length < 120)
}

/** The text of an element: its first block where it is a block element, else the block around it. */
function textWithin({ blocks, elements }: PageScan, element: number, from: number): string {
  for (let i = from; i < Math.min(from + 3, blocks.length); i++) {
    const block = blocks[i]
    for (let index = block?.element ?? -1; index >= 0; index = elements[index]?.parent ?? -1) {
      if (index === element) return block?.text ?? ''
    }
  }
  return blocks[from]?.text ?? ''
}

const bylineNames = /(?:^|[ _-])(?:byline|author|writer|autor|redacteur|journalist)/

function visible(scan: PageScan): readonly string[] {
  for (const [i, block] of scan.blocks.entries()) {
    if (block.text.length > 120 || i > scan.blocks.length * 0.8) continue
    const opened = opening.exec(block.text)
    const named = bylineNames.test(`${scan.elements[block.element]?.names ?? ''} ${block.inlineNames}`)
    if (
      opened &&
      (named || /^\p{Lu}[\p{L}.'’-]+ \p{Lu}/u.test(block.text.slice(opened[0].length))) &&
      namesIn(block.text).length > 0
    )
      return [block.text]
    if (named && /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u.test(block.text)) return [block.text]
  }
  return []
}

// "By Ilse Maarn", "Von Ilse Maarn", "Text: Ilse Maarn", "Written by: Ilse Maarn"
const opening =
  /^(?:(?:article |story |words |text |written |reported |posted |edited |opinion )?by:? |(?:von|par|por|di|door|av|af|texte?|przez|autor(?:a|es)?|author|tekst|od|yazan|por):? )/iu

function namesIn(text: string): readonly string[] {
  const clean = text
    .replace(/\(?\b(?:https?:\/\/|www\.)\S+/g, ' ')
    .replace(/\((?:image|photo|pic|foto|bild)\b[^)]*\)/giu, ' ')
    .replace(/&amp;/g, '&')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(opening, '')
    .replace(/\s*[\w.+-]+@[\w.-]+/g, '')
  // Several names are parted; what follows a single name after a comma is a post or a place.
  return clean
    .split(/\s*(?:[,;/|•·&]|\s(?:and|und|et|y|och|og|en|ja|i|e|with)\s)\s*/u)
    .map((name) => name.replace(/^[\s–—-]+|[\s–—:-]+$|\s+(?:기자|특파원|記者)$/gu, ''))
    .filter(isName)
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /^https?:|^www\.|^\d+$|^\d{1,2}[:.]\d\d/.test(name)) return false
  if (
    !/\p{L}/u.test(name) ||
    /^(?:ph\.?d|m\.?d|m\.?s|r\.?d|r\.?n|m\.?p\.?h|m\.?b\.?a|jr|sr|esq)\.?$/i.test(name) ||
    name.split(' ').length > 6
  )
    return false
  return !/^(?:updated|published|posted|null|undefined|admin|guest|photo|image|min read|\d+ min.*)\b/i.test(
    name,
  )
}
