import { lookup as systemLookup } from 'node:dns'
import type { Readable } from 'node:stream'
import { Agent, type Dispatcher, request } from 'undici'
import type { Issue } from '../../model/reason.ts'
import { type GatherCode, issue } from '../issue.ts'
import { checkLiteral, guardLookup, RefusedAddress } from './address-guard.ts'
import { body } from './body.ts'
import type { FetchOptions } from './options.ts'

/** What a web address answered: its bytes after decompression, or why there are none. */
export type FetchedBytes =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      /** True where the answer ended before it should have, or its compression is damaged from there on. */
      readonly isCut: boolean
      /** Address after redirects; `moved` where the first of them was permanent. */
      readonly url: string
      readonly moved: string | undefined
      readonly status: number
      readonly contentType: string | undefined
      readonly charset: string | undefined
      readonly headers: Readonly<Record<string, string>>
    }
  | {
      readonly ok: false
      readonly issue: Issue
      readonly status: number | undefined
      readonly retryAfter: string | undefined
    }

/** The name under which pages are asked for; it says where to complain. */
export const userAgent =
  'OnRecord/0.1 (+https://github.com/onrecord/onrecord; reads news for a sourced record)'

const mostBytes = 16 * 1024 * 1024

/** Fetches a web address over http or https, through redirects, within limits of address, size and time. */
export async function fetchBytes(url: string, options: FetchOptions = {}): Promise<FetchedBytes> {
  const deadline = AbortSignal.timeout(options.deadline ?? 60_000)
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal])
  const agent = agentFor(options)
  try {
    return await follow(url, options, { agent, signal })
  } catch (error) {
    return { ok: false, issue: failure(url, error), status: undefined, retryAfter: undefined }
  } finally {
    await agent.destroy()
  }
}

type Means = { readonly agent: Dispatcher; readonly signal: AbortSignal }

async function follow(start: string, options: FetchOptions, means: Means): Promise<FetchedBytes> {
  let url = start
  let moved: string | undefined
  for (let hop = 0; hop <= (options.maxRedirects ?? 8); hop++) {
    const target = checkedUrl(url, options)
    if (target === undefined) return refused(start, 'bad-url', `"${url}" is not a web address`)
    const forbidden = await options.admit?.(target)
    if (forbidden !== undefined)
      return { ok: false, issue: forbidden, status: undefined, retryAfter: undefined }
    const response = await request(target, {
      dispatcher: means.agent,
      signal: means.signal,
      headers: headersFor(options),
    })
    const location = utf8(header(response.headers, 'location'))
    if (
      response.statusCode >= 300 &&
      response.statusCode < 400 &&
      response.statusCode !== 304 &&
      location !== undefined
    ) {
      drop(response.body)
      if (!URL.canParse(location, url)) return refused(start, 'bad-url', `it redirects to "${location}"`)
      url = new URL(location, url).href
      if (hop === 0 && (response.statusCode === 301 || response.statusCode === 308)) moved = url
      continue
    }
    return await answerOf(start, url, { response, moved, options })
  }
  return refused(
    start,
    'too-many-redirects',
    `more than ${options.maxRedirects ?? 8} redirects, the last to ${url}`,
  )
}

type Answer = {
  readonly response: Dispatcher.ResponseData
  readonly moved: string | undefined
  readonly options: FetchOptions
}

async function answerOf(
  start: string,
  url: string,
  { response, moved, options }: Answer,
): Promise<FetchedBytes> {
  const { statusCode: status } = response
  if (status === 304) {
    drop(response.body)
    return { ...refused(start, 'not-modified', 'the server says that nothing changed'), status }
  }
  if (status < 200 || status > 299) {
    drop(response.body)
    const found =
      status === 404
        ? 'it answers 404, not found'
        : status === 410
          ? 'it answers 410, gone for good'
          : `it answers ${status}`
    return {
      ...refused(start, 'http-status', found),
      status,
      retryAfter: header(response.headers, 'retry-after'),
    }
  }
  const limit = options.maxBytes ?? mostBytes
  const encoding = header(response.headers, 'content-encoding')
  const { bytes, isCut } = await body(response.body, { encoding, limit })
  if (bytes === undefined)
    return {
      ...refused(start, 'too-large', `more than ${limit.toLocaleString('en')} bytes after decompression`),
      status,
    }
  const contentType = header(response.headers, 'content-type')
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1]
  const headers = isCut ? {} : keptHeaders(response.headers)
  return { ok: true, bytes, isCut, url, moved, status, contentType, charset, headers }
}

function agentFor({ allowPrivate = false, timeout = 15_000, ...more }: FetchOptions): Agent {
  const connect = { timeout: more.connectTimeout ?? timeout }
  return new Agent({
    connect:
      allowPrivate === true ? connect : { ...connect, lookup: guardLookup(more.lookup ?? systemLookup) },
    headersTimeout: more.headersTimeout ?? timeout,
    bodyTimeout: more.bodyTimeout ?? timeout,
    maxHeaderSize: 64 * 1024,
    pipelining: 0,
  })
}

// A look-up is never asked about an address that is already a number, so those are judged here, at every hop.
function checkedUrl(url: string, { allowPrivate = false }: FetchOptions): URL | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined
  parsed.username = ''
  parsed.password = ''
  const isAllowed = typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate.includes(parsed.host)
  if (!isAllowed) checkLiteral(parsed)
  return parsed
}

function headersFor(options: FetchOptions): Record<string, string> {
  return {
    'user-agent': options.userAgent ?? userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
    'accept-language': 'en,*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...(options.etag === undefined ? {} : { 'if-none-match': options.etag }),
    ...(options.isFresh === true ? { 'cache-control': 'no-cache' } : {}),
    ...(options.lastModified === undefined ? {} : { 'if-modified-since': options.lastModified }),
  }
}

// Headers are read as Latin-1; addresses in other scripts stand in them as UTF-8.
function utf8(text: string | undefined): string | undefined {
  const whole = text === undefined ? undefined : Buffer.from(text, 'latin1').toString('utf8')
  return whole?.includes('\ufffd') ? text : whole
}

function header(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

function keptHeaders(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  for (const name of ['etag', 'last-modified', 'content-type', 'date']) {
    const value = header(headers, name)
    if (value !== undefined) kept[name] = value.slice(0, 500)
  }
  return kept
}

function drop(body: Readable): void {
  body.on('error', () => undefined)
  body.destroy()
}

function refused(url: string, code: GatherCode, found: string): FetchedBytes & { readonly ok: false } {
  return { ok: false, issue: issue(code, url, found), status: undefined, retryAfter: undefined }
}

const phases: Readonly<Record<string, string>> = {
  ConnectTimeoutError: 'to be reached',
  HeadersTimeoutError: 'to begin its answer',
  BodyTimeoutError: 'to go on with its answer',
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$/, 'no server of this name is known'],
  [/^EAI_AGAIN$/, 'names of servers cannot be looked up now'],
  [/^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN)$/, 'there is no way to the server in the network'],
  [/^ECONNREFUSED$/, 'nothing answers at this address'],
  [/CERT|ALTNAME|ISSUER|SIGNATURE/, 'its certificate is not valid'],
  [/^(?:EPROTO|ERR_SSL)/, 'no secure connection could be made'],
]

function reasonFor(code: string): string {
  return reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'the server could not be reached'
}

/** The issue that an error of the network is. Errors that are no such thing are thrown on. */
function failure(url: string, error: unknown): Issue {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof RefusedAddress) return issue('refused-address', url, cause.message)
    if (/Timeout/.test(cause.name))
      return issue('timed-out', url, `the server took too long ${phases[cause.name] ?? 'in all'}`)
    if (cause.name === 'AbortError') return issue('timed-out', url, 'it was stopped')
    if (cause.name === 'HTTPParserError')
      return issue('unreachable', url, 'what answers there is no web server')
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
    if (code !== undefined && /^Z_|^ERR__ERROR|^ERR_PADDING/.test(code))
      return issue('cut-short', url, 'its compressed data is damaged from the beginning')
    if (code !== undefined) return issue('unreachable', url, `${reasonFor(code)} (${code})`)
  }
  throw error
}
