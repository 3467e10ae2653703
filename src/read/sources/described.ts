import type { Attribution, Mention } from '../../model/reading.ts'
import type { Triple } from '../attributions/triple.ts'
import type { Paragraph } from '../attributions/words.ts'
import type { Links } from '../chains/links.ts'

/** A triple where it was found, with what the article says around it. */
export type Site = {
  readonly text: string
  /** The name of the article's own outlet, where it is known. */
  readonly outlet?: string
  readonly paragraph: Paragraph
  readonly triple: Triple
  /** The article's names in text order, and those of the paragraph and what follows close upon it. */
  readonly mentions: readonly Mention[]
  readonly near: readonly Mention[]
  /** What pronouns and descriptions take up. */
  readonly links: Links
}

/** A source as its own words describe it, before earlier sources are looked at. */
export type Described = {
  readonly source: Attribution['source']
  /** A pronoun's lower-case form, when a pronoun is all there is. */
  readonly pronoun?: string
  /** "the official", "one of them", "another": the words point back to a source named before. */
  readonly pointsBack?: 'same' | 'part'
  readonly isPlural: boolean
  readonly rules: readonly string[]
}
