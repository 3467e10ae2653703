import type { Features } from '../features/article-features.ts'
import { resemblance } from '../features/sketch.ts'
import { enterBands, sharingBand } from './band-table.ts'
import { expire, makeRoom, renewBands } from './expire.ts'
import { comparing, inWords, likenessOf, type Measure, oddsOf } from './likeness.ts'
import { type Neighbour, rememberNear } from './neighbours.ts'
import { enterTerms } from './postings.ts'
import { blocksOf, speakersOf } from './regroup.ts'
import { type Moved, nearStories, settleAround } from './settle-around.ts'
import { sharingTerms } from './sharing-terms.ts'
import { partOf, rowOf, shelve, sketchAt, writeRow } from './shelf.ts'
import { addFrequency, logTotal } from './vocabulary.ts'
import { dayOf, type Settled, type Window } from './window.ts'

/** Where an article stands and why: one line of the decision log. */
export type Placement = {
  readonly article: string
  readonly story: string
  /** Why it was placed where it was first. */
  readonly rule: string
  readonly score: number
  readonly because: readonly string[]
  /** Why it stands elsewhere now. */
  readonly settled?: Settled
  /** Ids of stories that became part of its story, and that it carries for it. */
  readonly carries?: readonly string[]
}

/** An article's placement, and earlier articles of the window that stand elsewhere because of it. */
export type Placed = { readonly placement: Placement; readonly moved: readonly Moved[] }

/** The order in which articles are placed: by time, undated ones where the clock stands last, then by id. */
export function placementKey(features: Features): string {
  return `${String(features.at ?? 9_999_999_999_999).padStart(15, '0')} ${features.article}`
}

/** Places an article, given in report order, into the window's stories; `window` is changed. Same input, same placements. */
export function placeArticle(window: Window, article: Features): Placed {
  const at = Math.max(window.clock, article.at ?? 0)
  if (dayOf(at) !== dayOf(window.clock)) {
    window.clock = at
    expire(window)
  }
  window.clock = at
  window.latest = placementKey(article)
  makeRoom(window)
  const number = shelve(window.shelf, article, article.at ?? at)
  return placeCopy(window, article, number) ?? placeLike(window, article, number)
}

// Every copy after the first tells nothing new: it moves nothing, counts in no term frequency, and goes where its original goes.
function placeCopy(window: Window, article: Features, number: number): Placed | undefined {
  const copied = findCopy(window, article)
  if (copied === undefined) return undefined
  const { shelf } = window
  const slot = number % shelf.capacity
  shelf.original[slot] = copied.original
  shelf.story[slot] = shelf.story[copied.original % shelf.capacity] ?? -1
  const copies = window.copies.get(copied.original) ?? []
  copies.push(number)
  window.copies.set(copied.original, copies)
  const story = window.stories.get(shelf.story[slot] ?? -1)
  if (story === undefined) throw new Error(`the original of ${article.article} is in no story`)
  story.last = Math.max(story.last, window.clock)
  return {
    placement: {
      article: article.article,
      story: story.id,
      rule: 'JOIN-COPY',
      score: rounded(copied.resemblance),
      because: [
        `shares ${Math.round(copied.resemblance * 100)} % of its text with an article of the story`,
        `article ${shelf.ids[copied.original % shelf.capacity]}`,
      ],
    },
    moved: [],
  }
}

function findCopy(
  window: Window,
  article: Features,
): { readonly original: number; readonly resemblance: number } | undefined {
  if (article.sketch.length === 0) return undefined
  const sketch = Uint16Array.from(article.sketch)
  let best: { original: number; resemblance: number } | undefined
  for (const number of sharingBand(window.bands, sketch)) {
    const like = resemblance(sketch, sketchAt(window.shelf, number))
    if (like >= 0.6 && like > (best?.resemblance ?? 0)) best = { original: number, resemblance: like }
  }
  return best
}

function placeLike(window: Window, article: Features, number: number): Placed {
  const { shelf, vocabulary } = window
  writeRow(shelf, number, article, vocabulary)
  const measure = measureOf(window)
  const neighbours = neighboursOf(window, measure, number)
  const { moved, story, nearest } = settleAround(window, { number, neighbours, measure })
  window.articles++
  const row = rowOf(shelf, number)
  for (const term of new Set([...partOf(row, 'terms'), ...partOf(row, 'names'), ...partOf(row, 'title')])) {
    addFrequency(vocabulary, term, 1)
  }
  enterTerms(window.postings, shelf, number)
  if (article.sketch.length > 0) {
    if (!enterBands(window.bands, number, article.sketch)) renewBands(window)
  }
  const base = { article: article.article, story }
  if (nearest === undefined) {
    const because = ['no story of the window is near enough']
    return { placement: { ...base, rule: 'JOIN-NEW', score: 0, because }, moved }
  }
  const likeness = likenessOf(shelf, measure, [number, nearest.number])
  const because = [...inWords(likeness), `nearest is article ${shelf.ids[nearest.number % shelf.capacity]}`]
  return { placement: { ...base, rule: 'JOIN-LIKE', score: chance(nearest.odds), because }, moved }
}

/** How many articles that share telling terms are weighed. */
const weighed = 24

function neighboursOf(window: Window, measure: Measure, number: number): Neighbour[] {
  const { shelf } = window
  const near = sharingTerms(window, { number, logTotal: measure.logTotal, most: weighed })
  const likenessTo = comparing(shelf, measure, number)
  const weigh = (other: number): Neighbour => ({ number: other, odds: oddsOf(likenessTo(other)) })
  const found = near.map(weigh)
  // All that speak for a story in reach are weighed, not only those that share the most telling terms.
  const weighedBefore = new Set(near)
  for (const story of nearStories(window, found)) {
    for (const block of blocksOf(window, story)) {
      for (const other of speakersOf(block)) if (!weighedBefore.has(other)) found.push(weigh(other))
    }
  }
  rememberNear(shelf, number, found)
  return found
}

function measureOf(window: Window): Measure {
  return { vocabulary: window.vocabulary, logTotal: logTotal(window.articles) }
}

function chance(odds: number): number {
  return rounded(1 / (1 + Math.exp(-odds)))
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
