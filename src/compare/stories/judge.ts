import type { Features } from '../features/article-features.ts'
import { commonness } from '../words/commonness.ts'
import { cosine, coverage } from './vectors.ts'
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

// Words, names and titles fitted on AllSides stories by training/compare/fit-stories.py. The weight of the gap is set, not
// fitted: those stories last a day, and news goes on. It doubles: 1 day, then 3 and more.
const bias = -4.2
const weights = { terms: 8, names: 0.9, title: 3.1, titleBack: 3.2, gap: -2 }

// What is known of English before the first article weighs as much as so many articles: even in a record of one story
// its own names stand out from common words.
const priorArticles = 100

/** Judges whether an article belongs to a story: a logistic model over terms, names, title and time. */
export function judge(
  window: Window,
  article: Features,
  against: { readonly story: WindowStory; readonly at: number },
): Judgement {
  const likeness = likenessOf(window, article, against)
  const sum =
    bias +
    weights.terms * likeness.terms +
    weights.names * likeness.names +
    weights.title * likeness.title +
    weights.titleBack * likeness.titleBack +
    weights.gap * Math.log2(1 + Math.min(3, likeness.gap))
  const score = 1 / (1 + Math.exp(-sum))
  return { joins: score >= 0.5, score, because: inWords(likeness) }
}

/** The likeness that the model weighs. */
export function likenessOf(
  window: Window,
  article: Features,
  against: { readonly story: WindowStory; readonly at: number },
): Likeness {
  const { story, at } = against
  const total = window.articles + priorArticles
  const rarity = (term: number) =>
    Math.max(0, Math.log(total / (1 + (window.frequency.get(term) ?? 0) + priorArticles * commonness(term))))

  return {
    terms: cosine(article, story, rarity),
    names: cosine(
      { terms: article.names, weights: article.names.map(() => 1) },
      { terms: story.names, weights: story.nameWeights },
      rarity,
    ),
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
