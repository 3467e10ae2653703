import type { Range } from '../model/span.ts'

// Where a cut hurts least, best first: between clauses, after a bracket or comma, before a conjunction; else anywhere.
const safest = [/^[;:—–]$|^--$/, /^[,)\]"”]$/, /^(?:and|or|but|who|which|that|while|as)$/i]

/** Cuts a run of words longer than `most` into parts at the safest places; gives the end of each part, linear in its length. */
export function partEnds(text: string, words: readonly Range[], most: number): number[] {
  const ends: number[] = []
  let start = 0
  while (words.length - start > most) {
    start = cutBefore(text, words, start, most)
    ends.push(start)
  }
  ends.push(words.length)
  return ends
}

function cutBefore(text: string, words: readonly Range[], start: number, most: number): number {
  const limit = start + most
  for (const [i, pattern] of safest.entries()) {
    // A conjunction begins the next part, a sign ends this one.
    const after = i < 2 ? 1 : 0
    for (let at = limit - 1; at > start + most / 2; at--) {
      const word = words[at]
      if (word === undefined || word.end - word.start > 6) continue
      if (pattern.test(text.slice(word.start, word.end))) return at + after
    }
  }
  return limit
}
