import { table } from '../../text/table.ts'
import { stem } from './stem.ts'

/** Where two words exclude each other: in any two accounts, or where one was put for the other in a sentence that is otherwise the same. */
export type Scope = 'any' | 'edit'

type Sides = ReadonlyMap<string, readonly { readonly pair: number; readonly side: 'one' | 'other' }[]>

const known = new Map<Scope, Sides>()

/** Whether only one of two words can hold: "accepted", "rejected"; "safe", "unsafe". Words are lower case. */
export function areContrary(one: string, other: string, scope: Scope): boolean {
  if (isNegatedForm(one, other) || isNegatedForm(other, one)) return true
  const sides = known.get(scope) ?? sidesOf(scope)
  known.set(scope, sides)
  const places = sides.get(stem(other)) ?? []
  return (sides.get(stem(one)) ?? []).some(({ pair, side }) =>
    places.some((place) => place.pair === pair && place.side !== side),
  )
}

// "safe", "unsafe"; "legal", "illegal"; "counted", "miscounted"
function isNegatedForm(plain: string, negated: string): boolean {
  return plain.length >= 4 && negated.endsWith(plain) && negating.test(negated.slice(0, -plain.length))
}

const negating = /^(?:un|in|im|il|ir|dis|non|mis)-?$/

function sidesOf(scope: Scope): Sides {
  const sides = new Map<string, { pair: number; side: 'one' | 'other' }[]>()
  table('compare-contraries').forEach((row, pair) => {
    if (scope === 'any' && row.scope !== 'any') return
    for (const side of ['one', 'other'] as const)
      for (const word of (row[side] ?? '').split('|')) {
        const key = stem(word)
        sides.set(key, [...(sides.get(key) ?? []), { pair, side }])
      }
  })
  return sides
}
