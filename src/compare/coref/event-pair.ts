import { vectorOf } from '../../text/reader/word-vectors.ts'
import { commonness } from '../words/commonness.ts'
import { hash32 } from '../words/hash32.ts'
import type { EventWords } from './event-words.ts'

/** An event mention of a story, ready to be weighed against others. */
export type StoryEvent = EventWords & {
  readonly id: string
  readonly article: string
  readonly text: string
  /** The sense of its words; undefined for a pronoun. */
  readonly key?: string
  readonly stem: string
  readonly reports: boolean
  readonly terms: Terms
  /** Share of the story's articles that have an event of this sense. */
  readonly spread: number
  /** All of the story's mentions of this sense. */
  readonly kin?: Kin
  /** Entities that its subjects, objects and sentence name, by cluster. */
  readonly actors: readonly string[]
  readonly patients: readonly string[]
  readonly around: readonly string[]
}

/** Weighted words with the length of their vector. */
export type Terms = { readonly weights: ReadonlyMap<string, number>; readonly length: number }

/** What the mentions of one sense have together. */
export type Kin = {
  readonly articles: ReadonlySet<string>
  readonly sentences: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
  readonly terms: Terms
}

/** Names of the numbers that `pairFeatures` gives, in order. */
export const pairFeatureNames: readonly string[] =
  'bias same-sense same-stem vectors no-vectors vectors-squared prefix same-text context context-same subject other-subject object other-object subject-same other-subject-same object-same other-object-same crossed same-article same-article-same same-sentence distance both-report context-reports subject-reports other-subject-reports same-article-reports pronoun verb-noun two-verbs spread-same spread-other story-size lead-same lead-other kin-sentences kin-articles kin-context kin-entities actor other-actor patient other-patient actor-same patient-same other-patient-same actor-reports other-actor-reports around around-same common-same common-other common-least'.split(
    ' ',
  )

/** What tells whether two event mentions of a story of so many articles are one event. */
export function pairFeatures(a: StoryEvent, b: StoryEvent, articles: number): number[] {
  const same = a.key !== undefined && a.key === b.key ? 1 : 0
  const other = 1 - same
  const reports = a.reports && b.reports ? 1 : 0
  const [va, vb] = [vectorFor(a), vectorFor(b)]
  const near = va === undefined || vb === undefined ? 0 : dot(va, vb)
  const context = cosine(a.terms, b.terms)
  const [subject, otherSubject] = shared(a.subjects, b.subjects)
  const [object, otherObject] = shared(a.objects, b.objects)
  const [actor, otherActor] = shared(a.actors, b.actors)
  const [patient, otherPatient] = shared(a.patients, b.patients)
  const crossed = Math.max(shared(a.subjects, b.objects)[0], shared(a.objects, b.subjects)[0])
  const sameArticle = a.article === b.article ? 1 : 0
  const lead = a.sentence <= 2 && b.sentence <= 2 ? 1 : 0
  const spread = Math.min(a.spread, b.spread)
  const kin = same === 0 && a.kin !== undefined && b.kin !== undefined ? kinOf(a.kin, b.kin) : [0, 0, 0, 0]
  const around = a.around.filter((id) => b.around.includes(id)).length
  const aroundShare = around === 0 ? 0 : around / Math.sqrt(a.around.length * b.around.length)
  const [ca, cb] = [commonOf(a), commonOf(b)]
  const isVerb = ({ upos }: EventWords) => upos === 'VERB'
  const isNoun = ({ upos }: EventWords) => upos === 'NOUN' || upos === 'PROPN'
  return [
    1,
    same * (1 - reports),
    a.stem === b.stem ? 1 : 0,
    other * near,
    other * (va === undefined || vb === undefined ? 1 : 0),
    other * near * near,
    other * prefixOf(a.stem, b.stem),
    a.text.toLowerCase() === b.text.toLowerCase() ? 1 : 0,
    context,
    same * context,
    subject,
    otherSubject,
    object,
    otherObject,
    same * subject,
    same * otherSubject,
    same * object,
    same * otherObject,
    crossed,
    sameArticle,
    sameArticle * same,
    sameArticle * (a.sentence === b.sentence ? 1 : 0),
    sameArticle * Math.min(1, Math.abs(a.sentence - b.sentence) / 10),
    reports,
    reports * context,
    reports * subject,
    reports * otherSubject,
    reports * sameArticle,
    a.key === undefined || b.key === undefined ? 1 : 0,
    (isVerb(a) && isNoun(b)) || (isVerb(b) && isNoun(a)) ? 1 : 0,
    isVerb(a) && isVerb(b) ? 1 : 0,
    same * spread,
    other * spread,
    1 / articles,
    same * lead,
    other * lead,
    ...kin,
    actor,
    otherActor,
    patient,
    otherPatient,
    same * actor,
    same * patient,
    same * otherPatient,
    reports * actor,
    reports * otherActor,
    aroundShare,
    same * aroundShare,
    (same * (ca + cb)) / 2,
    other * Math.max(ca, cb),
    other * Math.min(ca, cb),
  ]
}

function vectorFor({ lemma, form }: EventWords): Float32Array | undefined {
  return vectorOf(lemma) ?? vectorOf(form)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** Likeness of two sets of weighted words, from 0 to 1. */
export function cosine(a: Terms, b: Terms): number {
  const [few, many] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let sum = 0
  for (const [word, weight] of few.weights) sum += weight * (many.weights.get(word) ?? 0)
  return sum === 0 ? 0 : sum / (a.length * b.length)
}

// Whether two lists have one in common, and whether both are there and have none.
function shared(a: readonly string[], b: readonly string[]): [number, number] {
  if (a.length === 0 || b.length === 0) return [0, 0]
  return a.some((each) => b.includes(each)) ? [1, 0] : [0, 1]
}

function kinOf(a: Kin, b: Kin): number[] {
  return [
    sharedSet(a.sentences, b.sentences),
    sharedSet(a.articles, b.articles),
    cosine(a.terms, b.terms),
    sharedSet(a.entities, b.entities),
  ]
}

function sharedSet(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let count = 0
  for (const each of a) if (b.has(each)) count++
  return count / Math.min(a.size, b.size)
}

// "nominat" and "nominee" begin alike; less than four letters tell nothing.
function prefixOf(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length < 4 ? 0 : length / Math.max(a.length, b.length)
}

const rarest = commonness(-1)

function commonOf({ stem }: StoryEvent): number {
  return Math.log(commonness(hash32(stem)) / rarest)
}
