import type { Quantity } from '../claims/quantities.ts'
import type { Reported } from './reported.ts'

/** Relates the first figures of two reports that count one thing, as bounds: "at least 40" is [40, …). */
export function relateCounts(a: Reported, b: Reported): 'equal' | 'finer' | 'apart' | 'alike' {
  const one = boundsOf(a)
  const other = boundsOf(b)
  if (one === undefined || other === undefined) return 'alike'
  if (one.from === other.from && one.to === other.to) return 'equal'
  return one.from <= other.to && other.from <= one.to ? 'finer' : 'apart'
}

/** The least and the most that a report's count may be. */
export type Bounds = { readonly from: number; readonly to: number }

function boundsOf({ text, matter }: Reported): Bounds | undefined {
  const vague = vagueCounts.find(([pattern]) => pattern.test(text))
  if (vague !== undefined) return vague[1]
  const quantity = matter.numbers[0]
  return quantity === undefined ? undefined : boundsOfQuantity(quantity)
}

/** The bounds of a figure: "about 1,200" may be a tenth more or less. */
export function boundsOfQuantity({ value, bound }: Quantity): Bounds {
  switch (bound) {
    case 'least':
      return { from: value, to: Number.POSITIVE_INFINITY }
    case 'most':
      return { from: 0, to: value }
    case 'about':
      return { from: value * 0.9, to: value * 1.1 }
    case 'exact':
      return { from: value, to: value }
  }
}

const vagueCounts: readonly (readonly [RegExp, Bounds])[] = [
  [/\bdozens of\b/i, { from: 24, to: 99 }],
  [/\bscores of\b/i, { from: 40, to: 199 }],
  [/\bhundreds of\b/i, { from: 200, to: 999 }],
  [/\btens of thousands\b/i, { from: 20_000, to: 99_999 }],
  [/\bthousands of\b/i, { from: 2000, to: 99_999 }],
]
