import { type Row, table } from '../../text/table.ts'

/** A word that patterns know: the classes it belongs to, with its value in each. */
export type Entry = { readonly word: string; readonly values: ReadonlyMap<string, string> }

/** Known words by their written form, with the holidays that are several words long by their first word. */
export type Lexicon = {
  readonly words: ReadonlyMap<string, Entry>
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

/** A name of several words, such as "Christmas Eve". */
export type Phrase = { readonly text: string; readonly entry: Entry }

/** Words of `time-words.tsv`, the numerals and the small words of the patterns, under every spelling that their case column allows. */
export function timeLexicon(literals: ReadonlySet<string>): Lexicon {
  const words = new Map<string, { word: string; values: Map<string, string> }>()
  const phrases = new Map<string, Phrase[]>()
  for (const row of table('time-words')) {
    const word = row.word ?? ''
    if (word.includes(' ')) addPhrase(phrases, row, word)
    else
      for (const form of formsOf(word, row.case ?? ''))
        put(words, form, word, [row.class ?? '', row.value ?? ''])
  }
  for (const { word = '', value = '' } of table('numerals'))
    for (const form of formsOf(word, '')) put(words, form, word, ['NUMWORD', value])
  for (const word of literals)
    for (const form of formsOf(word, ''))
      put(words, form, word.toLowerCase(), [`=${word.toLowerCase()}`, word.toLowerCase()])
  return { words, phrases }
}

function addPhrase(phrases: Map<string, Phrase[]>, row: Row, word: string): void {
  const text = word.replace(/(?<![’'])\b(?!of\b)[a-z]/g, (letter) => letter.toUpperCase())
  const first = /^[A-Za-z]+/.exec(text)?.[0] ?? text
  const entry = { word, values: new Map([[row.class ?? '', row.value ?? '']]) }
  const list = [...(phrases.get(first) ?? []), { text, entry }]
  phrases.set(
    first,
    list.sort((a, b) => b.text.length - a.text.length),
  )
}

function formsOf(word: string, written: string): readonly string[] {
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  if (written === 'upper') return [word.toUpperCase()]
  if (written === 'cap') return [capital, word.toUpperCase()]
  if (written === 'abbr') return [capital]
  return [...new Set([word, capital, word.toUpperCase()])]
}

type Written = [symbol: string, value: string]

function put(
  words: Map<string, { word: string; values: Map<string, string> }>,
  form: string,
  word: string,
  [symbol, value]: Written,
): void {
  const entry = words.get(form) ?? { word, values: new Map<string, string>() }
  entry.values.set(symbol, value)
  words.set(form, entry)
}
