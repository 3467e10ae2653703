import type { Count } from '../../model/reading.ts'
import type { Word } from '../attributions/words.ts'

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const dozen = 12
const single = new Set(['a', 'an', 'one', 'another', 'other', 'third', 'second', 'fourth', 'single'])
const several: Readonly<Record<string, number>> = {
  several: 2,
  few: 2,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  couple: 2,
}

/** How many people the words of a source stand for: "two", "at least three", "one", "several"; undefined when they do not say. */
export function countIn(
  words: readonly Word[],
  head: { readonly at: number; readonly isPlural: boolean },
): Count | undefined {
  for (const [i, word] of words.entries()) {
    if (word.at > head.at) break
    const number = numberOf(word.lower)
    if (number !== undefined && number > 0) {
      // "at least two", "more than a dozen"
      const k = words[i - 1]?.lower === 'a' ? i - 1 : i
      const isLeast =
        words[k - 1]?.lower === 'least' || (words[k - 1]?.lower === 'than' && words[k - 2]?.lower === 'more')
      const start = isLeast ? (words[k - 2]?.start ?? word.start) : word.start
      return { ...(isLeast ? { atLeast: number } : { number }), range: { start, end: word.end } }
    }
    const least = several[word.lower]
    if (least !== undefined) return { atLeast: least, range: { start: word.start, end: word.end } }
    if (word.lower === 'both') return { number: 2, range: { start: word.start, end: word.end } }
  }
  const first = words[0]
  if (first === undefined || head.isPlural) return undefined
  const one = words.find((word) => word.at <= head.at && single.has(word.lower)) ?? first
  return { number: 1, range: { start: one.start, end: one.end } }
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,4}$/.test(word)) return Number(word)
  if (word === 'dozen') return dozen
  const at = numbers.indexOf(word)
  return at < 0 ? undefined : at
}
