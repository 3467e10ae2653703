import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { stem } from './stem.ts'

/** A word or number of a text, with what it is compared by. */
export type Word = Range & {
  /** As written, in lower case, without accents and possessive endings. */
  readonly form: string
  /** The stem, or the digits of a number. */
  readonly key: string
  /** True for words that carry no matter of their own ("the", "said"). */
  readonly empty: boolean
  readonly capital: boolean
}

let emptyWords: ReadonlySet<string> | undefined

/** Words and numbers of a text, or of one range of it, in order. */
export function wordsOf(text: string, range: Range = { start: 0, end: text.length }): Word[] {
  emptyWords ??= new Set(table('compare-empty-words').map((row) => row.word ?? ''))
  const words: Word[] = []
  for (const match of text.slice(range.start, range.end).matchAll(wordPattern)) {
    const written = match[0]
    const form = plainForm(written)
    const start = range.start + match.index
    words.push({
      start,
      end: start + written.length,
      form,
      key: /^\d/.test(form) ? form : stem(form),
      empty: emptyWords.has(form),
      capital: /^\p{Lu}/u.test(written),
    })
  }
  return words
}

/** Lower case, without accents and possessive endings; "1,200" is "1200". */
export function plainForm(written: string): string {
  return written
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll('’', "'")
}

// "Velm's", "1,200", "4.1", "U.S.", "al-Najm"
const wordPattern =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’.-](?=\p{L})[\p{L}\p{M}\p{N}]+)*(?:['’](?=\s|$))?|\p{N}+(?:[.,:]\p{N}+)*/gu
