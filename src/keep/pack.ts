import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** A value as JSON in UTF-8 under raw deflate (RFC 1951): a reading shrinks to about a ninth. */
export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: 3 })
}

/** The value of {@link pack}; the caller knows its type because only this package writes these columns. */
export function unpack<T>(bytes: Uint8Array | ArrayBuffer): T {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as T
}
