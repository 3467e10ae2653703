import type { Token } from '../../model/language.ts'
import type { Quotation } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import type { ReadContext } from '../context.ts'
import { type CueAt, cueAt } from './cue-table.ts'

/** A word of a paragraph as the attribution finders see it. `quote`: 0 outside, 1 opening mark, 2 inside, 3 closing mark. */
export type Word = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  readonly token: Token
  /** Index of the word in its paragraph. */
  readonly at: number
  /** Index in the paragraph of its sentence's first word, and one past its last. */
  readonly first: number
  readonly last: number
  readonly quote: 0 | 1 | 2 | 3
}

/** The words of one block with their sentences joined, quotations marked. */
export type Paragraph = {
  readonly block: number
  readonly words: readonly Word[]
  readonly isHeadline: boolean
  /** True for a block that the page sets apart as quoted. */
  readonly isBlockQuote: boolean
  /** The longest cue of the table that starts at each word. */
  readonly cues: readonly (CueAt | undefined)[]
}

// A paragraph longer than this is read in pieces, so that cost stays linear.
const longest = 400

/** The paragraphs of an article in text order; a very long one is cut between sentences. */
export function paragraphsIn(context: ReadContext, quotations: readonly Quotation[]): Paragraph[] {
  const { article, language } = context
  const paragraphs: Paragraph[] = []
  let words: Word[] = []
  let block = -1
  let q = 0
  const flush = (): void => {
    if (words.length === 0) return
    const lowers = words.map((word) => word.lower)
    const cues = lowers.map((_, i) => cueAt(lowers, i))
    const kind = article.blocks[block]?.kind
    paragraphs.push({
      block,
      words,
      isHeadline: kind === 'headline',
      isBlockQuote: kind === 'quotation',
      cues,
    })
    words = []
  }
  for (const sentence of language.sentences) {
    if (sentence.block !== block || words.length + sentence.tokens.length > longest) flush()
    block = sentence.block
    const first = words.length
    const last = first + sentence.tokens.length
    for (const token of sentence.tokens) {
      while ((quotations[q]?.end ?? Number.POSITIVE_INFINITY) <= token.start) q++
      const text = article.text.slice(token.start, token.end)
      const quote = stateAt(quotations, q, token)
      const { start, end } = token
      words.push({ start, end, text, lower: lowered(text), token, at: words.length, first, last, quote })
    }
  }
  flush()
  return paragraphs
}

/** The index of the first word that ends behind an offset; the number of words where none does. */
export function indexBehind(words: readonly Word[], offset: number): number {
  let from = 0
  let beyond = words.length
  while (from < beyond) {
    const middle = (from + beyond) >> 1
    if ((words[middle]?.end ?? 0) <= offset) from = middle + 1
    else beyond = middle
  }
  return from
}

/** The index of the word that starts at an offset; -1 for none. */
export function indexStarting(words: readonly Word[], offset: number | undefined): number {
  if (offset === undefined) return -1
  const at = indexBehind(words, offset)
  return words[at]?.start === offset ? at : -1
}

/** The words of a paragraph that lie in a range. */
export function wordsIn({ words }: Paragraph, range: Range): Word[] {
  let from = 0
  let beyond = words.length
  while (from < beyond) {
    const middle = (from + beyond) >> 1
    if ((words[middle]?.start ?? 0) < range.start) from = middle + 1
    else beyond = middle
  }
  let to = from
  while ((words[to]?.end ?? Number.POSITIVE_INFINITY) <= range.end) to++
  return words.slice(from, to)
}

// One string a form, so that the tables that are asked for it need not hash it again.
const loweredForms = new Map<string, string>()
const mostForms = 1 << 15

function lowered(text: string): string {
  const known = loweredForms.get(text)
  if (known !== undefined) return known
  const lower = text.toLowerCase().replace('’', "'")
  if (loweredForms.size === mostForms) loweredForms.clear()
  loweredForms.set(text, lower)
  return lower
}

// Nested quotations follow the one that holds them, so the first that is still open is the outermost.
function stateAt(quotations: readonly Quotation[], from: number, token: Token): 0 | 1 | 2 | 3 {
  const quotation = quotations[from]
  if (quotation === undefined || token.end <= quotation.start) return 0
  if (token.start === quotation.start) return 1
  if (token.end === quotation.end && quotation.inner.end < quotation.end) return 3
  return 2
}
