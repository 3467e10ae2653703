import type { Language, Sentence, Token } from '../../model/language.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { stem } from '../words/stem.ts'
import { wordsOf } from '../words/words.ts'

/** What an event mention's sentence tells of it. */
export type EventWords = {
  /** The head word: its lemma and form in lower case, and its part of speech. */
  readonly lemma: string
  readonly form: string
  readonly upos: string
  /** Index of the sentence in its article, -1 in none. */
  readonly sentence: number
  /** Stems of the other telling words of the sentence. */
  readonly context: readonly string[]
  /** Stems of who does it, and of what it is done to. */
  readonly subjects: readonly string[]
  readonly objects: readonly string[]
  /** Mentions of entities that are these, and all of the sentence, by id. */
  readonly subjectIds: readonly string[]
  readonly objectIds: readonly string[]
  readonly aroundIds: readonly string[]
}

/** A mention of an entity with its place. */
export type Placed = { readonly id: string; readonly ranges: readonly Range[] }

/** What the sentence of an event mention tells; of one that stands in none (an address, a line that is not read) only its words. */
export function eventWordsOf(
  text: string,
  { sentences }: Language,
  { ranges, entities }: { readonly ranges: readonly Range[]; readonly entities: readonly Placed[] },
): EventWords {
  const index = sentences.findIndex((each) => ranges.some((range) => overlaps(each, range)))
  const sentence = sentences[index]
  const at = sentence === undefined ? -1 : headOf(sentence, ranges)
  const head = sentence?.tokens[at]
  if (sentence === undefined || head === undefined) return alone(text, ranges)
  const isOwn = (range: Range) => ranges.some((own) => overlaps(own, range))
  const under = sentence.tokens.filter((token) => token.head === at)
  const subjects = under.filter(({ deprel }) => isSubject(deprel ?? ''))
  const objects = under.filter(({ deprel }) => isObject(deprel ?? ''))
  const stems = (tokens: readonly Token[]) => tokens.map(({ lemma }) => stem(lemma.toLowerCase()))
  const ids = (tokens: readonly Token[]) => tokens.flatMap((token) => smallestAt(entities, token)?.id ?? [])
  return {
    lemma: head.lemma.toLowerCase(),
    form: text.slice(head.start, head.end).toLowerCase(),
    upos: head.upos ?? 'X',
    sentence: index,
    context: wordsOf(text, sentence)
      .filter((word) => !word.empty && !isOwn(word))
      .map(({ key }) => key),
    subjects: stems(subjects),
    objects: stems(objects),
    subjectIds: ids(subjects.filter(({ deprel }) => deprel !== 'nsubj:pass')),
    objectIds: ids(objects),
    aroundIds: entities.flatMap(({ id, ranges: places }) =>
      places[0] !== undefined && overlaps(places[0], sentence) ? [id] : [],
    ),
  }
}

function alone(text: string, ranges: readonly Range[]): EventWords {
  const words = ranges.flatMap((range) => wordsOf(text, range))
  const form = (words.findLast(({ empty }) => !empty) ?? words.at(-1))?.form ?? ''
  const none = { context: [], subjects: [], objects: [], subjectIds: [], objectIds: [], aroundIds: [] }
  return { lemma: form, form, upos: 'X', sentence: -1, ...none }
}

// The first telling word whose own head lies outside the mention.
function headOf({ tokens }: Sentence, ranges: readonly Range[]): number {
  const inside = tokens.flatMap((token, i) => (ranges.some((range) => overlaps(range, token)) ? [i] : []))
  const tops = inside.filter((i) => !inside.includes(tokens[i]?.head ?? -1))
  const telling = tops.find((i) => /^(?:VERB|NOUN|PROPN|ADJ)$/.test(tokens[i]?.upos ?? ''))
  return telling ?? tops[0] ?? inside[0] ?? -1
}

function isSubject(relation: string): boolean {
  return /^(?:nsubj(?!:pass)|obl:agent|nmod:poss)/.test(relation)
}

function isObject(relation: string): boolean {
  return /^(?:nsubj:pass|obj|iobj|compound|nmod)$/.test(relation)
}

function smallestAt(entities: readonly Placed[], token: Range): Placed | undefined {
  const size = ({ ranges }: Placed) => ranges.reduce((sum, { start, end }) => sum + end - start, 0)
  return entities
    .filter(({ ranges }) => ranges.some((range) => overlaps(range, token)))
    .sort((a, b) => size(a) - size(b))[0]
}
