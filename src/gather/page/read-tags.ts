import { entityAt } from './entities.ts'
import { type Wanted, wantedAt } from './tag-attributes.ts'

/** What takes the parts of a page in their order. Places are those of the source. */
export type TagSink = {
  /** The name of a tag that opens, before its attributes. */
  tag(start: number, end: number): void
  attribute(name: Wanted, value: string): void
  /** The end of a tag that opens. */
  opened(how: 'open' | 'self-closing'): void
  closed(start: number, end: number): void
  text(start: number, end: number): void
  /** What stands for an entity. */
  entity(text: string, start: number, end: number): void
  isInForeignContext(): boolean
}

/**
 * Cuts a page into tags and text as the tokenizer of htmlparser2 does (a test holds them against each other), several times as
 * fast: what is not wanted is passed over without looking at each of its units.
 */
export function readTags(html: string, sink: TagSink): void {
  new TagReader(html, sink).read()
}

/** Elements whose content is text alone, up to their own end tag; entities are read in the last two. */
const rawTags: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style xmp title textarea'.split(' '),
)

class TagReader {
  private readonly html: string
  private readonly sink: TagSink
  /** The next unit to look at, and where text begins that has not been handed on. */
  private at = 0
  private from = 0
  /** The place of the next ampersand, as far as it is known. */
  private ampersand = -1

  constructor(html: string, sink: TagSink) {
    this.html = html
    this.sink = sink
  }

  read(): void {
    const { html } = this
    const size = html.length
    while (this.at < size) {
      const found = html.indexOf('<', this.at)
      const end = found === -1 ? size : found
      this.entitiesUpTo(end)
      if (found === -1) break
      this.at = found
      this.markup()
    }
    if (this.from < size) this.sink.text(this.from, size)
  }

  /** Reads the entities before a place where text goes on. */
  private entitiesUpTo(end: number): void {
    while (this.at < end) {
      if (this.ampersand < this.at) {
        const next = this.html.indexOf('&', this.at)
        this.ampersand = next === -1 ? this.html.length : next
      }
      const start = this.ampersand
      if (start >= end) return
      const entity = entityAt(this.html, start, 'text')
      this.at = start + 1
      if (entity === undefined) continue
      if (this.from < start) this.sink.text(this.from, start)
      this.at = start + entity.length
      for (const text of entity.texts) this.sink.entity(text, start, this.at)
      this.from = this.at
    }
  }

  /** Reads what a "<" opens; leaves `at` and `from` behind it. */
  private markup(): void {
    const { html, at } = this
    const next = html.charCodeAt(at + 1)
    if (isLetter(next)) this.openTag()
    else if (next === slash) this.closeTag()
    else if (next === 0x21) this.passText(this.declarationEnd())
    else if (next === 0x3f) this.passText(html.indexOf('>', at + 2))
    else {
      if (this.from < at) this.sink.text(this.from, at)
      this.from = at
      this.at = at + 1
    }
  }

  /** Hands on the text before `at` and goes on behind a last unit of markup; -1 where the markup has no end. */
  private passText(last: number): void {
    if (this.from < this.at) this.sink.text(this.from, this.at)
    this.at = last === -1 ? this.html.length : last + 1
    this.from = this.at
  }

  /** The last unit of what "<!" opens. */
  private declarationEnd(): number {
    const { html, at } = this
    if (html.startsWith('[CDATA[', at + 2)) {
      const end = html.indexOf(']]>', at + 9)
      return end === -1 ? -1 : end + 2
    }
    return html.startsWith('--', at + 2) ? this.commentEnd(at + 4) : html.indexOf('>', at + 2)
  }

  /** A comment ends with "-->" or "--!>"; "<!-->" and "<!--->" are whole ones. */
  private commentEnd(start: number): number {
    const { html } = this
    if (html.charCodeAt(start) === greater) return start
    if (html.startsWith('->', start)) return start + 1
    for (let at = html.indexOf('--', start); at !== -1; at = html.indexOf('--', at)) {
      at += 2
      while (html.charCodeAt(at) === dash) at++
      if (html.charCodeAt(at) === greater) return at
      if (html.startsWith('!>', at)) return at + 1
    }
    return -1
  }

  private closeTag(): void {
    const { html, at } = this
    const next = html.charCodeAt(at + 2)
    // A "</" that ends the page is text.
    if (Number.isNaN(next)) {
      if (this.from < at) this.sink.text(this.from, at)
      this.from = at
      this.at = html.length
      return
    }
    if (!isLetter(next)) {
      this.passText(next === greater ? at + 2 : html.indexOf('>', at + 3))
      return
    }
    const end = this.nameEnd(at + 3)
    this.passText(end === -1 ? -1 : html.indexOf('>', end))
    if (end !== -1) this.sink.closed(at + 2, end)
  }

  private openTag(): void {
    const { html, sink, at } = this
    const start = at + 1
    const end = this.nameEnd(start + 1)
    if (end === -1) {
      this.passText(-1)
      return
    }
    const raw = sink.isInForeignContext() ? undefined : rawTagNamed(html, start, end)
    if (this.from < at) sink.text(this.from, at)
    sink.tag(start, end)
    const last = this.attributes(end)
    this.at = last === -1 ? html.length : last + 1
    this.from = this.at
    if (last !== -1 && raw !== undefined) this.rawText(raw)
  }

  /** Where a tag's name ends: before a slash, ">" or white space; -1 where the page ends first. */
  private nameEnd(start: number): number {
    const { html } = this
    for (let at = start; at < html.length; at++) if (endsName(html.charCodeAt(at))) return at
    return -1
  }

  /** Reads the attributes of a tag; gives the place of its ">", -1 where it has none. */
  private attributes(start: number): number {
    const { html, sink } = this
    const size = html.length
    let isClosed = false
    for (let at = start; at < size; ) {
      const unit = html.charCodeAt(at)
      if (unit === greater) {
        sink.opened(isClosed ? 'self-closing' : 'open')
        return at
      }
      if (unit === slash) isClosed = true
      if (unit === slash || isSpace(unit)) {
        at++
        continue
      }
      isClosed = false
      at = this.oneAttribute(at)
    }
    return -1
  }

  /** Reads the attribute whose name begins at a place; gives where to go on. */
  private oneAttribute(start: number): number {
    const { html, sink } = this
    const size = html.length
    let at = start + 1
    for (; at < size; at++) {
      const unit = html.charCodeAt(at)
      if (unit === equals || endsName(unit)) break
    }
    const name = wantedAt(html, start, at)
    while (at < size && isSpace(html.charCodeAt(at))) at++
    if (html.charCodeAt(at) !== equals) {
      if (at < size && name !== undefined) sink.attribute(name, '')
      return at
    }
    at++
    while (at < size && isSpace(html.charCodeAt(at))) at++
    const quote = html.charCodeAt(at)
    const isQuoted = quote === 0x22 || quote === 0x27
    const from = isQuoted ? at + 1 : at
    const end = isQuoted ? html.indexOf(quote === 0x22 ? '"' : "'", from) : this.bareEnd(from)
    if (end === -1) return size
    if (name !== undefined) sink.attribute(name, readValue(html.slice(from, end), html.charAt(end)))
    return isQuoted ? end + 1 : end
  }

  /** The end of a value without quotation marks. */
  private bareEnd(start: number): number {
    const { html } = this
    for (let at = start; at < html.length; at++) {
      const unit = html.charCodeAt(at)
      if (unit === greater || isSpace(unit)) return at
    }
    return -1
  }

  /** Reads the text of an element up to its own end tag, with that. */
  private rawText(tag: string): void {
    const { html, from } = this
    const end = tag === 'plaintext' ? -1 : this.rawEnd(tag, from)
    const stop = end === -1 ? html.length : end
    if (tag === 'title' || tag === 'textarea') this.entitiesUpTo(stop)
    this.at = stop
    if (end !== -1) this.closeTag()
  }

  private rawEnd(tag: string, start: number): number {
    const { html } = this
    for (let at = html.indexOf('</', start); at !== -1; at = html.indexOf('</', at + 1)) {
      const end = at + 2 + tag.length
      if (end < html.length && isNamed(html, at + 2, tag) && endsName(html.charCodeAt(end))) return at
    }
    return -1
  }
}

const dash = 0x2d
const slash = 0x2f
const equals = 0x3d
const greater = 0x3e

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 12 || unit === 13
}

function endsName(unit: number): boolean {
  return unit === greater || unit === slash || isSpace(unit)
}

/** The name of an element of text alone between two places; undefined for any other. */
function rawTagNamed(html: string, start: number, end: number): string | undefined {
  if (end - start < 3 || end - start > 9) return undefined
  const first = html.charCodeAt(start) | 32
  // i, n, p, s, t, x
  if (first !== 105 && first !== 110 && first !== 112 && first !== 115 && first !== 116 && first !== 120)
    return undefined
  const name = html.slice(start, end).toLowerCase()
  return rawTags.has(name) ? name : undefined
}

function isNamed(html: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++)
    if ((html.charCodeAt(start + i) | 32) !== name.charCodeAt(i)) return false
  return true
}

/** A value with its entities read; `after` is what follows it. */
function readValue(written: string, after: string): string {
  let amp = written.indexOf('&')
  if (amp === -1) return written
  const whole = written + after
  let value = ''
  let from = 0
  for (; amp !== -1; amp = written.indexOf('&', Math.max(amp + 1, from))) {
    const entity = entityAt(whole, amp, 'attribute')
    if (entity === undefined) continue
    value += written.slice(from, amp) + entity.texts.join('')
    from = amp + entity.length
  }
  return value + written.slice(from)
}
