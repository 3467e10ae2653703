import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { BlockBuilder } from './block-builder.ts'
import { impliedEnds } from './implied-ends.ts'
import type { PageScan } from './page-scan.ts'
import { isForeign, isSkipped, isVoid, rawKind } from './skipped.ts'
import { Attributes, noAttributes, type TagAttributes, wantedName } from './tag-attributes.ts'

/** Longest page that is scanned, in UTF-16 units; what follows is left out. */
export const longestPage = 20_000_000

/** Reads a page once, from start to end, into blocks of text with their place in the source and raw metadata. */
export function scanPage(html: string): PageScan {
  const page = html.length > longestPage ? html.slice(0, longestPage) : html
  const tags = new TagStream(page)
  const tokenizer = new Tokenizer({ decodeEntities: true }, tags)
  tokenizer.write(page)
  tokenizer.end()
  return tags.finish()
}

const none = -1

/** Follows the tags of a page with a stack of open elements, and hands text and elements on. */
class TagStream implements TokenizerCallbacks {
  private readonly html: string
  private readonly builder = new BlockBuilder()
  private readonly tags: string[] = []
  private readonly handles: number[] = []
  /** How many elements of each tag are open. */
  private readonly open = new Map<string, number>()
  /** Depth of the skipped element that the pass is inside of, and of the outermost foreign one. */
  private skipsFrom = none
  private foreignFrom = none
  private tag = ''
  private attributes: Attributes | undefined
  private attribute: ReturnType<typeof wantedName>
  private value = ''
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

  onopentagname(start: number, end: number): void {
    this.tag = tagNamed(this.html.slice(start, end))
    this.attributes = undefined
  }

  onattribname(start: number, end: number): void {
    this.attribute = end - start > 14 ? undefined : wantedName(this.html.slice(start, end))
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== undefined) this.value += this.html.slice(start, end)
  }

  onattribentity(point: number): void {
    if (this.attribute !== undefined) this.value += String.fromCodePoint(point)
  }

  onattribend(): void {
    if (this.attribute === undefined) return
    this.attributes ??= new Attributes()
    this.attributes[this.attribute] ??= this.value
  }

  onopentagend(): void {
    this.openTag(this.tag, this.attributes ?? noAttributes)
  }

  onselfclosingtag(): void {
    const { tag } = this
    this.openTag(tag, this.attributes ?? noAttributes)
    if (this.foreignFrom !== none && !isVoid(tag)) this.pop()
  }

  onclosetag(start: number, end: number): void {
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

  ontext(start: number, end: number): void {
    if (this.skipsFrom === none) this.builder.text(this.html, start, end)
    else if (this.raw !== undefined && this.rawText.length < 4_000_000)
      this.rawText += this.html.slice(start, end)
  }

  ontextentity(point: number, end: number): void {
    const text = String.fromCodePoint(point)
    if (this.skipsFrom === none) this.builder.entity(text, this.html.lastIndexOf('&', end - 1), end)
    else if (this.raw !== undefined) this.rawText += text
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

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
  if (known.size < 2000) known.set(written, tag)
  return tag
}
