import type { Matter } from './matter.ts'

/** How alike two statements are; shares between 0 and 1. */
export type Likeness = {
  /** Rarity of the shared keys over that of both together (Dice). */
  readonly dice: number
  /** Rarity of the shared keys over that of the poorer side. */
  readonly containment: number
  /** Words of the longest run that both have. */
  readonly run: number
  /** Numbers of one thing that agree, and that do not. */
  readonly numbersAgree: number
  readonly numbersDiffer: number
  readonly shared: number
}

/** Compares the matter of two statements; `rarity` weighs a key by how few statements of the story have it. */
export function likeness(a: Matter, b: Matter, rarity: (key: string) => number): Likeness {
  let shared = 0
  let count = 0
  let inA = 0
  let inB = 0
  for (const key of a.keys) {
    inA += rarity(key)
    if (b.keys.has(key)) {
      shared += rarity(key)
      count++
    }
  }
  for (const key of b.keys) inB += rarity(key)
  const numbers = compareNumbers(a, b)
  const least = Math.min(inA, inB)
  return {
    dice: inA + inB === 0 ? 0 : (2 * shared) / (inA + inB),
    containment: least === 0 ? 0 : shared / least,
    run: longestRun(a.forms, b.forms),
    ...numbers,
    shared: count,
  }
}

function compareNumbers(a: Matter, b: Matter): { numbersAgree: number; numbersDiffer: number } {
  let numbersAgree = 0
  for (const one of a.numbers) if (b.numbers.some((other) => other.value === one.value)) numbersAgree++
  const differ = numbersAgree === 0 && a.numbers.length > 0 && b.numbers.length > 0
  return { numbersAgree, numbersDiffer: differ ? 1 : 0 }
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let best = 0
  let row = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 1; j <= b.length; j++) {
      if (a[i - 1] !== b[j - 1]) continue
      next[j] = (row[j - 1] ?? 0) + 1
      if ((next[j] ?? 0) > best) best = next[j] ?? 0
    }
    row = next
  }
  return best
}
