import { eachWith, type Postings } from './postings.ts'
import { partOf, rowOf, type Shelf, weightAt } from './shelf.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How many of an article's terms are looked up, its most telling ones. */
const lookedUp = 32

/** How many articles are met in all, so that an article costs the same in a large window as in a small one. */
const mostMet = 500

/** Where to look for articles. */
export type Index = { readonly shelf: Shelf; readonly vocabulary: Vocabulary; readonly postings: Postings }

/** The articles that share most rarity with an article not yet in the postings, nearest first, at most `most`. */
export function sharingTerms(
  index: Index,
  options: { readonly number: number; readonly logTotal: number; readonly most: number },
): number[] {
  const { met, sums } = metBy(index, tellingTerms(index, options))
  const best: number[] = []
  const weights: number[] = []
  for (const number of met) {
    const weight = sums[number - index.shelf.first] ?? 0
    sums[number - index.shelf.first] = 0
    if (best.length === options.most && weight <= (weights[best.length - 1] ?? 0)) continue
    if (best.length < options.most) best.push(number)
    let at = best.length - 1
    while (at > 0 && (weights[at - 1] ?? 0) < weight) {
      best[at] = best[at - 1] ?? 0
      weights[at] = weights[at - 1] ?? 0
      at--
    }
    best[at] = number
    weights[at] = weight
  }
  return best
}

type Telling = { readonly term: number; readonly weight: number }

function tellingTerms(
  { shelf, vocabulary }: Index,
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

// Sums by place on the shelf; the table is left empty for the next article.
let table = new Float32Array(0)

// The articles met, in that order, and what each shares.
function metBy(
  { shelf, postings }: Index,
  telling: readonly Telling[],
): { readonly met: readonly number[]; readonly sums: Float32Array } {
  const { first, capacity } = shelf
  if (table.length < capacity) table = new Float32Array(capacity)
  const sums = table
  const met: number[] = []
  let all = 0
  for (const { term, weight } of telling) {
    if (all >= mostMet) break
    eachWith(postings, { term, first }, (number) => {
      const sum = sums[number - first] ?? 0
      if (sum === 0) met.push(number)
      sums[number - first] = sum + weight
      all++
    })
  }
  return { met, sums }
}
