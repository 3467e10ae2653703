import type { Attributes } from './page-scan.ts'

// Elements whose text is no text of the page, or none that a reader reads.
const skipped: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed select datalist canvas audio video map textarea title'.split(
    ' ',
  ),
)

type Done = { readonly kind: 'json-ld' | 'title'; readonly text: string }

/** Knows whether the pass is inside an element whose text is passed over, and collects what is wanted of it. */
export class Skipper {
  private readonly open_: string[] = []
  private wanted: Done['kind'] | undefined
  private collected = ''

  /** True where the element is, or stands in, a skipped one. */
  open(name: string, attributes: Attributes): boolean {
    if (this.open_.length > 0) {
      if (name === this.open_[0]) this.open_.push(name)
      return true
    }
    if (!skipped.has(name)) return false
    this.open_.push(name)
    this.wanted = wantedOf(name, attributes)
    this.collected = ''
    return true
  }

  /** Undefined outside skipped elements; `done` when a wanted one ends. */
  close(name: string): { readonly done: Done | undefined } | undefined {
    if (this.open_.length === 0) return undefined
    if (name === this.open_[0]) this.open_.pop()
    if (this.open_.length > 0 || this.wanted === undefined) return { done: undefined }
    return { done: { kind: this.wanted, text: this.collected } }
  }

  /** True where the text is taken or passed over here. */
  text(data: string): boolean {
    if (this.open_.length === 0) return false
    if (this.wanted !== undefined && this.collected.length < 4_000_000) this.collected += data
    return true
  }
}

function wantedOf(name: string, attributes: Attributes): Done['kind'] | undefined {
  if (name === 'title') return 'title'
  return name === 'script' && /ld\+json/i.test(attributes.type ?? '') ? 'json-ld' : undefined
}
