import type { Attributes, PageBlock, PageLink } from './page-scan.ts'

type Open = {
  readonly index: number
  readonly tag: string
  readonly start: number
  readonly url: string | undefined
  readonly names: string
}

const strongTags: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i'])

/** Units of white space and of marks that nobody sees; they are squeezed or left out. */
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

  open(tag: string, index: number, attributes: Attributes, names: string): void {
    this.inside.push({
      index,
      tag,
      start: this.text.length + this.space.length,
      url: tag === 'a' ? attributes.href : undefined,
      names,
    })
    if (tag === 'a') this.linkDepth += 1
    if (strongTags.has(tag)) this.strongDepth += 1
  }

  close(index: number): void {
    const last = this.inside.at(-1)
    if (last?.index !== index) return
    this.inside.pop()
    if (last.tag === 'a') this.linkDepth -= 1
    if (strongTags.has(last.tag)) this.strongDepth -= 1
    if (last.url !== undefined) this.addLink(last.start, last.url)
    if (last.names !== '' && last.start < this.text.length && this.names.length < 400)
      this.names += ` ${last.names}`
  }

  add(data: string, from: number, to: number, element: number): void {
    const seen = data.replace(unseen, '')
    const body = seen.replace(spaces, ' ')
    if (body === '') return
    if (body === ' ') {
      if (this.text !== '') this.space ||= ' '
      return
    }
    if (this.text === '') this.element = element
    const before = this.text.length
    if (body.startsWith(' ') && this.text !== '') this.space ||= ' '
    this.text += (this.text === '' ? '' : this.space) + body.trim()
    this.space = body.endsWith(' ') ? ' ' : ''
    const grown = this.text.length - before
    if (this.linkDepth > 0) this.linked += grown
    if (this.strongDepth > 0) this.strong += grown
    this.addPiece(from, to)
  }

  newLine(): void {
    if (this.text !== '') this.space = '\n'
  }

  /** The block since the last boundary, if it has text; open links and emphasis go on in the next. */
  take(): PageBlock | undefined {
    const { text, pieces, links, linked, strong, element } = this
    this.space = ''
    if (text === '') return undefined
    for (const open of this.inside) if (open.url !== undefined) this.addLink(open.start, open.url)
    const inlineNames = this.names
    for (const [i, open] of this.inside.entries()) this.inside[i] = { ...open, start: 0 }
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

  private addPiece(start: number, end: number): void {
    const last = this.pieces.at(-1)
    if (last !== undefined && last.end === start) last.end = end
    else this.pieces.push({ start, end })
  }
}
