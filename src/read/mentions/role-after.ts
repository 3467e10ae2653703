import type { Token } from '../../model/language.ts'
import type { Range } from '../../model/span.ts'
import { titleKind } from './titles.ts'

// "…, the deputy head of the president's office for foreign affairs,": an apposition is seldom longer.
const longest = 12

/** The apposition after a name: "the deputy premier" in "Oskar Lindane, the deputy premier, said". */
export function roleAfter(text: string, tokens: readonly Token[], last: number): Range | undefined {
  const comma = tokens[last + 1]
  if (comma === undefined || text.slice(comma.start, comma.end) !== ',') return undefined
  let sawNoun = false
  for (let i = last + 2; i < Math.min(tokens.length, last + 2 + longest); i++) {
    const token = tokens[i]
    if (token === undefined) break
    const word = text.slice(token.start, token.end)
    if (/^[,.;:)—–]$/.test(word)) return sawNoun ? between(tokens, last + 2, i - 1) : undefined
    if (/^(?:who|which|whose|and|but|said|says|told|is|was|has|had|will|would)$/i.test(word)) return undefined
    if (i <= last + 8 && titleKind(word) === 'noun') sawNoun = true
  }
  return undefined
}

function between(tokens: readonly Token[], first: number, last: number): Range | undefined {
  const start = tokens[first]?.start
  const end = tokens[last]?.end
  return start === undefined || end === undefined || start >= end ? undefined : { start, end }
}
