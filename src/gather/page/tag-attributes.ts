/** The attributes of a tag that a page is read by, as written; each absent where the tag lacks it. */
export type TagAttributes = { readonly [name in Wanted]: string | undefined }

const wanted = [
  'id',
  'class',
  'href',
  'rel',
  'name',
  'type',
  'lang',
  'role',
  'style',
  'hidden',
  'content',
  'charset',
  'pubdate',
  'property',
  'itemprop',
  'datetime',
  'http-equiv',
  'aria-hidden',
  'data-testid',
  'data-component',
] as const

/** The name of such an attribute. */
export type Wanted = (typeof wanted)[number]

/** Attributes of one shape, so that reading them is fast; undefined until written. */
export class Attributes implements TagAttributes {
  id: string | undefined = undefined
  class: string | undefined = undefined
  href: string | undefined = undefined
  rel: string | undefined = undefined
  name: string | undefined = undefined
  type: string | undefined = undefined
  lang: string | undefined = undefined
  role: string | undefined = undefined
  style: string | undefined = undefined
  hidden: string | undefined = undefined
  content: string | undefined = undefined
  charset: string | undefined = undefined
  pubdate: string | undefined = undefined
  property: string | undefined = undefined
  itemprop: string | undefined = undefined
  datetime: string | undefined = undefined
  'http-equiv': string | undefined = undefined
  'aria-hidden': string | undefined = undefined
  'data-testid': string | undefined = undefined
  'data-component': string | undefined = undefined
}

/** A tag without any of the attributes. */
export const noAttributes: TagAttributes = Object.freeze(new Attributes())

const names: ReadonlyMap<string, Wanted> = new Map(wanted.map((name) => [name, name]))

/** The name of a wanted attribute in lower case; undefined for any other. */
export function wantedName(written: string): Wanted | undefined {
  return names.get(written) ?? names.get(written.toLowerCase())
}

/** By length of a name, the first letters that wanted ones have, as bits. */
const firstLetters = new Int32Array(20)
for (const name of wanted) {
  const letters = firstLetters[name.length] ?? 0
  firstLetters[name.length] = letters | (1 << (name.charCodeAt(0) - 97))
}

/** The name of the wanted attribute that is written between two places; undefined for any other. */
export function wantedAt(html: string, start: number, end: number): Wanted | undefined {
  const size = end - start
  const letter = (html.charCodeAt(start) | 32) - 97
  if (size >= firstLetters.length || letter < 0 || letter > 25) return undefined
  if ((((firstLetters[size] ?? 0) >> letter) & 1) === 0) return undefined
  return wantedName(html.slice(start, end))
}
