import type { Range } from './span.ts'

/** Why a value is not known. Every missing value on the record carries one of these. */
export type Reason =
  | 'not-stated'
  | 'no-publication-date'
  | 'ambiguous'
  | 'impossible-date'
  | 'no-antecedent'
  | 'unknown-name'
  | 'unread-language'
  | 'no-rule-applies'
  | 'unknown-cue'
  | 'unknown-zone'
  | 'other-calendar'
  | 'already-over'
  | 'no-matching-article'

/** What each reason means, in words for a reader. */
export const reasonText: Readonly<Record<Reason, string>> = {
  'not-stated': 'the text does not say',
  'no-publication-date': 'the article has no publication date; add one with --published',
  ambiguous: 'the text allows more than one reading',
  'impossible-date': 'there is no such date in the calendar',
  'no-antecedent': 'a pronoun or description that refers to nothing found in the text',
  'unknown-name': 'a name that the record cannot tie to anyone',
  'unread-language': 'written in a language that is not read yet',
  'no-rule-applies': 'no rule covers the expression',
  'unknown-cue': 'no table says what kind of cue it is',
  'unknown-zone': 'a time of day in a zone that the text does not give',
  'other-calendar': 'a date of a calendar that is not read',
  'already-over': 'told as ahead, of a day that was over when the article was published',
  'no-matching-article': 'the report it points to is not on the record',
}

/** Something found to be wrong with an input or a passage: what, where, and what to do. */
export type Issue = {
  readonly code: string
  readonly message: string
  readonly range?: Range
}
