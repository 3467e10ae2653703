import { senseOf } from '../words/senses.ts'
import type { Matter } from './matter.ts'
import type { Quantity } from './quantities.ts'

/** How alike two statements are; shares between 0 and 1. */
export type Likeness = {
  /** Rarity of the shared keys over that of both together (Dice). */
  readonly dice: number
  /** The same with the names that a pronoun may stand for. */
  readonly diceAround: number
  /** Rarity of the shared keys over that of the poorer side. */
  readonly containment: number
  /** Words of the longest run that both have, up to 8. */
  readonly run: number
  readonly shared: number
  /** How many of the shared keys are neither names nor titles. */
  readonly matters: number
  /** Whether one of the two speaks of what the other says of its subject. */
  readonly predicate: 'shared' | 'other'
  readonly numbers: 'agree' | 'differ' | 'unknown'
  readonly days: 'agree' | 'differ' | 'unknown'
  readonly names: 'agree' | 'differ' | 'unknown'
}

/** Compares the matter of two statements; `rarity` weighs a key by how few statements of the story have it. */
export function likeness(a: Matter, b: Matter, rarity: (key: string) => number): Likeness {
  const keys = overlap(a.keys, b.keys, rarity)
  const wide =
    a.around.size + b.around.size === 0
      ? keys
      : overlap(new Set([...a.keys, ...a.around]), new Set([...b.keys, ...b.around]), rarity)
  const numbers = numbersOf(a, b)
  // "at ten past two", "at twelve minutes past four": an hour is a figure that only another hour agrees with.
  const hours = agreement(a.hours, b.hours)
  const least = Math.min(keys.inA, keys.inB)
  return {
    dice: diceOf(keys),
    diceAround: diceOf(wide),
    containment: least === 0 ? 0 : keys.shared / least,
    run: keys.count === 0 ? 0 : longestRun(a.forms, b.forms),
    shared: keys.count,
    matters: [...a.keys].filter((key) => b.keys.has(key) && !isOfSomebody(key, a, b)).length,
    predicate: predicates(a, b),
    numbers: numbers === 'unknown' && hours === 'agree' ? hours : numbers,
    days: hours === 'differ' ? hours : agreement(a.days, b.days),
    names: agreement([...a.names], [...b.names]),
  }
}

// Names, and the titles that go with them: "special envoy Edric Vance" says nothing of him.
function isOfSomebody(key: string, a: Matter, b: Matter): boolean {
  return titles.test(key) || isName(key, a) || isName(key, b)
}

const titles =
  /^(?:=delegate|=minister|=president|=spokesman|=leader|=mayor|deput|foreign|special|chief|official)$/

function isName(key: string, { names }: Matter): boolean {
  return [...names].some((name) => name.startsWith(key) || key.startsWith(name))
}

function predicates(a: Matter, b: Matter): Likeness['predicate'] {
  return speaksOf(a, b.predicate) || speaksOf(b, a.predicate) ? 'shared' : 'other'
}

/** Whether a statement speaks of what another says of its subject. */
export function speaksOf({ keys, predicate }: Matter, said: ReadonlySet<string>): boolean {
  return [...said].some((key) => keys.has(key) || predicate.has(key))
}

type Overlap = { readonly shared: number; readonly count: number; readonly inA: number; readonly inB: number }

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: (key: string) => number): Overlap {
  let shared = 0
  let count = 0
  let inA = 0
  let inB = 0
  for (const key of a) {
    const weight = rarity(key)
    inA += weight
    if (!b.has(key)) continue
    shared += weight
    count++
  }
  for (const key of b) inB += rarity(key)
  return { shared, count, inA, inB }
}

function diceOf({ shared, inA, inB }: Overlap): number {
  return inA + inB === 0 ? 0 : (2 * shared) / (inA + inB)
}

function numbersOf(a: Matter, b: Matter): Likeness['numbers'] {
  const pairs = a.numbers.flatMap((one) => b.numbers.map((other) => [one, other] as const))
  const same = pairs.filter(([one, other]) => sameNumber(one, other))
  if (same.some(([one, other]) => !isSmall(one) || countOne(one, other, b) || countOne(other, one, a)))
    return 'agree'
  if (same.length > 0) return 'unknown'
  return pairs.some(([one, other]) => sameUnit(one, other) || one.unit === '' || other.unit === '')
    ? 'differ'
    : 'unknown'
}

// "Eleven deaths", "the number of deaths has risen to 11": a bare figure counts what its statement speaks of.
function countOne(one: Quantity, other: Quantity, of: Matter): boolean {
  if (sameUnit(one, other)) return true
  return other.unit === '' && one.units.some((unit) => anyones.test(unit) || of.keys.has(senseOf(unit)))
}

/** Up to here a number is so common that it tells only together with what it counts: "two frigates", "two rooms". */
const smallest = 12

/** Whether a number is too common to tell by itself. */
export function isSmall({ value }: Quantity): boolean {
  return value <= smallest && Number.isInteger(value)
}

// "nine people": nurses, drivers.
const anyones = /^(?:peopl|people|man|woman|person|other)$/

function sameUnit(one: Quantity, other: Quantity): boolean {
  const isAnyones = anyones.test(one.unit) || anyones.test(other.unit)
  const senses = one.units.map(senseOf)
  return isAnyones || other.units.some((unit) => senses.includes(senseOf(unit)))
}

// "4.1 billion" and "more than four billion": a rounded figure is the figure.
function sameNumber(one: Quantity, other: Quantity): boolean {
  if (one.value === other.value) return true
  const isRounded = one.bound !== 'exact' || other.bound !== 'exact'
  return isRounded && Math.abs(one.value - other.value) <= 0.05 * Math.max(one.value, other.value)
}

function agreement<T>(a: readonly T[], b: readonly T[]): 'agree' | 'differ' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((value) => b.includes(value)) ? 'agree' : 'differ'
}

const runCap = 8

function longestRun(a: readonly string[], b: readonly string[]): number {
  let best = 0
  for (let i = 0; i < a.length && best < runCap; i++) {
    for (let j = 0; j < b.length && best < runCap; j++) {
      if (a[i] !== b[j]) continue
      let length = 1
      while (length < runCap && a[i + length] !== undefined && a[i + length] === b[j + length]) length++
      if (length > best) best = length
    }
  }
  return best
}
