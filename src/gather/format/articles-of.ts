import { createHash } from 'node:crypto'
import type { Provenance } from '../../model/article.ts'
import { warcArticles } from '../archive/warc-articles.ts'
import { feedArticles } from '../feed/feed-articles.ts'
import { fetchSource } from '../fetch/fetch-source.ts'
import { type Draft, finish } from '../finish.ts'
import { issue } from '../issue.ts'
import { readPage } from '../page/read-page.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { charsetIn, decode } from '../source/decode.ts'
import type { Format } from '../source/files.ts'
import { isFeed } from '../source/is-feed.ts'
import { linesOf } from '../source/lines.ts'
import type { Source } from '../source/source.ts'
import { mostBytes, peek, takeAll } from '../source/take.ts'
import { compose } from './compose.ts'
import { readJsonLine } from './json-line.ts'
import { readMarkdown } from './markdown.ts'
import { extractPage, type RawPage } from './raw-page.ts'

/** The articles of a source, read according to its format. */
export async function* articlesOf(source: Source, options: GatherOptions): AsyncIterable<GatherResult> {
  const { head, stream } = await peek(source.bytes, 1024)
  const whole = { ...source, bytes: stream }
  const format = source.format ?? formatOf(head)
  if (format === 'warc') yield* warcArticles(whole, options)
  else if (format === 'jsonl') yield* jsonLines(whole, options)
  else yield* single(whole, format, options)
}

/** What standard input or a fetched file holds, by its first bytes. */
function formatOf(head: Uint8Array): Format {
  const start = new TextDecoder('latin1').decode(head).replace(/^ï»¿/, '').trimStart()
  if (/^WARC\/\d/.test(start) || (head[0] === 0x1f && head[1] === 0x8b)) return 'warc'
  if (isFeed(head)) return 'feed'
  if (/^(?:<!doctype|<html|<\?xml|<!--|<head|<body|<article|<div|<p[\s>])/i.test(start)) return 'page'
  if (/^\{\s*"/.test(start)) return 'jsonl'
  return /^---[ \t]*\r?\n/.test(start) ? 'markdown' : 'text'
}

async function* single(source: Source, format: Format, options: GatherOptions): AsyncIterable<GatherResult> {
  const { bytes, tooLarge } = await takeAll(source.bytes, mostBytes)
  if (tooLarge) {
    const found = `it has more than ${mostBytes / 1024 / 1024} MB`
    return yield { ok: false, from: source.from, issue: issue('too-large', source.from, found) }
  }
  if (format === 'page') return yield await (options.extract ?? extractPage)(rawPage(source, bytes, options))
  const declared = source.charset ?? (format === 'feed' ? charsetIn(bytes) : undefined)
  const decoded = decode(bytes, source.from, declared)
  if (!decoded.ok) return yield { ok: false, from: source.from, issue: decoded.issue }
  if (format === 'feed') {
    const feed = { text: decoded.text, from: source.from, url: source.url, fetched: source.fetched }
    return yield* feedArticles(feed, options, entryPage)
  }
  const provenance = provenanceOf(source, bytes, decoded.encoding)
  const draft = draftOf(decoded.text, source, format)
  yield await finish({ ...draft, provenance, issues: [...decoded.issues, ...(draft.issues ?? [])] }, options)
}

function draftOf(text: string, source: Source, format: Format): Draft {
  if (format === 'markdown') return readMarkdown(text, source.from)
  return { from: source.from, text: compose(undefined, text), url: source.url }
}

function rawPage(source: Source, bytes: Uint8Array, options: GatherOptions): RawPage {
  const { from, url, charset, fetched, headers } = source
  const { published, outlet, credit, language } = options
  const found = 'the answer ended before it should have'
  const issues = source.isCut === true ? [issue('cut-short', from, found)] : []
  const known = { published, outlet, credit, language, url: options.url }
  return { bytes, url, charset, provenance: { from, fetched, headers }, issues, known }
}

/** The article of a feed's entry at its address. What an entry leads to is read as a page, never as another feed. */
async function* entryPage(url: string, options: GatherOptions): AsyncIterable<GatherResult> {
  const fetched = await fetchSource(url, options.fetch ?? {})
  if (!fetched.ok) yield fetched
  else yield* pageOf(fetched.source, options)
}

/** The article of a page that was fetched. */
export async function* pageOf(source: Source, options: GatherOptions): AsyncIterable<GatherResult> {
  yield* single(source, 'page', options)
}

async function* jsonLines(source: Source, options: GatherOptions): AsyncIterable<GatherResult> {
  for await (const line of linesOf(source.bytes, mostBytes)) {
    const from = `${source.from}:${line.number}`
    if ('tooLong' in line) {
      const found = `the line has ${line.tooLong.toLocaleString('en')} bytes`
      yield { ok: false, from, issue: issue('too-long', from, found) }
      continue
    }
    const decoded = decode(line.bytes, from)
    if (!decoded.ok) {
      yield { ok: false, from, issue: decoded.issue }
      continue
    }
    if (decoded.text.trim() === '') continue
    const provenance = { ...provenanceOf(source, line.bytes, decoded.encoding), from }
    yield await jsonArticle(decoded.text, { ...provenance }, options)
  }
}

async function jsonArticle(
  text: string,
  provenance: Provenance,
  options: GatherOptions,
): Promise<GatherResult> {
  const { from } = provenance
  const read = readJsonLine(text, from)
  if (read.kind === 'wrong') return { ok: false, from, issue: issue('bad-json-line', from, read.found) }
  if (read.kind === 'draft') return await finish({ ...read.draft, provenance }, options)
  const page = readPage(read.html, { from, url: read.known.url })
  if (page === undefined)
    return { ok: false, from, issue: issue('no-article', from, 'no text of an article was found') }
  const known = Object.fromEntries(Object.entries(read.known).filter(([, value]) => value !== undefined))
  return await finish({ ...page, ...known, provenance }, options)
}

function provenanceOf(source: Source, bytes: Uint8Array, encoding: string): Provenance {
  const { from, fetched, headers } = source
  return { from, sha256: createHash('sha256').update(bytes).digest('hex'), encoding, fetched, headers }
}
