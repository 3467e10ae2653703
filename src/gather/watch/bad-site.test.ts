import type { ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createRawServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../keep/open-store.ts'
import type { Store } from '../../keep/store.ts'
import { fetchBytes } from '../fetch/fetch-bytes.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { newFeed } from './new-feed.ts'
import { type Answer, feedOf, openSite, pageOf, type Site } from './news-site.contract.ts'
import { openWatch } from './watch.ts'

let site: Site
let store: Store
beforeEach(async () => {
  site = await openSite()
  store = await openStore(':memory:')
})
afterEach(async () => {
  await store.close()
  await site.close()
})

const million = 1_000_000
const html = { 'content-type': 'text/html' }
const zeros = Buffer.alloc(40 * million)
const good = pageOf('Ferries stay', 'No crew was found.')
const words = Array.from({ length: 300 }, (_, i) => `<p>Crew ${i} stays ashore, the mayor of Velm said.</p>`)
const long = pageOf('Ferries stay long', 'No crew.').replace('</article>', `${words.join('')}</article>`)
const random = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 2654435761) >>> 24))

const coded =
  (encoding: string, bytes: Uint8Array): Answer =>
  (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': encoding }).end(bytes)

/** Sends parts for ever, as fast as they are taken, and counts what the other side took. */
function endless(part: string, type = 'text/html'): { readonly answer: Answer; readonly sent: () => number } {
  let sent = 0
  const answer: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': type })
    const more = () => {
      while (!response.destroyed && response.write(part)) sent += part.length
    }
    response.on('drain', more)
    more()
  }
  return { answer, sent: () => sent }
}

const drip: Answer = (_, response) => {
  response.writeHead(200, html)
  const timer = setInterval(() => response.write('<p>'), 5)
  response.on('close', () => clearInterval(timer))
}

const lies =
  (length: number, body: string): Answer =>
  (_, response) =>
    response.writeHead(200, { ...html, 'content-length': String(length) }).end(body, () => response.destroy())

const limits: FetchOptions = { allowPrivate: true, timeout: 2000, deadline: 2000, maxBytes: million }

async function watched(): Promise<string[]> {
  const watch = openWatch(store.agenda, { fetch: limits, pause: 0, until: 'idle' })
  const seen: string[] = []
  for await (const result of watch.results) {
    const shown = result.ok
      ? `${new URL(result.article.url ?? '').pathname} kept${result.article.issues.map(({ code }) => ` ${code}`).join('')}`
      : `${new URL(result.from).pathname} ${result.issue.code}`
    seen.push(shown)
    if (result.ok) await watch.settle([result.article.provenance.from])
  }
  await watch.close()
  return seen.sort()
}

test('of a site on which almost everything is wrong, each thing is named and what is good is kept', async () => {
  const pages: Record<string, Answer> = {
    '/good': good,
    '/bomb-gzip': coded('gzip', gzipSync(zeros)),
    '/bomb-brotli': coded('br', brotliCompressSync(zeros, { params: { 1: 1 } })),
    '/bomb-deflate': coded('deflate', deflateSync(zeros)),
    '/not-gzip': coded('gzip', Buffer.from(good)),
    '/damaged-gzip': coded('gzip', damaged(gzipSync(long))),
    '/unknown-coding': coded('rot13', random),
    '/endless': endless('<p>The ferry stays.</p>'.repeat(400)).answer,
    '/endless-tag': endless('<div '.repeat(4000)).answer,
    '/drip': drip,
    '/silent': () => {},
    '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
    '/loop-a': (_, response) => response.writeHead(301, { location: '/loop-b' }).end(),
    '/loop-b': (_, response) => response.writeHead(301, { location: '/loop-a' }).end(),
    '/nowhere': (_, response) => response.writeHead(302).end(),
    '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/too-short': lies(999_999, '<html><body><p>The fer'),
    '/whole-but-short': lies(999_999, good),
    '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    '/picture-as-page': (_, response) => response.writeHead(200, html).end(random),
    '/page-as-text': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(good),
    '/page-as-nothing': (_, response) => response.writeHead(200).end(good),
    '/empty': (_, response) => response.writeHead(200, html).end(),
    '/closed': (_, response) => response.destroy(),
    '/long-headers': (_, response) => {
      for (let i = 0; i < 100; i++) response.setHeader(`x-${i}`, 'x'.repeat(1000))
      response.end(good)
    },
    '/nothing-new': (_, response) => response.writeHead(304).end(),
    '/deep': `<html><body>${'<div>'.repeat(100_000)}<p>${words.slice(0, 5).join(' ')}`,
  }
  for (const [path, answer] of Object.entries(pages)) site.put(path, answer)
  site.put('/feed', feedOf(Object.keys(pages).filter((path) => path !== '/loop-b')))
  await store.agenda.addFeeds([newFeed(`${site.url}/feed`, Date.now())])
  expect(await watched()).toEqual([
    '/bomb-brotli too-large',
    '/bomb-deflate too-large',
    '/bomb-gzip too-large',
    '/closed unreachable',
    '/damaged-gzip cut-short',
    '/deep kept',
    '/drip timed-out',
    '/empty no-article',
    '/endless too-large',
    '/endless-tag too-large',
    '/good kept',
    '/long-headers unreachable',
    '/loop too-many-redirects',
    '/loop-a too-many-redirects',
    '/not-gzip cut-short',
    '/nothing-new not-modified',
    '/nowhere http-status',
    '/page-as-nothing kept',
    '/page-as-text kept',
    '/picture wrong-content-type',
    '/picture-as-page binary-data',
    '/silent timed-out',
    '/to-file bad-url',
    '/too-short cut-short',
    '/unknown-coding binary-data',
    '/whole-but-short kept',
  ])
})

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(0xff, copy.length >> 1)
  return copy
}

test('an endless answer is let go at its limit', async () => {
  for (const type of ['text/html', 'application/xml']) {
    const { answer, sent } = endless('<p>The ferry stays.</p>'.repeat(400), type)
    site.put('/endless', answer)
    const found = await fetchBytes(`${site.url}/endless`, limits)
    expect(found).toMatchObject({ ok: false, issue: { code: 'too-large' } })
    // Beside the limit, what the system's buffers of the connection hold.
    expect(sent()).toBeLessThan(20 * million)
  }
})

test('bad feeds: each has its state and error, and the good entries of one that is cut short are read', async () => {
  const item = '<item><title>Ferries stay</title><link>/good</link></item>'
  const cut = `<rss version="2.0"><channel><title>Harrow</title>${item}<item><title>Half`
  const file = gzipSync(Buffer.alloc(70 * million))
  const feeds: Record<string, Answer> = {
    '/bomb': coded('gzip', gzipSync(zeros)),
    '/bomb-in-file': (_, response) => response.writeHead(200).end(file),
    '/cut': lies(999_999, cut),
    '/drip': drip,
    '/endless': endless('<item></item>'.repeat(100)).answer,
    '/soup': (_, response) => response.writeHead(200).end(random),
  }
  site.put('/good', good)
  for (const [path, answer] of Object.entries(feeds)) {
    site.put(path, answer)
    await store.agenda.addFeeds([newFeed(site.url + path, Date.now())])
  }
  expect(await watched()).toEqual(['/good kept'])
  const states = (await store.agenda.feeds()).map((feed) => [
    new URL(feed.url).pathname,
    feed.state,
    feed.error,
  ])
  expect(states).toEqual([
    ['/bomb', 'failing', expect.stringContaining('after decompression')],
    ['/bomb-in-file', 'failing', expect.stringContaining('more than 64 MB after decompression')],
    ['/cut', 'fine', undefined],
    ['/drip', 'failing', expect.stringContaining('took too long')],
    ['/endless', 'failing', expect.stringContaining('after decompression')],
    ['/soup', 'failing', expect.stringMatching(/soup: .+; .+/)],
  ])
})

test('a feed of 50,000 entries is taken whole, also where all have one id', async () => {
  const items = Array.from({ length: 50_000 }, (_, i) => `<item><guid>1</guid><link>/p${i}</link></item>`)
  site.put('/feed', (_, response: ServerResponse) =>
    response
      .writeHead(200)
      .end(`<rss version="2.0"><channel><title>t</title>${items.join('')}</channel></rss>`),
  )
  await store.agenda.addFeeds([newFeed(`${site.url}/feed`, Date.now())])
  const stop = new AbortController()
  const fetch = { allowPrivate: true }
  const watch = openWatch(store.agenda, { fetch, signal: stop.signal, polled: () => stop.abort() })
  for await (const _ of watch.results);
  await watch.close()
  expect(await store.agenda.feeds()).toMatchObject([{ state: 'fine', entries: 50_000, latest: 50_000 }])
})

test('a robots.txt that never ends closes its site for a while, and nothing else', async () => {
  site.put('/robots.txt', endless('# \n'.repeat(1000)).answer)
  site.put('/feed', feedOf(['/good']))
  site.put('/good', good)
  await store.agenda.addFeeds([newFeed(`${site.url}/feed`, Date.now())])
  expect(await watched()).toEqual(['/good too-large'])
  expect(site.asked.includes('/good')).toBe(false)
  expect(await store.agenda.feeds()).toMatchObject([{ state: 'fine' }])
})

test('whatever bytes a server answers, fetching ends with an answer or an issue', async () => {
  let answer = Buffer.alloc(0)
  const server = createRawServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(answer))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const head = fc.constantFrom(
    '',
    'HTTP/1.1 200 OK\r\n',
    'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffff\r\n',
    'HTTP/1.1 999 What\r\n\r\n',
    'HTTP/1.1 302 Found\r\nlocation: http://[\r\n\r\n',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n',
    'HTTP/1.1 103 Early Hints\r\n\r\n',
    'HTTP/0.9 200\r\n\r\n',
  )
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 60 }), async (start, rest) => {
      answer = Buffer.concat([Buffer.from(start), rest])
      const found = await fetchBytes(url, limits)
      expect(found.ok ? 'answer' : found.issue.message).toMatch(/^answer$|: .+; .+/)
    }),
    { numRuns: 120, seed: 3 },
  )
  await new Promise((over) => server.close(over))
})
