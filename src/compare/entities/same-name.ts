import { table } from '../../text/table.ts'
import { type NameParts, partsOf } from './name-parts.ts'
import { type Alike, lettersOf, soundsAlike } from './sounds.ts'

/** Why two names may be one person's: the id of the rule, or undefined when they may not. */
export function sameName(a: readonly string[], b: readonly string[]): string | undefined {
  const one = partsOf(a)
  const other = partsOf(b)
  if (one.lower === other.lower) return 'NAM-SAME'
  if (one.suffix !== other.suffix) return undefined
  // "Kim Jong-un" and "Kim Jong Un", "Ben Gvir" and "Ben-Gvir".
  if (one.letters === other.letters) return 'NAM-SPELLING'
  if (one.letters === other.family || other.letters === one.family) return 'NAM-SURNAME'
  if (one.given === undefined || other.given === undefined) return sameFamily(one, other)
  return sameFull(one, other)
}

/** Whether two full names do not rule each other out: two letters may differ where a third wording stands between them. */
export function mayBeSame(a: readonly string[], b: readonly string[]): boolean {
  if (sameName(a, b) !== undefined) return true
  const one = partsOf(a)
  const other = partsOf(b)
  return (
    one.suffix === other.suffix &&
    soundsAlike(one.family, other.family) !== undefined &&
    middlesFit(one, other) &&
    sameGiven(one, other) !== undefined
  )
}

// A surname alone must be the same or surely sound the same: "Araqchi" for "Abbas Araghchi".
function sameFamily(one: NameParts, other: NameParts): string | undefined {
  if (one.family === other.family) return one.given === other.given ? 'NAM-SPELLING' : 'NAM-SURNAME'
  const alike = soundsAlike(one.family, other.family)
  if (alike === 'same' || alike === 'sure') return 'NAM-SPELLING'
  const [bare, full] = one.given === undefined ? [one, other] : [other, one]
  return full.familyFirst && bare.family === full.given ? 'NAM-FAMILY-FIRST' : undefined
}

function sameFull(one: NameParts, other: NameParts): string | undefined {
  const family = soundsAlike(one.family, other.family)
  if (family === undefined) return undefined
  if (isSure(family) && isOneForename(one, other)) return 'NAM-SPELLING'
  if (!middlesFit(one, other)) return undefined
  const given = sameGiven(one, other)
  if (given === undefined) return undefined
  if (family === 'same' && given === 'same') return 'NAM-MIDDLE'
  if (family === 'same' && (given === 'NAM-INITIAL' || given === 'NAM-MIDDLE' || given === 'NAM-GIVEN'))
    return given
  if (family === 'slip') return given === 'same' && (one.given ?? '').length > 2 ? 'NAM-SLIP' : undefined
  if (given === 'slip') return family === 'same' ? 'NAM-SLIP' : undefined
  return given === 'NAM-INITIAL' ? undefined : 'NAM-SPELLING'
}

// "Mohammad Bagher" and "Mohammad-Bagher", "Abdel Fattah" and "Abdelfattah".
function isOneForename(one: NameParts, other: NameParts): boolean {
  const [a, b] = [one, other].map(({ given = '', middle }) => [given, ...middle])
  if (a === undefined || b === undefined || a.length === b.length) return false
  return [...a, ...b].every((name) => name.length > 1) && isSure(soundsAlike(a.join(''), b.join('')))
}

function isSure(alike: Alike | undefined): boolean {
  return alike === 'same' || alike === 'sure'
}

// "J." for "Javar", "Bill" for "William", "Javad Zarif" for "Mohammad Javad Zarif".
function sameGiven(
  one: NameParts,
  other: NameParts,
): Alike | 'NAM-INITIAL' | 'NAM-GIVEN' | 'NAM-MIDDLE' | undefined {
  const a = one.given ?? ''
  const b = other.given ?? ''
  if (a === b) return 'same'
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'NAM-INITIAL' : undefined
  const alike = soundsAlike(a, b)
  if (alike !== undefined && alike !== 'slip') return alike
  if (groupOf(a) !== undefined && groupOf(a) === groupOf(b)) return 'NAM-GIVEN'
  const isMiddle = (name: string, middle: readonly string[]) => name.length > 3 && middle.includes(name)
  if (isMiddle(a, other.middle) || isMiddle(b, one.middle)) return 'NAM-MIDDLE'
  // Two given names that a table holds apart are no slip: "Maria" and "Marian".
  return alike === 'slip' && (groupOf(a) === undefined || groupOf(b) === undefined) ? 'slip' : undefined
}

// "George W. Bush" and "George H. W. Bush" stay two; a name without middle fits any.
function middlesFit(one: NameParts, other: NameParts): boolean {
  if (one.middle.length === 0 || other.middle.length === 0) return true
  const [a, b] = [one.middle[0] ?? '', other.middle[0] ?? '']
  if (one.given !== other.given) return true
  return a.length === 1 || b.length === 1
    ? a[0] === b[0] && one.middle.length === other.middle.length
    : one.familyFirst
      ? isSure(soundsAlike(a, b))
      : soundsAlike(a, b) !== undefined
}

let groups: ReadonlyMap<string, string> | undefined

function groupOf(given: string): string | undefined {
  groups ??= new Map(table('compare-given-names').map((row) => [lettersOf(row.name ?? ''), row.group ?? '']))
  return groups.get(given)
}
