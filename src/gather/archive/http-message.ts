import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { fieldsOf } from './warc-records.ts'

/** An HTTP answer as it was recorded, its body unpacked. A body that was not packed is of the bytes that were given. */
export type HttpMessage = {
  readonly status: number
  readonly fields: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

const mostBody = 32 * 1024 * 1024

/** Reads a recorded HTTP answer; undefined where it is none. */
export function readHttpMessage(content: Uint8Array): HttpMessage | undefined {
  const view = Buffer.from(content.buffer, content.byteOffset, content.length)
  const strict = view.indexOf('\r\n\r\n')
  const end = strict === -1 ? view.indexOf('\n\n') : strict
  if (end === -1) return undefined
  const [first, ...lines] = view.toString('latin1', 0, end).split('\n')
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(first ?? '')?.[1]
  if (status === undefined) return undefined
  const fields = fieldsOf(lines)
  const raw = view.subarray(end + (strict === -1 ? 2 : 4))
  const whole = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? unchunked(raw) : raw
  return { status: Number(status), fields, body: unpacked(whole, fields.get('content-encoding')) }
}

// Crawlers often store the body already put together and unpacked, and leave the headers as they were.
function unchunked(raw: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < raw.length) {
    const line = raw.indexOf('\r\n', at)
    const size =
      line === -1 || line - at > 20
        ? undefined
        : /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(raw.toString('latin1', at, line))?.[1]
    if (size === undefined) return at === 0 ? raw : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(raw.subarray(line + 2, line + 2 + length))
    at = line + 2 + length + 2
  }
  return Buffer.concat(parts)
}

function unpacked(body: Buffer, encoding: string | undefined): Uint8Array {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b
  const unpack = isGzip
    ? gunzipSync
    : encoding === 'br'
      ? brotliDecompressSync
      : encoding === 'deflate'
        ? inflateSync
        : undefined
  if (unpack === undefined) return body
  try {
    return unpack(body, { maxOutputLength: mostBody })
  } catch {
    // Not packed after all, or damaged: what is there is judged by its bytes.
    return body
  }
}
