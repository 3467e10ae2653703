import { type Shelf, shelfSizes } from './shelf.ts'
import { weights } from './weights.ts'

/** An older article and the log-odds that it is of one story with the article at hand. */
export type Neighbour = { readonly number: number; readonly odds: number }

/** Log-odds of pairs that are not remembered, and the least that counts. */
export const leastOdds = -6

/** Remembers an article's nearest neighbours, as many as there is room for. */
export function rememberNear(shelf: Shelf, number: number, found: readonly Neighbour[]): void {
  const start = (number % shelf.capacity) * shelfSizes.near
  const kept = found
    .filter(({ odds }) => odds > leastOdds)
    .sort((a, b) => b.odds - a.odds || a.number - b.number)
    .slice(0, shelfSizes.near)
  kept.forEach((neighbour, i) => {
    shelf.near[start + i] = neighbour.number + 1
    shelf.odds[start + i] = Math.round(Math.min(neighbour.odds, 8) * 100)
  })
  for (const { number: other, odds } of kept) {
    raiseNearest(shelf, other, odds)
    raiseNearest(shelf, number, odds)
  }
}

/** The older neighbours that an article remembers. */
export function nearOf(shelf: Shelf, number: number): Neighbour[] {
  const start = (number % shelf.capacity) * shelfSizes.near
  const found: Neighbour[] = []
  for (let i = start; i < start + shelfSizes.near && (shelf.near[i] ?? 0) > 0; i++) {
    found.push({ number: (shelf.near[i] ?? 0) - 1, odds: (shelf.odds[i] ?? 0) / 100 })
  }
  return found
}

// An article has a nearest neighbour; how much farther away others are counts against them.
const mostRivalry = 6

/** The log-odds of a pair less what speaks against it: that either has nearer neighbours. */
export function rivalled(shelf: Shelf, pair: readonly [number, number], odds: number): number {
  const [a, b] = pair
  const behind = (number: number) =>
    Math.min(mostRivalry, Math.max(0, (shelf.nearest[number % shelf.capacity] ?? odds) - odds))
  return Math.max(leastOdds, odds - weights.rivalry * (behind(a) + behind(b)))
}

function raiseNearest(shelf: Shelf, number: number, odds: number): void {
  const slot = number % shelf.capacity
  if (odds > (shelf.nearest[slot] ?? 0)) shelf.nearest[slot] = Math.round(odds * 100) / 100
}
