import type { Attribution, EventMention, Mention, TimeExpression } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'

/** What earlier finders of the read stage found in the same article. */
export type FoundBefore = {
  readonly times: readonly TimeExpression[]
  readonly mentions: readonly Mention[]
  readonly attributions: readonly Attribution[]
}

/** Events of an article in text order: type, status, participants, times and places. */
export function findEvents(_context: ReadContext, _found: FoundBefore): EventMention[] {
  return []
}
