import type { Features } from '../features/article-features.ts'
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
  readonly title: number
  readonly gap: number
}

// Fitted by training/compare/fit-stories.mjs; see docs/compare.md.
const bias = -5.2
const weights = { terms: 14, names: 3.5, title: 3.5, gap: -0.25 }

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
    weights.gap * likeness.gap
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
  const total = window.articles + 20
  const rarity = (term: number) => Math.log(total / (1 + (window.frequency.get(term) ?? 0)))

  return {
    terms: cosine(article, story, rarity),
    names: cosine(
      { terms: article.names, weights: article.names.map(() => 1) },
      { terms: story.names, weights: story.nameWeights },
      rarity,
    ),
    title: coverage(article.title, story.terms, rarity),
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
