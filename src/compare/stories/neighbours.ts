import { type Shelf, shelfSizes } from './shelf.ts'

/** Another article and the log-odds that it is of one story with the article at hand. */
export type Neighbour = { readonly number: number; readonly odds: number }

/** Log-odds of pairs that are not remembered, and the least that counts. */
export const leastOdds = -6

/** Remembers an article's nearest neighbours, and it as theirs, as many as each has room for. */
export function rememberNear(shelf: Shelf, number: number, found: readonly Neighbour[]): void {
  const near = found.filter(({ odds }) => odds > leastOdds)
  for (const { number: other, odds } of near) {
    enter(shelf, number, { number: other, odds })
    enter(shelf, other, { number, odds })
  }
}

/** The neighbours that an article remembers and the window still holds, nearest first. */
export function nearOf(shelf: Shelf, number: number): Neighbour[] {
  const start = (number % shelf.capacity) * shelfSizes.near
  const found: Neighbour[] = []
  for (let i = start; i < start + shelfSizes.near && (shelf.near[i] ?? 0) > 0; i++) {
    const other = (shelf.near[i] ?? 0) - 1
    if (other >= shelf.first) found.push({ number: other, odds: (shelf.odds[i] ?? 0) / 100 })
  }
  return found
}

// The nearest stand first; of two that are as near, the one that came first.
function enter(shelf: Shelf, number: number, { number: other, odds }: Neighbour): void {
  const { near, odds: kept } = shelf
  const start = (number % shelf.capacity) * shelfSizes.near
  const hundredths = Math.round(Math.min(odds, 8) * 100)
  let at = start + shelfSizes.near
  while (at > start && ((near[at - 1] ?? 0) === 0 || (kept[at - 1] ?? 0) < hundredths)) at--
  if (at === start + shelfSizes.near) return
  near.copyWithin(at + 1, at, start + shelfSizes.near - 1)
  kept.copyWithin(at + 1, at, start + shelfSizes.near - 1)
  near[at] = other + 1
  kept[at] = hundredths
}
