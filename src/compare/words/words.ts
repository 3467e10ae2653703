import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { hash32, mix32 } from './hash32.ts'
import { stem } from './stem.ts'
import { eachToken } from './tokens.ts'

/** A word or number of a text, with what it is compared by. */
export type Word = Range & Lexeme

/** What a word is compared by, wherever it stands. */
export type Lexeme = {
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

/** Words and numbers of a text, or of one range of it, in order. */
export function wordsOf(text: string, range: Range = { start: 0, end: text.length }): Word[] {
  const words: Word[] = []
  eachToken(text, range, (start, end) => {
    const { form, key, empty, capital, formHash, keyHash } = lexemeAt(text, start, end)
    words.push({ start, end, form, key, empty, capital, formHash, keyHash })
  })
  return words
}

/** The same as `wordsOf` for who asks for no places: what is written alike is one object. */
export function lexemesOf(text: string, range: Range = { start: 0, end: text.length }): Lexeme[] {
  const lexemes: Lexeme[] = []
  eachToken(text, range, (start, end) => lexemes.push(lexemeAt(text, start, end)))
  return lexemes
}

// News repeats its words: what was written once is looked up, by its hash and then by its letters. In `places` a hash stands
// beside the number of its word plus one; 0 where a place is free.
const written: string[] = []
const lexemes: Lexeme[] = []
const mostKnown = 200_000
const places = new Int32Array(2 * 2 ** 19)

function lexemeAt(text: string, start: number, end: number): Lexeme {
  let sum = 0
  for (let at = start; at < end; at++) sum = Math.imul(sum, 0x01000193) ^ text.charCodeAt(at)
  const hash = mix32(sum) | 0
  let place = (hash * 2) & (places.length - 1)
  for (; places[place] !== 0; place = (place + 2) & (places.length - 1)) {
    if (places[place + 1] !== hash) continue
    const number = (places[place] ?? 0) - 1
    const lexeme = lexemes[number]
    if (lexeme !== undefined && isAt(text, written[number] ?? '', start, end)) return lexeme
  }
  const word = ownCopy(text.slice(start, end))
  const lexeme = newLexeme(word)
  if (lexemes.length < mostKnown) {
    written.push(word)
    places[place] = lexemes.push(lexeme)
    places[place + 1] = hash
  }
  return lexeme
}

function isAt(text: string, word: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false
  }
  return true
}

// A slice holds on to the whole text that it was cut from.
function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : slice.split('').join('')
}

let emptyWords: ReadonlySet<string> | undefined

function newLexeme(word: string): Lexeme {
  emptyWords ??= new Set(table('compare-empty-words').map((row) => row.word ?? ''))
  const form = plainForm(word)
  const key = /^\d/.test(form) ? form : stem(form)
  return {
    form,
    key,
    empty: emptyWords.has(form),
    capital: /^\p{Lu}/u.test(word),
    formHash: hash32(form),
    keyHash: hash32(key),
  }
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
