import { table } from '../../text/table.ts'
import { phraseSenses } from '../words/phrases.ts'
import { senseOf } from '../words/senses.ts'
import { stem } from '../words/stem.ts'
import { type Word, wordsOf } from '../words/words.ts'
import type { Referring } from './referring.ts'

let reporting: ReadonlySet<string> | undefined

/** The key of an event: its sense in its story; a report of speech is an event of its own. */
export function eventKey({ article, story, text, id }: Referring): string {
  const words = wordsOf(text)
  reporting ??= new Set(table('compare-reporting').map((row) => row.stem ?? ''))
  const [phrase] = phraseSenses(words)
  const head = phrase ?? headOf(words)
  if (head === undefined) return `e ${id}`
  return reporting.has(head) ? `e ${article} ${head} ${id}` : `e ${story} ${head}`
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
