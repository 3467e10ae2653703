import { table } from '../../text/table.ts'
import { hash32 } from './hash32.ts'

let shares: Map<number, number> | undefined

// Zipf's law: the word of rank r is about every (10 r)-th word, and what is placed by is some 300 words long.
const lengthOverTen = 30
const unlisted = 0.0015

/** The share of news articles that a stem (by its hash) is expected in, before any are read: 0.9 for the commonest. */
export function commonness(term: number): number {
  shares ??= new Map(
    table('common-words').map((row, i) => [
      hash32(row.id ?? ''),
      Math.max(unlisted, Math.min(0.9, lengthOverTen / (i + 20))),
    ]),
  )
  return shares.get(term) ?? unlisted
}
