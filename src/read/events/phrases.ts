import { type Row, table } from '../../text/table.ts'

/** A row found at a word, and how many words it covers. */
export type PhraseHit = { readonly row: Row; readonly length: number }

/** Rows of a table by the words they list. */
export type PhraseTable = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly row: Row }[]
>

const known = new Map<string, PhraseTable>()

/** The rows of a table under each form that its column `forms` lists (parted by |, words by spaces), read once. */
export function phraseTable(name: string): PhraseTable {
  const cached = known.get(name)
  if (cached !== undefined) return cached
  const byFirst = new Map<string, { words: readonly string[]; row: Row }[]>()
  for (const row of table(name)) {
    for (const form of (row.forms ?? '').split('|')) {
      const words = form.split(' ')
      const first = words[0]
      if (first === undefined || first === '') continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, row }])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  known.set(name, byFirst)
  return byFirst
}

/** Every row whose words begin at a word, the longest first. */
export function phrasesAt(phrases: PhraseTable, forms: readonly string[], at: number): PhraseHit[] {
  const first = forms[at]
  const list = first === undefined ? undefined : phrases.get(first)
  if (list === undefined) return []
  const hits: PhraseHit[] = []
  for (const { words, row } of list) {
    if (words.every((word, i) => forms[at + i] === word)) hits.push({ row, length: words.length })
  }
  return hits
}
