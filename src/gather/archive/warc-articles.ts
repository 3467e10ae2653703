import { extractPage } from '../format/raw-page.ts'
import { issue } from '../issue.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { ahead } from '../source/ahead.ts'
import type { Source } from '../source/source.ts'
import { type HttpMessage, readHttpMessage } from './http-message.ts'
import { type WarcRecord, warcRecords } from './warc-records.ts'

/** The articles of an archive of web pages, record by record, of those pages that the options ask for. Records that hold no page are passed over. */
export async function* warcArticles(source: Source, options: GatherOptions): AsyncIterable<GatherResult> {
  const read = async (piece: Piece) => ('ok' in piece ? piece : await articleOf(piece, options))
  for await (const result of ahead(piecesOf(source, options), read, options.atOnce ?? 1)) {
    if (isWanted(result, options)) yield result
  }
}

/** A page to be read, or what is wrong with a record. */
type Piece = (ArchivedPage & { readonly from: string }) | (GatherResult & { readonly ok: false })

async function* piecesOf(source: Source, options: GatherOptions): AsyncIterable<Piece> {
  let isEmpty = true
  for await (const record of warcRecords(source.bytes, source.start)) {
    isEmpty = false
    const from = `${source.from}@${record.offset}`
    if (!record.ok) {
      yield { ok: false, from, issue: issue('bad-warc', from, record.found) }
      continue
    }
    const page = pageOf(record, options)
    if (page !== undefined) yield { ...page, from }
  }
  const { from } = source
  if (isEmpty) yield { ok: false, from, issue: issue('empty-text', from, 'there is no archive record in it') }
}

type ArchivedPage = {
  readonly url: string
  readonly fetched: string | undefined
  readonly message: HttpMessage
}

function pageOf(record: WarcRecord & { ok: true }, options: GatherOptions): ArchivedPage | undefined {
  const { fields, content } = record
  const type = fields.get('warc-type')
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '')
  const fetched = fields.get('warc-date')
  if (url === undefined || (type !== 'response' && type !== 'resource')) return undefined
  if (options.since !== undefined && fetched !== undefined && fetched < options.since) return undefined
  if (options.outlet !== undefined && isHost(options.outlet) && !isOf(url, options.outlet)) return undefined
  const message = type === 'resource' ? { status: 200, fields, body: content } : readHttpMessage(content)
  if (message === undefined || message.status !== 200 || message.body.length === 0) return undefined
  const kind = message.fields.get('content-type') ?? ''
  if (kind !== '' && !/html/i.test(kind)) return undefined
  // The record's bytes are lent: what is to be read later is kept.
  return { url, fetched, message: { ...message, body: new Uint8Array(message.body) } }
}

// "harrow.example": an outlet by the host of its pages, which a record tells without its page being read.
function isHost(outlet: string): boolean {
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(outlet)
}

function isOf(url: string, host: string): boolean {
  const own = URL.canParse(url) ? new URL(url).hostname : ''
  const wanted = host.toLowerCase()
  return own === wanted || own.endsWith(`.${wanted}`)
}

/** True for the articles of the outlet and the language that were asked for. */
function isWanted(result: GatherResult, { outlet, language }: GatherOptions): boolean {
  if (!result.ok) return true
  const { article } = result
  if (language !== undefined && base(article.language ?? '') !== base(language)) return false
  return outlet === undefined || isHost(outlet) || bare(article.outlet ?? '') === bare(outlet)
}

function base(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0]
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

async function articleOf(
  { from, url, fetched, message }: ArchivedPage & { readonly from: string },
  { published, extract = extractPage }: GatherOptions,
): Promise<GatherResult> {
  const { body, fields } = message
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(fields.get('content-type') ?? '')?.[1]
  return await extract({
    bytes: body,
    url,
    charset,
    provenance: { from, fetched },
    issues: [],
    known: { published },
  })
}
