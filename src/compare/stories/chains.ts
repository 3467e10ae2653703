import { partOf, rowOf, type Shelf, shelfSizes, weightAt } from './shelf.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How many of an article's terms are looked up, its most telling ones, and how many articles back for each. */
const lookedUp = 32
const back = 64

/** How many articles are met in all, so that an article costs the same in a large window as in a small one. */
const mostMet = 500

/** Enters an article into the chains of its terms, newest first. */
export function enterChains(shelf: Shelf, vocabulary: Vocabulary, number: number): void {
  const terms = partOf(rowOf(shelf, number), 'terms')
  const start = (number % shelf.capacity) * shelfSizes.terms
  terms.forEach((term, i) => {
    shelf.older[start + i] = vocabulary.newest[term] ?? 0
    vocabulary.newest[term] = start + i + 1
  })
}

/** Makes all chains again, for a shelf that lost articles or changed its size. */
export function renewChains(shelf: Shelf, vocabulary: Vocabulary): void {
  vocabulary.newest.fill(0)
  for (let number = shelf.first; number < shelf.next; number++) {
    if (shelf.original[number % shelf.capacity] === number) enterChains(shelf, vocabulary, number)
  }
}

/** The articles that share most rarity with an article not yet in the chains, nearest first, at most `most`. */
export function sharingTerms(
  shelf: Shelf,
  vocabulary: Vocabulary,
  options: { readonly number: number; readonly logTotal: number; readonly most: number },
): number[] {
  const shared = sharedBy(shelf, vocabulary, tellingTerms(shelf, vocabulary, options))
  const best: { readonly slot: number; readonly weight: number }[] = []
  for (const [i, slot] of shared.slots.entries()) {
    const weight = shared.weights[i] ?? 0
    if (best.length === options.most && weight <= (best.at(-1)?.weight ?? 0)) continue
    let at = best.length
    while (at > 0 && (best[at - 1]?.weight ?? 0) < weight) at--
    best.splice(at, 0, { slot, weight })
    if (best.length > options.most) best.pop()
  }
  return best.map(({ slot }) => numberIn(shelf, slot))
}

type Telling = { readonly term: number; readonly weight: number }

function tellingTerms(
  shelf: Shelf,
  vocabulary: Vocabulary,
  { number, logTotal }: { readonly number: number; readonly logTotal: number },
): Telling[] {
  const row = rowOf(shelf, number)
  const telling: Telling[] = []
  partOf(row, 'terms').forEach((term, i) => {
    const rarity = logTotal - (vocabulary.logFrequency[term] ?? 0)
    if (rarity > 0) telling.push({ term, weight: weightAt(row, i) * rarity })
  })
  const hashOf = (term: number) => vocabulary.hashes[term] ?? 0
  return telling.sort((a, b) => b.weight - a.weight || hashOf(a.term) - hashOf(b.term)).slice(0, lookedUp)
}

// Sums by slot, in the order in which slots were met; the table is left empty for the next article.
let sums = new Float32Array(0)

function sharedBy(
  shelf: Shelf,
  vocabulary: Vocabulary,
  telling: readonly Telling[],
): { readonly slots: readonly number[]; readonly weights: readonly number[] } {
  if (sums.length < shelf.capacity) sums = new Float32Array(shelf.capacity)
  const slots: number[] = []
  let met = 0
  for (const { term, weight } of telling) {
    if (met >= mostMet) break
    let entry = vocabulary.newest[term] ?? 0
    for (let step = 0; step < back && entry > 0; step++, met++) {
      const slot = Math.floor((entry - 1) / shelfSizes.terms)
      const sum = sums[slot] ?? 0
      if (sum === 0) slots.push(slot)
      sums[slot] = sum + weight
      entry = shelf.older[entry - 1] ?? 0
    }
  }
  const weights = slots.map((slot) => sums[slot] ?? 0)
  for (const slot of slots) sums[slot] = 0
  return { slots, weights }
}

function numberIn(shelf: Shelf, slot: number): number {
  const start = shelf.first % shelf.capacity
  return shelf.first + ((slot - start + shelf.capacity) % shelf.capacity)
}
