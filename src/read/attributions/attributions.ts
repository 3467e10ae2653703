import type { Attribution, Chain, Mention, Quotation } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'

/** What earlier finders found in the same article. */
export type FoundForAttributions = {
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly Mention[]
  readonly chains: readonly Chain[]
}

/** Attributions of an article in text order: who is said to say, believe, intend, order or show what. */
export function findAttributions(_context: ReadContext, _found: FoundForAttributions): Attribution[] {
  return []
}
