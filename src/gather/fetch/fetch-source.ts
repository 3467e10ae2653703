import type { Issue } from '../../model/reason.ts'
import { issue } from '../issue.ts'
import type { Format } from '../source/files.ts'
import { isFeed } from '../source/is-feed.ts'
import type { Source } from '../source/source.ts'
import { type FetchedBytes, fetchBytes } from './fetch-bytes.ts'
import type { FetchOptions } from './options.ts'

/** A source fetched over the network, or why it could not be. */
export type Fetched =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly from: string; readonly issue: Issue }

/** Fetches a web address as a source of articles. */
export async function fetchSource(url: string, options: FetchOptions): Promise<Fetched> {
  const answer = await fetchBytes(url, options)
  return answer.ok ? fetchedSource(url, answer, options.now) : { ok: false, from: url, issue: answer.issue }
}

/** What a web address answered as a source of articles, where it is something that is read. */
export function fetchedSource(
  url: string,
  answer: FetchedBytes & { readonly ok: true },
  now: () => number = Date.now,
): Fetched {
  const format = isFeed(answer.bytes) ? 'feed' : formatOf(answer.contentType)
  if (format === undefined) {
    return {
      ok: false,
      from: url,
      issue: issue('wrong-content-type', url, `its content is ${answer.contentType}`),
    }
  }
  const { bytes, isCut, headers, charset } = answer
  const source = {
    from: url,
    format: format === 'by-bytes' ? undefined : format,
    bytes: once(bytes),
    isCut,
    charset,
    url: answer.url,
    fetched: new Date(now()).toISOString(),
    headers,
  }
  return { ok: true, source }
}

function formatOf(contentType: string | undefined): Format | 'by-bytes' | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page'
  if (/ndjson|jsonl/.test(type)) return 'jsonl'
  if (type === 'text/markdown') return 'markdown'
  if (/^(?:image|audio|video|font)\/|pdf|zip|octet-stream/.test(type)) return undefined
  return 'by-bytes'
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
