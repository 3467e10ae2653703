import type { Article } from '../../model/article.ts'
import type { Reading } from '../../model/reading.ts'
import type { Plan } from '../../model/record.ts'

/** An article of a story with what was read in it. */
export type PlanMember = { readonly article: Article; readonly reading: Reading }

/** Plans of a story with their revisions; `members` are in order of report, an undated one where it belongs. */
export function linkPlans(_members: readonly PlanMember[]): Plan[] {
  return []
}
