import { type Article, proseKinds } from '../../model/article.ts'
import { timeOf } from '../member.ts'
import { type Lexeme, lexemesOf } from '../words/words.ts'
import { sketchOf } from './sketch.ts'
import { count, emptyTally, mostCounted } from './tally.ts'

/** What the story window keeps of an article: about 1.5 KB of JSON. */
export type Features = {
  readonly article: string
  readonly revision: string
  /** Milliseconds since 1970; absent where the article has no date. */
  readonly at?: number
  readonly outlet?: string
  /** Hashes of up to 64 terms, ascending, with their weights (1 to 255, title words more). */
  readonly terms: readonly number[]
  readonly weights: readonly number[]
  /** Hashes of up to 24 capitalised names' words, ascending. */
  readonly names: readonly number[]
  /** Hashes of the title's words, ascending. */
  readonly title: readonly number[]
  /** One-permutation MinHash of the prose, 128 numbers of 16 bits; empty where there are fewer than 20 words. */
  readonly sketch: readonly number[]
  readonly words: number
}

/** How much of a long text counts: news puts what matters first. */
const longest = 1200

/** Features for story placement, from title and prose alone: a new reader version moves no article. */
export function articleFeatures(article: Article): Features {
  const prose = article.blocks.filter((block) => proseKinds.has(block.kind) && block.kind !== 'headline')
  const title = lexemesOf(article.title ?? '')
  const body: Lexeme[] = []
  for (const block of prose) {
    if (body.length > longest) break
    body.push(...lexemesOf(article.text, block))
  }
  const weighted = topTerms(title, body)
  const at = timeOf(article.published)
  return {
    article: article.id,
    revision: article.revision,
    ...(at < Number.MAX_SAFE_INTEGER ? { at } : {}),
    ...(article.outlet === undefined ? {} : { outlet: article.outlet }),
    terms: weighted.map(([term]) => term),
    weights: weighted.map(([, weight]) => weight),
    names: topNames(title, body),
    title: hashesOf(titleWords(title, body)),
    sketch: body.length < 20 ? [] : [...sketchOf(body)],
    words: body.length,
  }
}

// Where there is no title, the first sentence's matter stands for it, as an agency's headline would.
function titleWords(title: readonly Lexeme[], body: readonly Lexeme[]): Lexeme[] {
  const own = title.filter((word) => !word.empty)
  return own.length > 0 ? own : body.filter((word) => !word.empty).slice(0, 10)
}

function topTerms(title: readonly Lexeme[], body: readonly Lexeme[]): (readonly [number, number])[] {
  const tally = emptyTally(title.length + body.length)
  const add = (word: Lexeme, weight: number) => {
    if (!word.empty && word.key.length >= 2) count(tally, word.keyHash, weight)
  }
  for (const word of title) add(word, 2)
  body.forEach((word, i) => {
    add(word, i < 120 ? 1 : 0.6)
  })
  return mostCounted(tally, 64).map((term) => {
    const weight = Math.round(48 * (1 + Math.log(term.count)))
    return [term.hash, Math.min(255, Math.max(1, weight))] as const
  })
}

// A capital in mid-sentence: every word of a name counts alone, so that "Ilse Maarn" and "Governor Maarn" share one.
function topNames(title: readonly Lexeme[], body: readonly Lexeme[]): number[] {
  const all = [...title, ...body]
  const names = all.filter((word) => word.capital && !word.empty)
  const alwaysCapital = new Set(names.map((word) => word.form))
  for (const word of all) if (!word.capital) alwaysCapital.delete(word.form)
  const tally = emptyTally(names.length)
  for (const { form, keyHash } of names) if (alwaysCapital.has(form)) count(tally, keyHash, 1)
  return mostCounted(tally, 24).map(({ hash }) => hash)
}

function hashesOf(words: readonly Lexeme[]): number[] {
  return [...new Set(words.map((word) => word.keyHash))].sort((a, b) => a - b)
}
