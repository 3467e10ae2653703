import { table } from '../../../text/table.ts'

type Group = { readonly id: string; readonly pattern: RegExp }

let groups: readonly Group[] | undefined
const known = new Map<string, number>()

/** What the class and id names of an element tell, as bits in the order of {@link nameGroups}. */
export function namesTell(names: string): number {
  if (names === '') return 0
  const before = known.get(names)
  if (before !== undefined) return before
  let bits = 0
  for (const name of names.slice(0, 300).split(' ')) if (name !== '') bits |= nameTells(name)
  if (known.size > 50_000) known.clear()
  known.set(names, bits)
  return bits
}

const knownNames = new Map<string, number>()

/** What one name tells: the same names stand in ever other company. */
function nameTells(name: string): number {
  const before = knownNames.get(name)
  if (before !== undefined) return before
  let bits = 0
  for (const [i, group] of nameGroups().entries()) if (group.pattern.test(name)) bits |= 1 << i
  if (knownNames.size > 50_000) knownNames.clear()
  knownNames.set(` ${name}`.slice(1), bits)
  return bits
}

let bitsById: ReadonlyMap<string, number> | undefined

/** The bit of a group in what {@link namesTell} says. */
export function groupBit(id: string): number {
  bitsById ??= new Map(nameGroups().map((group, i) => [group.id, 1 << i]))
  return bitsById.get(id) ?? 0
}

/** The rows of `data/page-names.tsv`, at most 31 of them. */
export function nameGroups(): readonly Group[] {
  groups ??= table('page-names').map((row) => ({ id: row.id ?? '', pattern: new RegExp(row.pattern ?? '') }))
  return groups
}
