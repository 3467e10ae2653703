import { type Block, proseKinds } from '../model/article.ts'
import type { Language, NameType, Sentence } from '../model/language.ts'
import type { Range } from '../model/span.ts'
import { foreignLanguage } from './foreign.ts'
import { partEnds } from './long-sentences.ts'
import { borneWords } from './names/borne-words.ts'
import { refineNames } from './names/refine-names.ts'
import { longestSentence } from './reader/encoder.ts'
import { type Analysis, analyse, openReader } from './reader.ts'
import { sentenceEnds } from './sentences.ts'
import { tokensOf } from './tokens.ts'

/**
 * Sentences, words and names of an article's text; only blocks of `proseKinds` are read, and no sentence crosses a block's edge.
 * What is not English, by `language` or by its own words, is cut into words and left unread.
 */
export function readLanguage(text: string, blocks: readonly Block[], language?: string): Language {
  const unread: (Range & { language: string })[] = []
  const given = blocks.flatMap((block, i) => {
    if (!proseKinds.has(block.kind)) return []
    const foreign = foreignOf(text.slice(block.start, block.end), language)
    if (foreign !== undefined) unread.push({ start: block.start, end: block.end, language: foreign })
    const words = cutBlock(text, block, i)
    return foreign === undefined ? words : words.map((sentence) => ({ ...sentence, isUnread: true }))
  })
  const read = readSentences(text, given)
  return unread.length === 0 ? read : { ...read, unread }
}

function foreignOf(passage: string, language: string | undefined): string | undefined {
  if (language === undefined || /^(?:en|und)\b/i.test(language)) return foreignLanguage(passage)
  return language
}

/** Words of a sentence before they are read; `forms` where they are not what the text has; `cut` when its end is no sentence end. */
export type Words = {
  readonly block: number
  readonly words: readonly Range[]
  readonly forms?: readonly string[]
  readonly cut?: boolean
  /** True when they are in a language that the reader does not know. */
  readonly isUnread?: boolean
}

/** The language layer over sentences whose words are given, none longer than `longestSentence`. */
export function readSentences(text: string, given: readonly Words[]): Language {
  const reader = openReader()
  if (reader === undefined) {
    return { sentences: given.map((words) => plainSentence(text, words)), names: [], model: 'rules' }
  }
  const known = given.filter(({ isUnread }) => isUnread !== true)
  const forms = known.map(
    ({ words, forms }) => forms ?? words.map((word) => text.slice(word.start, word.end)),
  )
  const analyses = new Map(analyse(reader, forms).map((found, i) => [known[i], found]))
  const first = languageOf(text, given, analyses, reader.model)
  const borne = new Map(borneWords(text, first.sentences, first.names).map((at, i) => [given[i], at]))
  const again = known.flatMap((words, i) => {
    const at = borne.get(words)
    return at === undefined || at.size === 0 ? [] : [{ words, forms: withSurnames(forms[i] ?? [], at) }]
  })
  if (again.length === 0) return first
  analyse(
    reader,
    again.map(({ forms }) => forms),
  ).forEach((found, i) => {
    const words = again[i]?.words
    if (words !== undefined) analyses.set(words, inOwnWords(text, words, found, borne.get(words)))
  })
  const language = languageOf(text, given, analyses, reader.model)
  const words = given.flatMap((one) => [...(borne.get(one) ?? [])].flatMap((i) => one.words[i]?.start ?? []))
  return { ...language, names: withRule(language.names, words) }
}

function withRule(names: Language['names'], words: readonly number[]): Language['names'] {
  return names.map((name) =>
    words.some((at) => at >= name.start && at < name.end) ? { ...name, rule: 'NAME-WORD' } : name,
  )
}

function languageOf(
  text: string,
  given: readonly Words[],
  analyses: ReadonlyMap<Words | undefined, readonly Analysis[]>,
  model: string,
): Language {
  const sentences = given.map((words) => readSentence(text, words, analyses.get(words)))
  const names = given.flatMap((words) => namesOf(words.words, analyses.get(words) ?? []))
  return { sentences, names: refineNames(text, sentences, names), model }
}

// A common word that somebody bears is read as a surname that is nothing else.
const surname = 'Smith'

function withSurnames(forms: readonly string[], borne: ReadonlySet<number>): string[] {
  return forms.map((form, i) => (borne.has(i) ? surname : form))
}

function inOwnWords(
  text: string,
  { words }: Words,
  found: readonly Analysis[],
  borne: ReadonlySet<number> | undefined,
): Analysis[] {
  return found.map((analysis, i) =>
    borne?.has(i) === true ? { ...analysis, lemma: text.slice(words[i]?.start, words[i]?.end) } : analysis,
  )
}

/** The sentences of one block, each with its words; those too long to be read whole are cut at the safest places. */
export function cutBlock(text: string, block: Range, index: number): Words[] {
  const words = tokensOf(text, block)
  let first = 0
  return sentenceEnds(text, words).flatMap((end) => {
    const sentence = words.slice(first, end)
    first = end
    return cutWords(text, { block: index, words: sentence })
  })
}

/** A sentence in parts that can be read whole. */
export function cutWords(text: string, whole: Words): Words[] {
  const { block, words } = whole
  if (words.length <= longestSentence) return [whole]
  let first = 0
  return partEnds(text, words, longestSentence).map((end) => {
    const part = { block, words: words.slice(first, end), forms: whole.forms?.slice(first, end) }
    first = end
    return end < words.length ? { ...part, cut: true } : part
  })
}

function plainSentence(text: string, given: Words): Sentence {
  const tokens = given.words.map((word) => ({
    ...word,
    lemma: text.slice(word.start, word.end).toLowerCase(),
  }))
  return { ...hullOf(given), tokens }
}

function readSentence(text: string, given: Words, analyses: readonly Analysis[] | undefined): Sentence {
  if (analyses === undefined) return plainSentence(text, given)
  const tokens = given.words.map((word, i) => {
    const { lemma = '', upos, xpos, head, deprel, feats, state, firstTags } = analyses[i] ?? {}
    const token = { start: word.start, end: word.end, lemma, upos, xpos, head, deprel, state }
    return { ...token, ...(feats !== undefined && { feats }), ...(firstTags && { firstTags }) }
  })
  return { ...hullOf(given), tokens }
}

function hullOf({ words, block, cut }: Words): Range & { block: number; cut?: true } {
  const range = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, block }
  return cut === true ? { ...range, cut } : range
}

function namesOf(words: readonly Range[], analyses: readonly Analysis[]): (Range & { type: NameType })[] {
  const names: (Range & { type: NameType })[] = []
  words.forEach((word, i) => {
    const tag = analyses[i]?.name ?? 'O'
    if (tag === 'O') return
    const last = names.at(-1)
    if (tag.startsWith('I-') && last !== undefined) names[names.length - 1] = { ...last, end: word.end }
    else names.push({ start: word.start, end: word.end, type: nameTypes[tag.slice(2)] ?? 'ORG' })
  })
  return names
}

const nameTypes: Readonly<Record<string, NameType>> = {
  PER: 'PER',
  ORG: 'ORG',
  GPE: 'GPE',
  LOC: 'LOC',
  FAC: 'FAC',
  EVENT: 'EVENT',
  NORP: 'NORP',
  TITLE: 'TITLE',
}
