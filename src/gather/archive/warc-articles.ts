import { createHash } from 'node:crypto'
import { finish } from '../finish.ts'
import { issue } from '../issue.ts'
import { readPage } from '../page/read-page.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { charsetIn, decode } from '../source/decode.ts'
import type { Source } from '../source/source.ts'
import { type HttpMessage, readHttpMessage } from './http-message.ts'
import { type WarcRecord, warcRecords } from './warc-records.ts'

/** The articles of an archive of web pages, record by record. Records that hold no page are passed over. */
export async function* warcArticles(source: Source, options: GatherOptions): AsyncIterable<GatherResult> {
  let count = 0
  for await (const record of warcRecords(source.bytes)) {
    const from = `${source.from}@${record.offset}`
    if (!record.ok) {
      yield { ok: false, from, issue: issue('bad-warc', from, record.found) }
      continue
    }
    const page = pageOf(record, options)
    if (page === undefined) continue
    yield await articleOf(page, from, options)
    count += 1
    if (options.limit !== undefined && count >= options.limit) return
  }
}

type ArchivedPage = {
  readonly url: string
  readonly fetched: string | undefined
  readonly message: HttpMessage
}

function pageOf(record: WarcRecord & { ok: true }, { since }: GatherOptions): ArchivedPage | undefined {
  const { fields, content } = record
  const type = fields.get('warc-type')
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '')
  const fetched = fields.get('warc-date')
  if (url === undefined || (type !== 'response' && type !== 'resource')) return undefined
  if (since !== undefined && fetched !== undefined && fetched < since) return undefined
  const message = type === 'resource' ? { status: 200, fields, body: content } : readHttpMessage(content)
  if (message === undefined || message.status !== 200 || message.body.length === 0) return undefined
  const kind = message.fields.get('content-type') ?? ''
  return kind === '' || /html/i.test(kind) ? { url, fetched, message } : undefined
}

async function articleOf(
  { url, fetched, message }: ArchivedPage,
  from: string,
  options: GatherOptions,
): Promise<GatherResult> {
  const { body, fields } = message
  const declared =
    /charset\s*=\s*["']?([\w-]+)/i.exec(fields.get('content-type') ?? '')?.[1] ?? charsetIn(body)
  const decoded = decode(body, from, declared)
  if (!decoded.ok) return { ok: false, from, issue: decoded.issue }
  const draft = readPage(decoded.text, { from, url })
  if (draft === undefined)
    return { ok: false, from, issue: issue('no-article', from, `no text of an article was found at ${url}`) }
  const sha256 = createHash('sha256').update(body).digest('hex')
  const provenance = {
    from,
    sha256,
    encoding: decoded.encoding,
    ...(fetched === undefined ? {} : { fetched }),
  }
  return await finish({ ...draft, provenance, issues: decoded.issues }, options)
}
