import { table } from '../../text/table.ts'
import { stem } from './stem.ts'
import type { Word } from './words.ts'

type Phrase = { readonly words: readonly string[]; readonly sense: string }

let phrases: ReadonlyMap<string, readonly Phrase[]> | undefined

/** How many other words may stand between two words of a phrase: "put the whole visit off". */
const gap = 3

/** Senses of the phrases among words in a row: "put off" is `=postpone`. */
export function phraseSenses(words: readonly Word[]): string[] {
  phrases ??= phrasesByFirst()
  const senses: string[] = []
  for (const [i, word] of words.entries()) {
    for (const { words: parts, sense } of phrases.get(word.key) ?? []) {
      if (matches(words, i, parts)) senses.push(sense)
    }
  }
  return senses
}

function matches(words: readonly Word[], start: number, parts: readonly string[]): boolean {
  let at = start
  for (const part of parts.slice(1)) {
    const next = words.slice(at + 1, at + 2 + gap).findIndex((word) => word.key === part)
    if (next < 0) return false
    at += next + 1
  }
  return true
}

function phrasesByFirst(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const row of table('compare-phrases')) {
    const words = (row.phrase ?? '').split(' ').map(stem)
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, sense: row.sense ?? '' }])
  }
  return byFirst
}
