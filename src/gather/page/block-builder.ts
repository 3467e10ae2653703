import type { Attributes, MetaTag, PageBlock, PageElement, PageScan, VisibleValue } from './page-scan.ts'
import { TextRun } from './text-run.ts'

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meter nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr amp-link'.split(
    ' ',
  ),
)
const void_: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** More elements than any real page has; deeper or longer pages are cut, not followed. */
const mostElements = 400_000
const deepest = 600

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
  private readonly stack: number[] = []
  private readonly run = new TextRun()
  private breaks = 0

  open(tag: string, attributes: Attributes): void {
    if (tag === 'br') {
      this.lineBreak()
      return
    }
    if (tag === 'meta' || tag === 'link') this.meta(tag, attributes)
    if (tag === 'html' && attributes.lang !== undefined) this.language ??= attributes.lang
    if (!inline.has(tag)) this.flush()
    if (void_.has(tag)) return
    if (this.elements.length >= mostElements || this.stack.length >= deepest) return
    const index = this.push(tag, attributes)
    this.run.open(tag, index, attributes, this.elements[index]?.names ?? '')
    this.state(tag, attributes, index)
  }

  close(tag: string): void {
    if (void_.has(tag)) return
    const depth = this.stack.findLastIndex((index) => this.elements[index]?.tag === tag)
    if (depth === -1) return
    if (!inline.has(tag)) this.flush()
    for (const index of this.stack.splice(depth)) this.run.close(index)
  }

  text(data: string, from: number, to: number): void {
    if (this.breaks > 0 && /\S/.test(data)) this.breaks = 0
    this.run.add(data, from, to, this.blockElement())
  }

  meta(tag: string, attributes: Attributes): void {
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

  finish(): PageScan {
    this.flush()
    const { elements, blocks, metas, links, visible, jsonLd, title, language, charset } = this
    return { elements, blocks, metas, links, visible, jsonLd, title, language, charset }
  }

  private push(tag: string, attributes: Attributes): number {
    const parent = this.stack.at(-1) ?? -1
    const above = this.elements[parent]
    const names =
      `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes['data-component'] ?? ''} ${attributes['data-testid'] ?? ''}`
        .toLowerCase()
        .trim()
    const isHidden = above?.isHidden === true || hides(attributes)
    const index = this.elements.length
    this.elements.push({ tag, parent, depth: this.stack.length, names, attributes, isHidden })
    this.stack.push(index)
    return index
  }

  private state(tag: string, attributes: Attributes, index: number): void {
    const block = this.blocks.length
    const property = attributes.itemprop ?? (attributes.rel === 'author' ? 'rel-author' : undefined)
    const value = attributes.content ?? attributes.datetime
    if (property !== undefined)
      this.visible.push({ property: property.toLowerCase(), value: value ?? '', element: index, block })
    else if (tag === 'time')
      this.visible.push({ property: 'time', value: value ?? '', element: index, block })
  }

  /** One break is a new line; two with nothing between end a paragraph. */
  private lineBreak(): void {
    this.breaks += 1
    if (this.breaks >= 2) this.flush()
    else this.run.newLine()
  }

  private flush(): void {
    this.breaks = 0
    const block = this.run.take()
    if (block !== undefined) this.blocks.push(block)
  }

  private blockElement(): number {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const index = this.stack[i] ?? -1
      const tag = this.elements[index]?.tag
      if (tag !== undefined && !inline.has(tag)) return index
    }
    return this.stack[0] ?? -1
  }
}

function hides(attributes: Attributes): boolean {
  if (attributes.hidden !== undefined) return true
  if (attributes['aria-hidden'] === 'true') return true
  const style = attributes.style
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}
