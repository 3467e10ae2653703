import { table } from '../../text/table.ts'
import { stem } from '../words/stem.ts'
import { type Word, wordsOf } from '../words/words.ts'
import type { Statement } from './statements.ts'

/** What a statement is about, ready for comparison. */
export type Matter = {
  /** Stems and senses of its words that carry matter, each once. */
  readonly keys: ReadonlySet<string>
  readonly numbers: readonly Quantity[]
  /** Its words in order, for shared runs. */
  readonly forms: readonly string[]
  readonly negated: boolean
}

/** A number of a statement with the word it counts: 41 "dead", at least 40 "people". */
export type Quantity = {
  readonly value: number
  readonly unit: string
  readonly bound: 'exact' | 'least' | 'most' | 'about'
}

let senses: ReadonlyMap<string, string> | undefined
let numerals: ReadonlyMap<string, number> | undefined

/** The matter of a statement, from the words of its span. */
export function matterOf(text: string, statement: Statement): Matter {
  const words = wordsOf(text, statement.span)
  return matterOfWords(words)
}

/** The matter of words in a row. */
export function matterOfWords(words: readonly Word[]): Matter {
  senses ??= new Map(table('compare-senses').map((row) => [stem(row.stem ?? ''), row.sense ?? '']))
  const keys = new Set<string>()
  for (const word of words) {
    if (word.empty || numberOf(word.form) !== undefined) continue
    keys.add(senses.get(word.key) ?? word.key)
  }
  return {
    keys,
    numbers: quantitiesOf(words),
    forms: words.map((word) => word.form),
    negated: words.some((word) => negations.test(word.form)),
  }
}

// "never received", "no hospital", "nobody", "did not"
const negations = /^(?:not|no|never|nobody|none|nothing|neither|nor|without|.*n't)$/

/** The value of a figure or numeral; "dozen" counts, "one" and ordinals do not. */
export function numberOf(form: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(form)) return Number(form)
  numerals ??= new Map(table('compare-numerals').map((row) => [row.word ?? '', Number(row.value)]))
  return numerals.get(form)
}

function quantitiesOf(words: readonly Word[]): Quantity[] {
  const quantities: Quantity[] = []
  words.forEach((word, i) => {
    const value = numberOf(word.form)
    if (value === undefined) return
    const scale = scales.get(words[i + 1]?.form ?? '') ?? 1
    const unit = words.slice(i + 1, i + 4).find((next) => !next.empty && !scales.has(next.form))
    quantities.push({
      value: value * scale,
      unit: unit?.key ?? '',
      bound: boundOf(words.slice(Math.max(0, i - 3), i)),
    })
  })
  return quantities
}

const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
])

function boundOf(before: readonly Word[]): Quantity['bound'] {
  const words = before.map((word) => word.form).join(' ')
  if (/\b(?:at least|more than|over|above|no fewer than)$/.test(words)) return 'least'
  if (/\b(?:at most|fewer than|less than|under|up to|no more than)$/.test(words)) return 'most'
  if (/\b(?:about|some|around|nearly|almost|roughly|approximately)$/.test(words)) return 'about'
  return 'exact'
}
