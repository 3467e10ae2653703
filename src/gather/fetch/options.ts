import type { Issue } from '../../model/reason.ts'
import type { Lookup } from './address-guard.ts'

/** How the network may be used. */
export type FetchOptions = {
  /** Lets addresses of private, loopback and reserved networks be fetched: all of them, or those of some hosts ("127.0.0.1:8080"). */
  readonly allowPrivate?: boolean | readonly string[]
  /** Milliseconds for the connection, for the headers and between parts of the body, each of them. */
  readonly timeout?: number
  readonly connectTimeout?: number
  readonly headersTimeout?: number
  readonly bodyTimeout?: number
  /** Milliseconds for everything together. */
  readonly deadline?: number
  /** Largest body that is read, in bytes after decompression. */
  readonly maxBytes?: number
  readonly maxRedirects?: number
  readonly userAgent?: string
  /** Headers of an earlier answer, to ask whether anything changed. */
  readonly etag?: string
  readonly lastModified?: string
  /** Asks caches on the way not to answer for the server. */
  readonly isFresh?: boolean
  readonly signal?: AbortSignal
  /** Looks names up; the system does it unless told otherwise. */
  readonly lookup?: Lookup
  /** The clock, in milliseconds: what is fetched carries its time, by which dates are judged. */
  readonly now?: () => number
  /** Asked about every address before it is fetched, also after each redirect; an issue refuses it. */
  readonly admit?: (url: URL) => Promise<Issue | undefined>
}
