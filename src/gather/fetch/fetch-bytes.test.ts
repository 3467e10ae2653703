import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gather } from '../gather.ts'
import type { GatherResult } from '../result.ts'
import { fetchBytes } from './fetch-bytes.ts'

const paragraph = '<p>The ferry crews of Velm will not sail on Friday, the mayor said after the meeting.</p>'
const page = `<!doctype html><html><head><title>Ferries stay</title></head><body><article><h1>Ferries stay in harbour</h1>${paragraph.repeat(4)}</article></body></html>`

const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harrow Post</title><item><title>By page</title><link>/page</link></item><item><title>By feed</title><link>/absent</link><pubDate>Tue, 04 Mar 2031 09:10:00 GMT</pubDate><content:encoded><![CDATA[${paragraph.repeat(4)}]]></content:encoded></item><item><title>Lost</title><link>/absent</link><guid>3</guid></item></channel></rss>`

const seen: IncomingMessage['headers'][] = []

function answer(request: IncomingMessage, response: ServerResponse): void {
  seen.push(request.headers)
  const path = request.url ?? '/'
  const html = { 'content-type': 'text/html' }
  if (path === '/page') response.writeHead(200, { ...html, etag: '"1"', 'set-cookie': 'a=b' }).end(page)
  else if (path === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
  else if (path === '/gone') response.writeHead(410).end()
  else if (path === '/moved') response.writeHead(301, { location: '/page' }).end()
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end()
  else if (path === '/inward') response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end()
  else if (path === '/elsewhere') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  else if (path === '/unchanged') response.writeHead(304).end()
  else if (path === '/busy') response.writeHead(503, { 'retry-after': '120' }).end()
  else if (path === '/bomb')
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)))
  else if (path === '/cut')
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(page).subarray(0, -9))
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
  ['/liar', 'unreachable', /could not be reached/],
  ['/picture', 'wrong-content-type', /image\/png/],
  ['/unchanged', 'not-modified', /nothing changed/],
])('%s is an issue: %s', async (path, code, message) => {
  expect(await gathered(path)).toMatchObject({
    ok: false,
    from: base + path,
    issue: { code, message: expect.stringMatching(message) },
  })
})

test('a body whose compression is cut short is read as far as it goes', async () => {
  expect(await gathered('/cut')).toMatchObject({ ok: true, article: { title: 'Ferries stay in harbour' } })
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
})

test('a busy server says when to come again', async () => {
  expect(await fetchBytes(`${base}/busy`, open)).toMatchObject({ ok: false, status: 503, retryAfter: '120' })
})

test('a private address is refused, by name, by number and after a redirect', async () => {
  for (const url of [
    `${base}/page`,
    base.replace('127.0.0.1', 'localhost'),
    base.replace('127.0.0.1', '2130706433'),
  ]) {
    expect(await fetchBytes(url)).toMatchObject({ ok: false, issue: { code: 'refused-address' } })
  }
  const only = { allowPrivate: [new URL(base).host] }
  expect(await fetchBytes(`${base}/page`, only)).toMatchObject({ ok: true })
  expect(await fetchBytes(`${base}/inward`, only)).toMatchObject({
    ok: false,
    issue: { code: 'refused-address' },
  })
})

test('an address that no server listens at is unreachable', async () => {
  expect(await fetchBytes('http://127.0.0.1:9/', open)).toMatchObject({
    ok: false,
    issue: { code: 'unreachable' },
  })
})
