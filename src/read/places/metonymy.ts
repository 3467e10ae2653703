import { table } from '../../text/table.ts'
import type { Clause } from '../events/clauses.ts'

/** True when a place's name stands for those who govern there: it says, wants or decides ("Washington said"), and is not where something happens. */
export function isGovernment(
  clause: Clause,
  name: { readonly first: number; readonly last: number },
): boolean {
  const before = clause.forms[name.first - 1] ?? ''
  if (/^(?:in|at|to|from|near|outside|around|through|over|across)$/.test(before)) return false
  const after = clause.forms[name.last + 1] ?? ''
  governing ??= new Set(
    table('cues')
      .filter((row) => row.kind === 'verb')
      .flatMap((row) => (row.forms ?? '').split('|')),
  )
  if (governing.has(after)) return true
  return (
    /^(?:has|had|is|was|will|would|wants?|agreed|refused|sent|ordered|imposed|demanded)$/.test(after) ||
    before === 'between' ||
    before === 'with'
  )
}

let governing: ReadonlySet<string> | undefined
