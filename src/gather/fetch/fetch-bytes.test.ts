import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gather } from '../gather.ts'
import type { GatherResult } from '../result.ts'
import { fetchBytes } from './fetch-bytes.ts'
import type { FetchOptions } from './options.ts'

const paragraph = '<p>The ferry crews of Velm will not sail on Friday, the mayor said after the meeting.</p>'
const page = `<!doctype html><html><head><title>Ferries stay</title></head><body><article><h1>Ferries stay in harbour</h1>${paragraph.repeat(4)}</article></body></html>`

const numbered = Array.from({ length: 200 }, (_, i) => paragraph.replace('Friday', `day ${i * 7919}`)).join(
  '',
)
const long = page.replace('</article>', `${numbered}</article>`)

const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harrow Post</title><item><title>By page</title><link>/page</link></item><item><title>By feed</title><link>/absent</link><pubDate>Tue, 04 Mar 2031 09:10:00 GMT</pubDate><content:encoded><![CDATA[${paragraph.repeat(4)}]]></content:encoded></item><item><title>Lost</title><link>/absent</link><guid>3</guid></item></channel></rss>`

const seen: IncomingMessage['headers'][] = []
let inward = ''

function answer(request: IncomingMessage, response: ServerResponse): void {
  seen.push(request.headers)
  const path = request.url ?? '/'
  const html = { 'content-type': 'text/html' }
  if (path === '/page') response.writeHead(200, { ...html, etag: '"1"', 'set-cookie': 'a=b' }).end(page)
  else if (path === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
  else if (path === '/gone') response.writeHead(410).end()
  else if (path === '/moved') response.writeHead(301, { location: '/page' }).end()
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end()
  else if (path === '/inward')
    response.writeHead(302, { location: Buffer.from(inward).toString('latin1') }).end()
  else if (path === '/elsewhere') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  else if (path === '/unchanged') response.writeHead(304).end()
  else if (path === '/busy') response.writeHead(503, { 'retry-after': '120' }).end()
  else if (path === '/bomb')
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)))
  else if (path === '/cut')
    response
      .writeHead(200, { ...html, etag: '"1"', 'content-encoding': 'gzip' })
      .end(gzipSync(long).subarray(0, 500))
  else if (path === '/silent') response.writeHead(200, html).write('<p>')
  else if (path === '/liar')
    response.writeHead(200, { ...html, 'content-length': '999999' }).end(page, () => response.destroy())
  else if (path === '/endless') pour(response)
  else if (path === '/picture') response.writeHead(200, { 'content-type': 'image/png' }).end('x')
  else if (path === '/latin')
    response
      .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
      .end(Buffer.from(page.replaceAll('mayor', 'mayor Händel'), 'latin1'))
  else response.writeHead(404).end()
}

function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  const chunk = Buffer.alloc(100_000, 'x')
  const more = () => {
    while (!response.destroyed && response.write(chunk)) {}
  }
  response.on('drain', more)
  more()
}

let server: Server
let base: string

beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const open = { allowPrivate: true, now: () => Date.parse('2031-03-04T12:00:00Z') }

async function gathered(path: string): Promise<GatherResult | undefined> {
  for await (const result of gather([base + path], { fetch: { ...open, timeout: 400, maxBytes: 1_000_000 } }))
    return result
  return undefined
}

test('a page is fetched with its address after redirects, its time and its headers', async () => {
  const result = await gathered('/moved')
  expect(result).toMatchObject({
    ok: true,
    article: {
      url: `${base}/page`,
      title: 'Ferries stay in harbour',
      provenance: { headers: { etag: '"1"' }, from: `${base}/moved` },
    },
  })
  expect(result?.ok === true && result.article.provenance.fetched).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(await fetchBytes(`${base}/moved`, open)).toMatchObject({ moved: `${base}/page` })
})

test('no cookie is ever sent back, and the agent says who asks', async () => {
  await fetchBytes(`${base}/page`, open)
  await fetchBytes(`${base}/page`, open)
  expect(seen.every((headers) => headers.cookie === undefined)).toBe(true)
  expect(seen.at(-1)?.['user-agent']).toMatch(/OnRecord/)
})

test.each([
  ['/absent', 'http-status', /answers 404, not found; check the address/],
  ['/gone', 'http-status', /410, gone/],
  ['/loop', 'too-many-redirects', /more than 8 redirects/],
  ['/elsewhere', 'bad-url', /file:\/\/\/etc\/passwd/],
  ['/bomb', 'too-large', /1,000,000 bytes after decompression/],
  ['/endless', 'too-large', /1,000,000 bytes/],
  ['/silent', 'timed-out', /took too long/],
  ['/picture', 'wrong-content-type', /image\/png/],
  ['/unchanged', 'not-modified', /nothing changed/],
])('%s is an issue: %s', async (path, code, message) => {
  expect(await gathered(path)).toMatchObject({
    ok: false,
    from: base + path,
    issue: { code, message: expect.stringMatching(message) },
  })
})

test('a whole page of a server that lies about its length is whole', async () => {
  const result = await gathered('/liar')
  expect(result).toMatchObject({ ok: true, article: { title: 'Ferries stay in harbour', issues: [] } })
})

test('a body whose compression is cut short is read as far as it goes, and says so', async () => {
  expect(await gathered('/cut')).toMatchObject({
    ok: true,
    article: { title: 'Ferries stay in harbour', issues: [{ code: 'cut-short' }] },
  })
  const { headers } = (await fetchBytes(`${base}/cut`, open)) as { headers?: object }
  expect(headers).toEqual({})
})

test('the encoding of the header is used', async () => {
  const result = await gathered('/latin')
  expect(result?.ok === true && result.article.text).toContain('mayor Händel said')
})

test('a feed gives the text that it carries, else the page of the entry, and names what is lost', async () => {
  const found: GatherResult[] = []
  for await (const result of gather([`${base}/feed`], { fetch: open })) found.push(result)
  expect(found).toMatchObject([
    { ok: true, article: { title: 'Ferries stay in harbour', url: `${base}/page` } },
    {
      ok: true,
      article: {
        title: 'By feed',
        outlet: 'Harrow Post',
        url: `${base}/absent`,
        published: '2031-03-04T09:10:00Z',
      },
    },
    { ok: false, issue: { code: 'http-status' } },
  ])
  const [, second] = found
  expect(second?.ok === true && second.article.issues.map(({ message }) => message)).toEqual([
    `${base}/absent: it cannot be had (it answers 404, not found); the text that the feed carries was read instead`,
  ])
})

test('a busy server says when to come again', async () => {
  expect(await fetchBytes(`${base}/busy`, open)).toMatchObject({ ok: false, status: 503, retryAfter: '120' })
})

test.each([
  '127.0.0.1',
  'localhost',
  'LOCALHOST',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '127.1',
  '127.0.1',
  '127.0.0.1.',
  '0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '%31%32%37.0.0.1',
  '１２７.0.0.1',
  '127。0。0。1',
  'user:word@127.0.0.1',
  'harrow.example@127.0.0.1',
])('%s is refused, given and after a redirect, and never asked', async (host) => {
  const target = base.replace('127.0.0.1', host)
  const before = seen.length
  expect(await fetchBytes(`${target}/page`)).toMatchObject({ ok: false, issue: { code: 'refused-address' } })
  expect(seen.length).toBe(before)
  inward = `${target}/page`
  // The first hop is allowed by its host and port; what it leads to has another port or host.
  const only = { allowPrivate: [new URL(base).host] }
  inward = inward.replace(/:(\d+)\/page$/, (_, port) => `:${Number(port) === 1 ? 2 : 1}/page`)
  expect(await fetchBytes(`${base}/inward`, only)).toMatchObject({
    ok: false,
    issue: { code: 'refused-address' },
  })
  expect(seen.length).toBe(before + 1)
})

test('a host that is allowed is fetched, and no other', async () => {
  const only = { allowPrivate: [new URL(base).host] }
  expect(await fetchBytes(`${base}/page`, only)).toMatchObject({ ok: true })
  expect(await fetchBytes(base.replace('127.0.0.1', 'localhost'), only)).toMatchObject({
    ok: false,
    issue: { code: 'refused-address' },
  })
})

test('a name that is looked up to a private address is refused at every hop', async () => {
  const lookup: FetchOptions['lookup'] = (_, __, callback) =>
    callback(null, [{ address: '127.0.0.1', family: 4 }])
  const before = seen.length
  const named = base.replace('127.0.0.1', 'harrow.example')
  expect(await fetchBytes(`${named}/page`, { lookup })).toMatchObject({
    ok: false,
    issue: { code: 'refused-address', message: expect.stringMatching(/harrow\.example is 127\.0\.0\.1/) },
  })
  inward = `${named}/page`
  expect(await fetchBytes(`${base}/inward`, { lookup, allowPrivate: [new URL(base).host] })).toMatchObject({
    issue: { code: 'refused-address' },
  })
  expect(seen.length).toBe(before + 1)
})

test('an address that no server listens at is unreachable', async () => {
  expect(await fetchBytes('http://127.0.0.1:9/', open)).toMatchObject({
    ok: false,
    issue: { code: 'unreachable' },
  })
})
