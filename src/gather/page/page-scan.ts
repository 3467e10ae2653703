import type { Range } from '../../model/span.ts'
import type { Look } from './looks.ts'

/** An element of a page: its tag, its parent's index (-1 for none), its class and id in lower case. */
export type PageElement = {
  readonly tag: string
  readonly parent: number
  /** Index of the innermost element around it (or of itself) that is no inline one. */
  readonly block: number
  readonly depth: number
  readonly names: string
  /** Tag and names, with what follows from them. */
  readonly look: Look
  /** True where the page hides the element from readers. */
  readonly isHidden: boolean
  /** True where microdata call it the article's body. */
  readonly isBody: boolean
  readonly hasRole: boolean
  readonly hasPubdate: boolean
}

/** A link in a block: the units of its text that it covers, and its address as written. */
export type PageLink = Range & { readonly url: string }

/** A run of text between tags that a page sets as one paragraph, heading, item or line. */
export type PageBlock = {
  /** Words with white space squeezed; "\n" for a line break within the block. */
  readonly text: string
  /** Where its text stands in the source: pieces that, with entities decoded and space squeezed, give `text`. */
  readonly pieces: readonly Range[]
  /** Index of the nearest block element around it. */
  readonly element: number
  readonly links: readonly PageLink[]
  /** Units of text in links, and in bold, strong or emphasised text. */
  readonly linked: number
  readonly strong: number
  /** Names (class and id) of inline elements that hold text of the block. */
  readonly inlineNames: string
}

/** A tag of the head or a microdata attribute: name or property, and value. */
export type MetaTag = { readonly name: string; readonly value: string }

/** A value that an element of the page itself states: microdata, a time, an author link. */
export type VisibleValue = {
  readonly property: string
  readonly value: string
  readonly element: number
  /** Index of the block in which it stands. */
  readonly block: number
}

/** All that one pass over a page finds. */
export type PageScan = {
  readonly elements: readonly PageElement[]
  readonly blocks: readonly PageBlock[]
  readonly metas: readonly MetaTag[]
  readonly links: readonly MetaTag[]
  readonly visible: readonly VisibleValue[]
  readonly jsonLd: readonly string[]
  readonly title: string | undefined
  readonly language: string | undefined
  readonly charset: string | undefined
}
