import { createHash } from 'node:crypto'
import type { Provenance } from '../../model/article.ts'
import type { Issue } from '../../model/reason.ts'
import { feedLinks } from '../feed/feed-links.ts'
import { finish } from '../finish.ts'
import { issue } from '../issue.ts'
import { readPage } from '../page/read-page.ts'
import type { GatherResult } from '../result.ts'
import { charsetIn, decode } from '../source/decode.ts'

/** A web page before its article is found: plain values, so that any thread may read it. */
export type RawPage = {
  readonly bytes: Uint8Array
  readonly url?: string
  /** Character encoding that a header declares. */
  readonly charset?: string
  /** Where the bytes come from; their hash and encoding are found here. */
  readonly provenance: Omit<Provenance, 'sha256' | 'encoding'>
  /** What was wrong with the bytes before they were read. */
  readonly issues: readonly Issue[]
  readonly known: KnownOfPage
}

/** What is known of a page's article that the page may not state itself. */
export type KnownOfPage = {
  readonly published?: string
  readonly outlet?: string
  readonly credit?: string
  readonly url?: string
  readonly language?: string
}

/** Finds the article of a page; the same page always gives the same. One on which the page reader breaks is an issue. */
export async function extractPage(page: RawPage): Promise<GatherResult> {
  try {
    return await articleOf(page)
  } catch (error) {
    const { from } = page.provenance
    const found = error instanceof Error ? error.message : String(error)
    const message = `${from}: the page reader broke on it (${found}); it is not kept, please report it with the page`
    return { ok: false, from, issue: { code: 'reader-broke', message } }
  }
}

async function articleOf(page: RawPage): Promise<GatherResult> {
  const { bytes, url, known } = page
  const { from } = page.provenance
  const decoded = decode(bytes, from, page.charset ?? charsetIn(bytes))
  if (!decoded.ok) return { ok: false, from, issue: decoded.issue }
  const draft = readPage(decoded.text, { from, url })
  if (draft === undefined) {
    const at = url === undefined || url === from ? '' : ` at ${url}`
    const [feed] = url === undefined ? [] : feedLinks(decoded.text, url)
    const names = feed === undefined ? '' : `, but it names a feed, ${feed.url}`
    return {
      ok: false,
      from,
      issue: issue('no-article', from, `no text of an article was found${at}${names}`),
    }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const provenance = { ...page.provenance, sha256, encoding: decoded.encoding }
  const issues = [...page.issues, ...decoded.issues, ...(draft.issues ?? [])]
  return await finish({ ...draft, provenance, issues }, known)
}
