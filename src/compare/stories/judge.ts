import type { Features } from '../features/article-features.ts'
import { commonness } from '../words/commonness.ts'
import { cosine, coverage, normOf, type Sparse } from './vectors.ts'
import { dayOf, type Window, type WindowStory } from './window.ts'

/** How well an article fits a story, with the reasons in words. */
export type Judgement = {
  readonly joins: boolean
  readonly score: number
  readonly because: readonly string[]
}

/** What is compared: all between 0 and 1 but the gap, in days. */
export type Likeness = {
  readonly terms: number
  readonly names: number
  /** Share of the article's title in the story's words, and of the story's first title in the article's. */
  readonly title: number
  readonly titleBack: number
  readonly gap: number
}

// Words, names and titles fitted on AllSides stories by training/compare/fit-stories.mjs. The weight of the gap is set, not
// fitted: those stories last a day, and news goes on. It counts doublings: 1 day, 3 days, 7 days.
const bias = -4.2
const weights = { terms: 8, names: 0.9, title: 3.1, titleBack: 3.2, gap: -2 }

// What is known of English before the first article weighs as much as so many articles: even in a record of one story
// its own names stand out from common words.
const priorArticles = 100

/** An article as it is judged against many stories: its vectors with their lengths and the rarity of terms in its window. */
export type Judged = {
  readonly article: Features
  readonly at: number
  readonly rarity: (term: number) => number
  /** Between 0 and 1: in a thin stream a gap of days parts stories less than in a dense one. */
  readonly density: number
  readonly terms: Sparse & { readonly norm: number }
  readonly names: Sparse & { readonly norm: number }
}

/** Readies an article for judgement; the rarity of a term is looked up once. */
export function readied(window: Window, article: Features, at: number): Judged {
  const rarity = rarityIn(window)
  const terms = { terms: article.terms, weights: article.weights }
  const names = { terms: article.names, weights: article.names.map(() => 1) }
  return {
    article,
    at,
    rarity,
    density: Math.min(1, Math.log(1 + window.articles) / Math.log(101)),
    terms: { ...terms, norm: normOf(terms, rarity) },
    names: { ...names, norm: normOf(names, rarity) },
  }
}

/** How rare a term is in the window: the logarithm of how many articles there are for each that has it. */
function rarityIn(window: Window): (term: number) => number {
  const known = new Map<number, number>()
  const total = window.articles + priorArticles
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    const frequency = 1 + (window.frequency.get(term) ?? 0) + priorArticles * commonness(term)
    const rarity = Math.max(0, Math.log(total / frequency))
    known.set(term, rarity)
    return rarity
  }
}

/** Judges whether an article belongs to a story: a logistic model over terms, names, title and time. */
export function judge(judged: Judged, story: WindowStory): Judgement {
  const likeness = likenessOf(judged, story)
  const sum =
    bias +
    weights.terms * likeness.terms +
    weights.names * likeness.names +
    weights.title * likeness.title +
    weights.titleBack * likeness.titleBack +
    weights.gap * judged.density * Math.log2(1 + likeness.gap)
  const score = 1 / (1 + Math.exp(-sum))
  return { joins: score >= 0.5, score, because: inWords(likeness) }
}

/** The likeness of an article and a story, as the model weighs it. */
export function likenessOf({ article, at, rarity, terms, names }: Judged, story: WindowStory): Likeness {
  const storyTerms = { terms: story.terms, weights: story.weights }
  const storyNames = { terms: story.names, weights: story.nameWeights }
  return {
    terms: cosine(terms, { ...storyTerms, norm: normOf(storyTerms, rarity) }, rarity),
    names: cosine(names, { ...storyNames, norm: normOf(storyNames, rarity) }, rarity),
    title: coverage(article.title, story.terms, rarity),
    titleBack: coverage(story.title, article.terms, rarity),
    gap: Math.max(0, dayOf(at) - dayOf(story.last)),
  }
}

function inWords(likeness: Likeness): string[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    `words ${percent(likeness.terms)} alike`,
    `names ${percent(likeness.names)} alike`,
    `${percent(likeness.title)} of the title's words are the story's`,
    likeness.gap === 0 ? 'the same day' : `${likeness.gap} days after the story's latest article`,
  ]
}
