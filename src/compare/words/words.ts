import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { hash32 } from './hash32.ts'
import { stem } from './stem.ts'

/** A word or number of a text, with what it is compared by. */
export type Word = Range & Lexeme

type Lexeme = {
  /** As written, in lower case, without accents and possessive endings. */
  readonly form: string
  /** The stem, or the digits of a number. */
  readonly key: string
  /** True for words that carry no matter of their own ("the", "said"). */
  readonly empty: boolean
  readonly capital: boolean
  /** Hashes of the form and of the key. */
  readonly formHash: number
  readonly keyHash: number
}

let emptyWords: ReadonlySet<string> | undefined

/** Words and numbers of a text, or of one range of it, in order. */
export function wordsOf(text: string, range: Range = { start: 0, end: text.length }): Word[] {
  const words: Word[] = []
  for (const match of text.slice(range.start, range.end).matchAll(wordPattern)) {
    const written = match[0]
    const { form, key, empty, capital, formHash, keyHash } = lexemeOf(written)
    const start = range.start + match.index
    words.push({ start, end: start + written.length, form, key, empty, capital, formHash, keyHash })
  }
  return words
}

// News repeats its words: what was written once is looked up.
const lexemes = new Map<string, Lexeme>()
const mostLexemes = 200_000

function lexemeOf(written: string): Lexeme {
  const known = lexemes.get(written)
  if (known !== undefined) return known
  emptyWords ??= new Set(table('compare-empty-words').map((row) => row.word ?? ''))
  const form = plainForm(written)
  const key = /^\d/.test(form) ? form : stem(form)
  const lexeme = {
    form,
    key,
    empty: emptyWords.has(form),
    capital: /^\p{Lu}/u.test(written),
    formHash: hash32(form),
    keyHash: hash32(key),
  }
  if (lexemes.size < mostLexemes) lexemes.set(written, lexeme)
  return lexeme
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
