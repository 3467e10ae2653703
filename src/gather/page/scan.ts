import { BlockBuilder } from './block-builder.ts'
import { impliedEnds } from './implied-ends.ts'
import type { PageScan } from './page-scan.ts'
import { readTags, type TagSink } from './read-tags.ts'
import { isForeign, isSkipped, isVoid, rawKind } from './skipped.ts'
import { Attributes, noAttributes, type TagAttributes, type Wanted } from './tag-attributes.ts'

/** Longest page that is scanned, in UTF-16 units; what follows is left out. */
export const longestPage = 20_000_000

/** Reads a page once, from start to end, into blocks of text with their place in the source and raw metadata. */
export function scanPage(html: string): PageScan {
  const page = html.length > longestPage ? html.slice(0, longestPage) : html
  const tags = new TagStream(page)
  readTags(page, tags)
  return tags.finish()
}

const none = -1

/** Follows the tags of a page with a stack of open elements, and hands text and elements on. */
class TagStream implements TagSink {
  private readonly html: string
  private readonly builder = new BlockBuilder()
  private readonly tags: string[] = []
  private readonly handles: number[] = []
  /** How many elements of each tag are open. */
  private readonly open = new Map<string, number>()
  /** Depth of the skipped element that the pass is inside of, and of the outermost foreign one. */
  private skipsFrom = none
  private foreignFrom = none
  private name = ''
  private attributes: Attributes | undefined
  private raw: 'json-ld' | 'title' | undefined
  private rawText = ''

  constructor(html: string) {
    this.html = html
  }

  finish(): PageScan {
    return this.builder.finish()
  }

  isInForeignContext(): boolean {
    return this.foreignFrom !== none
  }

  tag(start: number, end: number): void {
    this.name = tagNamed(this.html.slice(start, end))
    this.attributes = undefined
  }

  attribute(name: Wanted, value: string): void {
    this.attributes ??= new Attributes()
    this.attributes[name] ??= value
  }

  opened(how: 'open' | 'self-closing'): void {
    const tag = this.name
    this.openTag(tag, this.attributes ?? noAttributes)
    if (how === 'self-closing' && this.foreignFrom !== none && !isVoid(tag)) this.pop()
  }

  closed(start: number, end: number): void {
    const tag = tagNamed(this.html.slice(start, end))
    if ((this.open.get(tag) ?? 0) === 0) {
      if (this.skipsFrom !== none) return
      if (tag === 'br') this.builder.lineBreak()
      else if (tag === 'p') this.builder.boundary()
      return
    }
    while (this.tags[this.tags.length - 1] !== tag) this.pop()
    this.pop()
  }

  text(start: number, end: number): void {
    if (this.skipsFrom === none) this.builder.text(this.html, start, end)
    else if (this.raw !== undefined && this.rawText.length < 4_000_000)
      this.rawText += this.html.slice(start, end)
  }

  entity(text: string, start: number, end: number): void {
    if (this.skipsFrom === none) this.builder.entity(text, start, end)
    else if (this.raw !== undefined) this.rawText += text
  }

  private openTag(tag: string, attributes: TagAttributes): void {
    // A form within a form is none.
    if (tag === 'form' && (this.open.get(tag) ?? 0) > 0) return
    const ends = impliedEnds(tag)
    if (ends !== undefined) while (ends.has(this.tags[this.tags.length - 1] ?? '')) this.pop()
    const isInside = this.skipsFrom !== none
    if (isVoid(tag)) {
      if (isInside) this.builder.meta(tag, attributes)
      else this.builder.empty(tag, attributes)
      return
    }
    if (!isInside && isSkipped(tag)) {
      this.skipsFrom = this.tags.length
      this.raw = rawKind(tag, attributes)
      this.rawText = ''
    }
    if (this.foreignFrom === none && isForeign(tag)) this.foreignFrom = this.tags.length
    this.open.set(tag, (this.open.get(tag) ?? 0) + 1)
    this.tags.push(tag)
    this.handles.push(this.skipsFrom === none ? this.builder.open(tag, attributes) : none)
  }

  private pop(): void {
    const tag = this.tags.pop() ?? ''
    const handle = this.handles.pop() ?? none
    const depth = this.tags.length
    this.open.set(tag, (this.open.get(tag) ?? 1) - 1)
    if (depth === this.foreignFrom) this.foreignFrom = none
    if (this.skipsFrom === none) this.builder.close(tag, handle)
    else if (depth === this.skipsFrom) {
      this.skipsFrom = none
      if (this.raw !== undefined) this.builder.raw(this.raw, this.rawText)
      this.raw = undefined
    }
  }
}

const known = new Map<string, string>()

/** A tag's name in lower case, one string for all that are alike. */
function tagNamed(written: string): string {
  const before = known.get(written)
  if (before !== undefined) return before
  const lower = written.toLowerCase()
  const tag = lower === 'image' ? 'img' : lower
  // A copy: a part of the page would keep the whole of it.
  if (known.size < 2000) known.set(` ${written}`.slice(1), tag)
  return tag
}
