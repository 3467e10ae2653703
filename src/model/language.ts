import type { Range } from './span.ts'

/** A word of a sentence in Universal Dependencies terms. Without a trained model only the range and the lemma are present. */
export type Token = Range & {
  readonly lemma: string
  /** Universal part of speech, such as "VERB". */
  readonly upos?: string
  /** Penn Treebank tag, such as "VBD". */
  readonly xpos?: string
  /** Index in the sentence of the head, -1 for the root. */
  readonly head?: number
  /** UD relation to the head, such as "nsubj:pass". */
  readonly deprel?: string
  /** UD features, such as "Number=Plur". */
  readonly feats?: string
  /** The output of the reader's encoder for the word (training/FORMAT.md), which other trained readers build on. */
  readonly state?: Int16Array
  /** The network's own tags where a second look at the word changed them: what reads `state` was trained beside these. */
  readonly firstTags?: { readonly upos: string; readonly xpos: string }
}

/** A sentence with its words; `block` is the index of the article's block that it lies in. */
export type Sentence = Range & {
  readonly block: number
  readonly tokens: readonly Token[]
  /** True when it was cut for length and not at a sentence end. */
  readonly cut?: boolean
}

/** What a name names. */
export type NameType = 'PER' | 'ORG' | 'GPE' | 'LOC' | 'FAC' | 'EVENT' | 'NORP' | 'TITLE'

/** The language layer of one article: sentences, words, trees and raw names. */
export type Language = {
  readonly sentences: readonly Sentence[]
  /** Names by the model, or by a rule where one brought the name in. */
  readonly names: readonly (Range & {
    readonly type: NameType
    readonly score?: number
    readonly rule?: string
  })[]
  /** Blocks in a language that the reader does not know, with its tag ("und" when only the letters tell): words without tags or trees. */
  readonly unread?: readonly (Range & { readonly language: string })[]
  /** The model that made it, such as "reader-1" or "rules". */
  readonly model: string
}
