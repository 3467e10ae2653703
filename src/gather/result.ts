import type { Article } from '../model/article.ts'
import type { Issue } from '../model/reason.ts'
import type { FetchOptions } from './fetch/options.ts'
import type { RawPage } from './format/raw-page.ts'

/** What gathering yields for each thing found: an article, or what was wrong with it. */
export type GatherResult =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly from: string; readonly issue: Issue }

/** What is known about articles that do not say it themselves, and how the network may be used. */
export type GatherOptions = {
  /** Publication date of articles that state none, in any form that {@link readDate} reads. */
  readonly published?: string
  /** The outlet of articles that state none; from archives, only articles of this outlet, given by its name or its host. */
  readonly outlet?: string
  /** Agency or outlet that is credited for the articles' text where they credit none, as a feed may say. */
  readonly credit?: string
  /** Address of the one bare text that is given. */
  readonly url?: string
  /** BCP 47 tag of the articles' language, when it need not be detected; from archives, only articles found to be in it. */
  readonly language?: string
  /** The bytes of standard input, for the input `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly fetch?: FetchOptions
  /** Finds the articles of pages, on other threads perhaps; here where nothing is given. */
  readonly extract?: (page: RawPage) => Promise<GatherResult>
  /** Pages of a folder or archive that may be with `extract` at once. */
  readonly atOnce?: number
  /** From archives, only pages fetched at this time or later, in any form that {@link readDate} reads. */
  readonly since?: string
  /** No more articles than this. */
  readonly limit?: number
  /** Called as a file is read. */
  readonly advance?: (at: FileProgress) => void
}

/** How many bytes of a file have been read, of how many. */
export type FileProgress = { readonly path: string; readonly done: number; readonly of: number }
