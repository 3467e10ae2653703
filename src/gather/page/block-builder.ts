import { forgetLooks, lookOf } from './looks.ts'
import { outRule } from './out-rules.ts'
import type { MetaTag, PageBlock, PageElement, PageScan, VisibleValue } from './page-scan.ts'
import type { TagAttributes } from './tag-attributes.ts'
import { TextRun } from './text-run.ts'

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meter nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr amp-link'.split(
    ' ',
  ),
)

/** More elements than any real page has; deeper or longer pages are cut, not followed: their text is kept. */
const mostElements = 400_000
const deepest = 600
/** More blocks than any real page has; the text of further ones is left out, or a page of one tag would fill the memory. */
const mostBlocks = 20_000

/** Puts the events of one pass over a page together into elements, blocks of text and raw metadata. */
export class BlockBuilder {
  private readonly elements: PageElement[] = []
  private readonly blocks: PageBlock[] = []
  private readonly metas: MetaTag[] = []
  private readonly links: MetaTag[] = []
  private readonly visible: VisibleValue[] = []
  private readonly jsonLd: string[] = []
  private title: string | undefined
  private language: string | undefined
  private charset: string | undefined
  private readonly run = new TextRun()
  /** The innermost open element, and the innermost that is no inline one. */
  private top = -1
  private topBlock = -1
  private breaks = 0
  /** The inline element whose text is no text of its block (rules of `data/page-out.tsv`), -1 where none is open. */
  private muted = -1

  constructor() {
    forgetLooks()
  }

  /** Opens an element; its index is what {@link close} takes, -1 where it was not followed. */
  open(tag: string, attributes: TagAttributes): number {
    const isInline = inline.has(tag)
    if (tag === 'html' && attributes.lang !== undefined) this.language ??= attributes.lang
    if (!isInline) {
      this.boundary()
      this.muted = -1
    }
    const above = this.elements[this.top]
    const depth = above === undefined ? 0 : above.depth + 1
    if (this.elements.length >= mostElements || depth >= deepest) return -1
    const index = this.elements.length
    if (!isInline || this.topBlock === -1) this.topBlock = index
    const look = lookOf(tag, attributes)
    const element: PageElement = {
      tag,
      parent: this.top,
      block: this.topBlock,
      depth,
      names: look.names,
      look,
      isHidden: above?.isHidden === true || hides(attributes),
      isBody: attributes.itemprop !== undefined && /articleBody/i.test(attributes.itemprop),
      hasRole: attributes.role !== undefined,
      hasPubdate: attributes.pubdate !== undefined,
    }
    this.elements.push(element)
    this.top = index
    if (isInline) {
      this.run.open(tag, index, attributes.href, element.names)
      if (this.muted === -1 && outRule('inline', element.names) !== undefined) this.muted = index
    }
    this.state(tag, attributes, index)
    return index
  }

  close(tag: string, index: number): void {
    const isInline = inline.has(tag)
    if (!isInline) this.boundary()
    const element = this.elements[index]
    if (element === undefined) return
    if (isInline) this.run.close(index)
    if (index === this.muted) this.muted = -1
    this.top = element.parent
    this.topBlock = this.elements[element.parent]?.block ?? -1
  }

  /** An element without content. */
  empty(tag: string, attributes: TagAttributes): void {
    if (tag === 'br') this.lineBreak()
    else if (tag === 'meta' || tag === 'link') this.meta(tag, attributes)
    else if (!inline.has(tag)) this.boundary()
  }

  /** Text of the page between two places of its source, entities apart. */
  text(html: string, from: number, to: number): void {
    if (this.muted !== -1) return
    if (this.run.add(html, from, to, this.topBlock)) this.breaks = 0
  }

  /** What stands for an entity that is written between two places of the source. */
  entity(text: string, from: number, to: number): void {
    if (this.muted !== -1) return
    if (this.run.addAs(text, { start: from, end: to }, this.topBlock)) this.breaks = 0
  }

  meta(tag: string, attributes: TagAttributes): void {
    if (tag === 'meta') {
      this.charset ??= attributes.charset ?? /charset=([\w-]+)/i.exec(attributes.content ?? '')?.[1]
      const name = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv']
      const value = attributes.content
      if (name !== undefined && value !== undefined && value.trim() !== '')
        this.metas.push({ name: name.toLowerCase().trim(), value })
    }
    if (tag === 'link' && attributes.rel !== undefined && attributes.href !== undefined) {
      this.links.push({ name: attributes.rel.toLowerCase(), value: attributes.href })
    }
  }

  raw(kind: 'json-ld' | 'title', text: string): void {
    if (kind === 'json-ld') this.jsonLd.push(text)
    else this.title ??= text.replace(/\s+/g, ' ').trim() || undefined
  }

  /** One break is a new line; two with nothing between end a paragraph. */
  lineBreak(): void {
    this.breaks += 1
    if (this.breaks >= 2) this.boundary()
    else this.run.newLine()
  }

  /** Ends the block of text that is being gathered. */
  boundary(): void {
    this.breaks = 0
    const block = this.run.take()
    if (block !== undefined && this.blocks.length < mostBlocks) this.blocks.push(block)
  }

  finish(): PageScan {
    this.boundary()
    const { elements, blocks, metas, links, visible, jsonLd, title, language, charset } = this
    return { elements, blocks, metas, links, visible, jsonLd, title, language, charset }
  }

  private state(tag: string, attributes: TagAttributes, index: number): void {
    const property = attributes.itemprop ?? (attributes.rel === 'author' ? 'rel-author' : undefined)
    if (property === undefined && tag !== 'time') return
    const value = attributes.content ?? attributes.datetime ?? ''
    const block = this.blocks.length
    this.visible.push({ property: property?.toLowerCase() ?? 'time', value, element: index, block })
  }
}

function hides(attributes: TagAttributes): boolean {
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true
  const { style } = attributes
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}
