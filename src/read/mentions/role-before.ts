import type { Token } from '../../model/language.ts'
import type { Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { titleKind } from './titles.ts'

// "US special envoy for the region Steve Witkoff": a title before a name is seldom longer.
const longest = 7

/** The title before a name: "Iranian Foreign Minister" in "Iranian Foreign Minister Abbas Araghchi". */
export function roleBefore(text: string, tokens: readonly Token[], name: number): Range | undefined {
  let first = name
  let sawNoun = false
  for (let i = name - 1; i >= Math.max(0, name - longest); i--) {
    const token = tokens[i]
    if (token === undefined) break
    const word = text.slice(token.start, token.end)
    const kind = titleKind(word)
    if (kind === 'noun' && !sawNoun && i < name - 1) break
    sawNoun ||= kind === 'noun'
    if (isOrdinary(word, kind, sawNoun)) break
    if (kind !== undefined || countryNamed(word) !== undefined || isCapital(word)) first = i
  }
  const start = tokens[first]?.start
  const end = tokens[name - 1]?.end
  return sawNoun && start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

// A title ends to the left where neither a title word, a country, a capital nor a mark around a country stands.
function isOrdinary(word: string, kind: unknown, sawNoun: boolean): boolean {
  if (kind !== undefined || countryNamed(word) !== undefined) return false
  if (sawNoun && isCapital(word)) return false
  return !(sawNoun && /^['‘’"“”-]$/.test(word))
}

function isCapital(word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) &&
    !/^(?:The|A|An|In|On|At|But|And|When|While|After|Before|As|If|For|Meanwhile|However|Both|Sending)$/.test(
      word,
    )
  )
}
