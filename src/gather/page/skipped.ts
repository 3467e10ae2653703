import type { TagAttributes } from './tag-attributes.ts'

// Elements whose text is no text of the page, or none that a reader reads.
const skipped: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed select datalist canvas audio video map textarea title'.split(
    ' ',
  ),
)
const voids: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** True for elements whose text is passed over. */
export function isSkipped(tag: string): boolean {
  return skipped.has(tag)
}

/** True for elements that have no content and no end. */
export function isVoid(tag: string): boolean {
  return voids.has(tag)
}

/** True for elements in which the names of HTML mean nothing. */
export function isForeign(tag: string): boolean {
  return tag === 'svg' || tag === 'math'
}

/** What is wanted of a skipped element all the same. */
export function rawKind(tag: string, attributes: TagAttributes): 'json-ld' | 'title' | undefined {
  if (tag === 'title') return 'title'
  return tag === 'script' && attributes.type !== undefined && /ld\+json/i.test(attributes.type)
    ? 'json-ld'
    : undefined
}
