import type { Features } from '../features/article-features.ts'
import { resemblance } from '../features/sketch.ts'
import { bandsOfAll, enterBands, sharingBand } from './band-table.ts'
import { expire } from './expire.ts'
import { type Judged, type Judgement, judge, readied } from './judge.ts'
import { added } from './vectors.ts'
import { dayOf, type Window, type WindowStory } from './window.ts'

/** Where an article was placed and why: one line of the decision log. */
export type Placement = {
  readonly article: string
  readonly story: string
  readonly rule: string
  readonly score: number
  readonly because: readonly string[]
}

const postingCap = 128
const candidateCap = 12

/** Places articles, given in report order, into the window's stories; `window` is changed. Same input, same placements. */
export function placeArticles(window: Window, features: readonly Features[]): Placement[] {
  return features.map((article) => place(window, article))
}

/** The order in which articles are placed: by time, undated ones where the clock stands last, then by id. */
export function placementKey(features: Features): string {
  return `${String(features.at ?? 9_999_999_999_999).padStart(15, '0')} ${features.article}`
}

function place(window: Window, article: Features): Placement {
  const at = article.at ?? window.clock
  if (at > window.clock) {
    const newDay = dayOf(at) !== dayOf(window.clock)
    window.clock = at
    if (newDay) expire(window)
  }
  window.latest = placementKey(article)
  const copied = findCopy(window, article)
  const story = copied?.story ?? -1
  const known = window.stories.get(story)
  if (copied !== undefined && known !== undefined) {
    known.last = Math.max(known.last, at)
    known.articles++
    return {
      article: article.article,
      story: known.id,
      rule: 'JOIN-COPY',
      score: round(copied.resemblance),
      because: [`shares ${Math.round(copied.resemblance * 100)} % of its text with an article of the story`],
    }
  }
  const best = bestStory(window, article, at)
  const joined = best?.judgement.joins === true ? window.stories.get(best.number) : undefined
  putInStory(window, article, joined === undefined ? undefined : best?.number)
  return {
    article: article.article,
    story: joined?.id ?? `s:${article.article}`,
    rule: joined === undefined ? 'JOIN-NEW' : 'JOIN-LIKE',
    score: round(best?.judgement.score ?? 0),
    because:
      joined === undefined ? ['no story of the window is near enough'] : (best?.judgement.because ?? []),
  }
}

/** Puts an article into a story of the window by number, or into a new one; returns the story's number. */
export function putInStory(window: Window, article: Features, story: number | undefined): number {
  const at = article.at ?? window.clock
  remember(window, article, at)
  const known = story === undefined ? undefined : window.stories.get(story)
  const number = known === undefined || story === undefined ? window.nextStory++ : story
  if (known === undefined) window.stories.set(number, newStory(article, at))
  else grow(known, article, at)
  post(window, article, number)
  rememberSketch(window, article, number, at)
  return number
}

// Every copy after the first tells nothing new: it neither moves the centroid nor counts in term frequencies.
function findCopy(
  window: Window,
  article: Features,
): { readonly story: number; readonly resemblance: number } | undefined {
  if (article.sketch.length === 0) return undefined
  const sketch = Uint16Array.from(article.sketch)
  let best: { story: number; resemblance: number } | undefined
  for (const number of sharingBand(window.bands, sketch)) {
    const known = window.sketches.get(number)
    if (known === undefined) continue
    const like = resemblance(sketch, known.sketch)
    if (like >= 0.6 && like > (best?.resemblance ?? 0)) best = { story: known.story, resemblance: like }
  }
  return best
}

function bestStory(
  window: Window,
  article: Features,
  at: number,
): { readonly number: number; readonly judgement: Judgement } | undefined {
  let best: { number: number; judgement: Judgement } | undefined
  const judged = readied(window, article, at)
  for (const number of candidates(window, judged)) {
    const story = window.stories.get(number)
    if (story === undefined) continue
    const judgement = judge(judged, story)
    if (best === undefined || judgement.score > best.judgement.score) best = { number, judgement }
  }
  return best
}

/** How many of an article's terms are looked up: its most telling ones. */
const lookedUp = 40

/** The stories that share most rarity with the article, found through the posting lists of its most telling terms. */
function candidates(window: Window, { article, rarity }: Judged): number[] {
  const telling = article.terms
    .map((term, i) => ({ term, weight: ((article.weights[i] ?? 0) / 255) * rarity(term) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, lookedUp)
  const shared = new Map<number, number>()
  for (const { term, weight } of telling) {
    for (const number of window.postings.get(term) ?? [])
      shared.set(number, (shared.get(number) ?? 0) + weight)
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, candidateCap)
    .map(([number]) => number)
}

function remember(window: Window, article: Features, at: number): void {
  const day = dayOf(at)
  const counts = window.days.get(day) ?? { articles: 0, frequency: new Map<number, number>() }
  window.days.set(day, counts)
  counts.articles++
  window.articles++
  for (const term of new Set([...article.terms, ...article.names])) {
    counts.frequency.set(term, (counts.frequency.get(term) ?? 0) + 1)
    window.frequency.set(term, (window.frequency.get(term) ?? 0) + 1)
  }
}

function newStory(article: Features, at: number): WindowStory {
  const terms = { terms: Uint32Array.from(article.terms), weights: Float32Array.from(article.weights) }
  const names = {
    terms: Uint32Array.from(article.names),
    weights: new Float32Array(article.names.length).fill(1),
  }
  return {
    id: `s:${article.article}`,
    first: at,
    last: at,
    articles: 1,
    ...terms,
    names: names.terms,
    nameWeights: names.weights,
    title: Uint32Array.from(article.title),
  }
}

function grow(story: WindowStory, article: Features, at: number): void {
  const terms = added(story, article, 96)
  const names = added(
    { terms: story.names, weights: story.nameWeights },
    { terms: article.names, weights: article.names.map(() => 1) },
    48,
  )
  story.terms = terms.terms
  story.weights = terms.weights
  story.names = names.terms
  story.nameWeights = names.weights
  story.last = Math.max(story.last, at)
  story.articles++
}

function post(window: Window, article: Features, number: number): void {
  for (const term of article.terms) {
    const list = window.postings.get(term)
    if (list === undefined) window.postings.set(term, [number])
    else if (list.at(-1) !== number && !list.includes(number)) {
      list.push(number)
      if (list.length > postingCap) list.shift()
    }
  }
}

function rememberSketch(window: Window, article: Features, story: number, at: number): void {
  if (article.sketch.length === 0) return
  const number = window.nextSketch++
  window.sketches.set(number, { story, at, sketch: Uint16Array.from(article.sketch) })
  if ((window.bands.used + 64) * 2 > window.bands.slots.length) window.bands = bandsOfAll(window.sketches)
  else enterBands(window.bands, number, article.sketch)
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
