import type { Issue } from './reason.ts'
import type { Range } from './span.ts'

/** What a block of an article's text is; only the kinds of `proseKinds` are read for claims. */
export type BlockKind =
  | 'headline'
  | 'standfirst'
  | 'prose'
  | 'quotation'
  | 'list'
  | 'heading'
  | 'caption'
  | 'byline'
  | 'dateline'
  | 'related'
  | 'promotion'
  | 'newsletter'
  | 'audio'
  | 'correction'
  | 'liveblog'
  | 'credit'

/** The kinds of block whose words count as the article's own text. */
export const proseKinds: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'headline',
  'standfirst',
  'prose',
  'quotation',
  'list',
  'liveblog',
])

/** One block of an article's text: a paragraph, a heading, a line of noise, with the rule that told its kind. */
export type Block = Range & {
  readonly kind: BlockKind
  readonly rule: string
  /** Where its words stand in the page they came from, in UTF-16 units of the decoded source. */
  readonly source?: Range
}

/** A publication time: ISO 8601, a date alone ("2031-03-04") or a time with its zone ("2031-03-04T09:10:00Z"). */
export type Instant = string

/** Where an article's bytes came from. */
export type Provenance = {
  /** File path, URL, or "stdin". */
  readonly from: string
  /** SHA-256 of the bytes as received, in hexadecimal. */
  readonly sha256?: string
  /** Character encoding that was used to decode them. */
  readonly encoding?: string
  /** Time of the fetch, ISO 8601; only for what came over the network. */
  readonly fetched?: Instant
  /** Response headers worth keeping (etag, last-modified). */
  readonly headers?: Readonly<Record<string, string>>
}

/** One published text by an outlet. `text` includes the headline where the input has one (block kind "headline"). */
export type Article = {
  readonly id: string
  /** Hash of text and metadata: a changed text is a new revision of the same article. */
  readonly revision: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly url?: string
  readonly title?: string
  /** The outlet's name as given, such as "Harrow Post". */
  readonly outlet?: string
  readonly published?: Instant
  readonly modified?: Instant
  readonly byline?: readonly string[]
  /** The agency credited for the text, such as "AFP". */
  readonly credit?: string
  /** The section of the outlet that it stands in, as the page states it, such as "World". */
  readonly section?: string
  /** BCP 47 language tag, when it was told or detected. */
  readonly language?: string
  /** Links in the body: where they stand and where they lead. */
  readonly links?: readonly (Range & { readonly url: string })[]
  readonly provenance: Provenance
  readonly issues: readonly Issue[]
}
