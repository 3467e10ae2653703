/** How the network may be used. */
export type FetchOptions = {
  /** Lets addresses of private, loopback and reserved networks be fetched: all of them, or those of some hosts ("127.0.0.1:8080"). */
  readonly allowPrivate?: boolean | readonly string[]
  /** Milliseconds for the connection, for the headers and between parts of the body. */
  readonly timeout?: number
  /** Milliseconds for everything together. */
  readonly deadline?: number
  /** Largest body that is read, in bytes after decompression. */
  readonly maxBytes?: number
  readonly maxRedirects?: number
  readonly userAgent?: string
  /** Headers of an earlier answer, to ask whether anything changed. */
  readonly etag?: string
  readonly lastModified?: string
  readonly signal?: AbortSignal
}
