import { table } from '../../text/table.ts'
import { phraseSenses } from '../words/phrases.ts'
import { senseOf } from '../words/senses.ts'
import { stem } from '../words/stem.ts'
import { type Word, wordsOf } from '../words/words.ts'

/** The sense of an event's words that it is compared by: a phrase's, else its head's; undefined for a pronoun. */
export function eventSense(text: string): string | undefined {
  if (isPronoun(text)) return undefined
  const words = wordsOf(text)
  const [phrase] = phraseSenses(words)
  return phrase ?? headOf(words)
}

let reporting: ReadonlySet<string> | undefined

/** True for the sense of a report of speech: each use is an act of its own. */
export function isReport(sense: string): boolean {
  reporting ??= new Set(table('compare-reporting').map((row) => row.stem ?? ''))
  return reporting.has(sense)
}

function isPronoun(text: string): boolean {
  return /^(?:it|this|that|which|these|those|they|who|what|so|do|did|one)$/i.test(text.trim())
}

let eventWords: ReadonlyMap<string, string> | undefined

// An event's verb stands first ("gave birth to"), its noun last ("the bank robbery").
function headOf(words: readonly Word[]): string | undefined {
  const full = words.filter((word) => !word.empty)
  const head = full.at(-1) ?? words.at(-1)
  if (head === undefined) return undefined
  eventWords ??= new Map(
    table('compare-event-words').map((row) => [stem(row.word ?? ''), stem(row.event ?? '')]),
  )
  return senseOf(eventWords.get(head.key) ?? head.key)
}
