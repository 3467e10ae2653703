import type { Article } from '../model/article.ts'
import type { Issue } from '../model/reason.ts'
import type { FetchOptions } from './fetch/options.ts'

/** What gathering yields for each thing found: an article, or what was wrong with it. */
export type GatherResult =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly from: string; readonly issue: Issue }

/** What is known about articles that do not say it themselves, and how the network may be used. */
export type GatherOptions = {
  /** Publication date of articles that state none, in any form that {@link readDate} reads. */
  readonly published?: string
  readonly outlet?: string
  /** Agency or outlet that is credited for the articles' text where they credit none, as a feed may say. */
  readonly credit?: string
  /** Address of the one bare text that is given. */
  readonly url?: string
  /** BCP 47 tag of the articles' language, when it need not be detected. */
  readonly language?: string
  /** The bytes of standard input, for the input `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly fetch?: FetchOptions
  /** From archives, only pages fetched at this time (ISO 8601) or later. */
  readonly since?: string
  /** From an archive, no more articles than this. */
  readonly limit?: number
}
