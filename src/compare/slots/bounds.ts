import { table } from '../../text/table.ts'
import type { Quantity } from '../claims/quantities.ts'

/** The least and the most that a figure may be: "at least 40" is [40, …). */
export type Bounds = { readonly from: number; readonly to: number }

/** How a later figure stands to an earlier one. */
export type BoundRelation = 'equal' | 'finer' | 'coarser' | 'across' | 'apart'

/** Relates the bounds of a later figure to those of an earlier one: "14" is finer than "at least 12". */
export function relateBounds(one: Bounds, other: Bounds): BoundRelation {
  if (one.from === other.from && one.to === other.to) return 'equal'
  if (one.from > other.to || other.from > one.to) return 'apart'
  if (one.from <= other.from && other.to <= one.to) return 'finer'
  return other.from <= one.from && one.to <= other.to ? 'coarser' : 'across'
}

/** The bounds of a figure: "about 1,200" may be a tenth more or less. */
export function boundsOfQuantity({ value, bound }: Pick<Quantity, 'value' | 'bound'>): Bounds {
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

/** Words that count without a number. */
export type VagueCount = { readonly words: readonly string[]; readonly bounds: Bounds }

let vague: readonly VagueCount[] | undefined

/** The vague count that begins at a word of lower-case forms: "dozens", "tens of thousands". */
export function vagueCountAt(forms: readonly string[], at: number): VagueCount | undefined {
  vague ??= table('compare-vague-counts').map((row) => ({
    words: (row.words ?? '').split(' '),
    bounds: { from: Number(row.least), to: Number(row.most) },
  }))
  return vague.find(({ words }) => words.every((word, i) => forms[at + i] === word))
}
