/** How the network may be used. */
export type FetchOptions = {
  /** True to let addresses of private, loopback and reserved networks be fetched, as tests do. */
  readonly allowPrivate?: boolean
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
