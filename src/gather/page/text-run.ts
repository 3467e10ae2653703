import type { Range } from '../../model/span.ts'
import type { PageBlock, PageLink } from './page-scan.ts'

type Open = {
  readonly index: number
  readonly tag: string
  start: number
  readonly url: string | undefined
  readonly names: string
}

const strongTags: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i'])

/** White space that is more than one plain space, and marks that nobody sees. */
const uneven = /[^\S ]| {2}|[\u00ad\u200b\u2060\ufeff]/
const spaces = /[\s\u00a0]+/g
const unseen = /[\u00ad\u200b\u2060\ufeff]/g

/** Text gathered since the last block boundary, with its place in the source, its links and its emphasis. */
export class TextRun {
  private text = ''
  private pieces: { start: number; end: number }[] = []
  private links: PageLink[] = []
  private linked = 0
  private strong = 0
  private names = ''
  private element = -1
  private space: '' | ' ' | '\n' = ''
  private readonly inside: Open[] = []
  private linkDepth = 0
  private strongDepth = 0

  /** Opens an inline element. */
  open(tag: string, index: number, url: string | undefined, names: string): void {
    const start = this.text.length + this.space.length
    this.inside.push({ index, tag, start, url: tag === 'a' ? url : undefined, names })
    if (tag === 'a') this.linkDepth += 1
    else if (strongTags.has(tag)) this.strongDepth += 1
  }

  close(index: number): void {
    const last = this.inside[this.inside.length - 1]
    if (last?.index !== index) return
    this.inside.pop()
    if (last.tag === 'a') this.linkDepth -= 1
    else if (strongTags.has(last.tag)) this.strongDepth -= 1
    if (last.url !== undefined) this.addLink(last.start, last.url)
    if (last.names !== '' && last.start < this.text.length && this.names.length < 400)
      this.names += ` ${last.names}`
  }

  /** Adds what the source holds between two places; says whether there is anything but white space. */
  add(html: string, from: number, to: number, element: number): boolean {
    let start = from
    while (start < to && isSpace(html.charCodeAt(start))) start++
    if (start === to) {
      if (this.text !== '' && from < to) this.space ||= ' '
      return false
    }
    return this.addAs(html.slice(from, to), { start: from, end: to }, element)
  }

  /** Adds text that stands for a stretch of the source; says whether there is anything but white space. */
  addAs(data: string, { start, end }: Range, element: number): boolean {
    const body = uneven.test(data) ? data.replace(unseen, '').replace(spaces, ' ') : data
    if (body === '') return false
    if (body === ' ') {
      if (this.text !== '') this.space ||= ' '
      return false
    }
    if (this.text === '') this.element = element
    const before = this.text.length
    const opens = body.charCodeAt(0) === 32 ? 1 : 0
    const closes = body.charCodeAt(body.length - 1) === 32 ? 1 : 0
    if (opens === 1 && before > 0) this.space ||= ' '
    const words = opens + closes === 0 ? body : body.slice(opens, body.length - closes)
    this.text = before === 0 ? words : this.text + this.space + words
    this.space = closes === 1 ? ' ' : ''
    const grown = this.text.length - before
    if (this.linkDepth > 0) this.linked += grown
    if (this.strongDepth > 0) this.strong += grown
    const last = this.pieces[this.pieces.length - 1]
    if (last !== undefined && last.end === start) last.end = end
    else this.pieces.push({ start, end })
    return true
  }

  newLine(): void {
    if (this.text !== '') this.space = '\n'
  }

  /** The block since the last boundary, if it has text; open links and emphasis go on in the next. */
  take(): PageBlock | undefined {
    this.space = ''
    const { text } = this
    if (text === '') return undefined
    for (const open of this.inside) {
      if (open.url !== undefined) this.addLink(open.start, open.url)
      open.start = 0
    }
    const { pieces, links, linked, strong, element, names: inlineNames } = this
    this.text = ''
    this.pieces = []
    this.links = []
    this.linked = 0
    this.strong = 0
    this.names = ''
    return { text, pieces, links, linked, strong, element, inlineNames }
  }

  private addLink(start: number, url: string): void {
    const end = this.text.length
    const from = Math.min(start, end)
    if (from < end && url !== '') this.links.push({ start: from, end, url })
  }
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0
}
