import type { Provenance } from '../../model/article.ts'
import type { Format } from './files.ts'

/** Bytes to read articles from, and what is known about them before they are read. */
export type Source = {
  /** File path, URL, or "stdin". */
  readonly from: string
  /** How to read the bytes; undefined where only the bytes themselves can tell. */
  readonly format: Format | undefined
  readonly bytes: AsyncIterable<Uint8Array>
  /** Offset in the file at which the bytes begin, where that is not its beginning. */
  readonly start?: number
  /** True where the bytes end before they should. */
  readonly isCut?: boolean
  /** Character encoding that a header declares. */
  readonly charset?: string
  /** Address of what was fetched, after redirects. */
  readonly url?: string
  readonly fetched?: Provenance['fetched']
  readonly headers?: Provenance['headers']
}
