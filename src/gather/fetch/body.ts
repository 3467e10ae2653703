import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** The bytes of an answer after decompression; none where there are more than the limit. */
export type Body = { readonly bytes: Uint8Array | undefined; readonly isCut: boolean }

/**
 * Reads the body of an answer, `encoding` being its Content-Encoding. One that ends too early, or whose compression is
 * damaged, is read as far as it goes; rejects where nothing of it came.
 */
export async function body(
  stream: Readable,
  { encoding, limit }: { readonly encoding: string | undefined; readonly limit: number },
): Promise<Body> {
  const parts: Uint8Array[] = []
  let size = 0
  let isCut = false
  const whole = decompressed(stream, encoding)
  try {
    for await (const chunk of whole) {
      size += chunk.length
      if (size > limit) {
        whole.destroy()
        return { bytes: undefined, isCut: true }
      }
      parts.push(chunk)
    }
  } catch (error) {
    if (size === 0 || !isEarlyEnd(error)) throw error
    isCut = true
  }
  const bytes = new Uint8Array(Buffer.concat(parts))
  return { bytes, isCut: isCut && !isWhole(bytes) }
}

// A server that lies about the length of a whole page does not make it a part of one.
function isWhole(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-200))
  return /<\/(?:html|rss|feed|rdf:RDF|urlset|sitemapindex|opml)\s*>\s*$/i.test(end)
}

function decompressed(stream: Readable, encoding: string | undefined): Readable {
  const stage = stageFor(encoding?.trim().toLowerCase())
  if (stage === undefined) return stream
  stream.on('error', (error) => stage.destroy(error))
  stage.on('close', () => {
    stream.on('error', () => undefined)
    stream.destroy()
  })
  return stream.pipe(stage)
}

function stageFor(encoding: string | undefined) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  return encoding === 'br' ? createBrotliDecompress() : undefined
}

// The connection ended before the length that was stated, or the compressed data did; or that is damaged.
function isEarlyEnd(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  const code = String(error.code)
  return /^(?:UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ECONNRESET|Z_|ERR__ERROR_FORMAT|ERR_PADDING|HPE_)/.test(
    code,
  )
}
