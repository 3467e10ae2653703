import type { Count } from '../../model/reading.ts'
import { numeralAt } from '../../text/numerals.ts'
import type { Word } from '../attributions/words.ts'

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
  const forms = words.map(({ lower }) => lower)
  for (const [i, word] of words.entries()) {
    if (word.at > head.at) break
    const numeral = numeralAt(forms, i)
    if (numeral !== undefined && numeral.value > 0) {
      // "at least two", "more than a dozen"
      const isLeast = forms[i - 1] === 'least' || (forms[i - 1] === 'than' && forms[i - 2] === 'more')
      const start = isLeast ? (words[i - 2]?.start ?? word.start) : word.start
      const end = words[numeral.end - 1]?.end ?? word.end
      return { ...(isLeast ? { atLeast: numeral.value } : { number: numeral.value }), range: { start, end } }
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
