import type { Sentence } from '../../model/language.ts'
import type { EventStatus, TimeExpression } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import type { ReadContext } from '../context.ts'
import { clausesOf } from './clauses.ts'
import { standingOf } from './status.ts'

/** Where a word stands and what the clause automaton makes of it: what the model of standing weighs. */
export type WordStanding = {
  readonly sentence: Sentence
  /** Index of the word in its sentence. */
  readonly at: number
  readonly times: readonly TimeExpression[]
  readonly status: EventStatus | 'none'
}

/** A finder over the words of one article; undefined for words outside its sentences. */
export function standingFinder(
  context: ReadContext,
  times: readonly TimeExpression[],
): (range: Range) => WordStanding | undefined {
  const clauses = clausesOf(context)
  const { sentences } = context.language
  return (range) => {
    const sentence = sentences.find((each) => each.start < range.end && range.start < each.end)
    if (sentence === undefined) return undefined
    const at = sentence.tokens.findIndex((token) => token.end > range.start)
    const clause = clauses.find((each) => each.start < range.end && range.start < each.end)
    if (clause === undefined) return { sentence, at, times: [], status: 'none' }
    const inside = times.filter((time) => time.start >= clause.start && time.end <= clause.end)
    const word = clause.tokens.findIndex((token) => token.end > range.start)
    return { sentence, at, times: inside, status: standingOf(clause, Math.max(0, word), inside).status }
  }
}
