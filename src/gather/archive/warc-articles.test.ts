import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractPage } from '../format/raw-page.ts'
import { gather } from '../gather.ts'
import type { GatherOptions } from '../result.ts'

const english =
  'The ferry crews of Velm will not sail on Friday, the mayor said after a meeting of six hours with the unions.'
const german =
  'Die Fähren von Velm werden am Freitag nicht fahren, sagte die Bürgermeisterin nach einer Sitzung von sechs Stunden.'

type Page = {
  readonly url: string
  readonly date?: string
  readonly outlet?: string
  readonly sentence?: string
}

const pages: readonly Page[] = [
  { url: 'https://www.harrow.example/a', outlet: 'The Harrow Post' },
  { url: 'https://tide.example/b', outlet: 'Tidewater Wire', date: '2031-03-05T08:00:00Z' },
  { url: 'https://tide.example/c', outlet: 'Tidewater Wire', date: '2031-03-06T08:00:00Z', sentence: german },
]

function member({ url, date = '2031-03-04T10:00:00Z', outlet = '', sentence = english }: Page): Buffer {
  const html = `<!doctype html><title>Ferries stay in harbour</title><meta property="og:site_name" content="${outlet}"><article><h1>Ferries stay in harbour</h1>${`<p>${sentence}</p>`.repeat(5)}</article>`
  const http = Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\n${html}`)
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${date}\r\nContent-Length: ${http.length}\r\n\r\n`
  return gzipSync(Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]))
}

let folder = ''
let archive = ''
const bytes = Buffer.concat(pages.map(member))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warc-'))
  archive = join(folder, 'news.warc.gz')
  await writeFile(archive, bytes)
})
afterAll(() => rm(folder, { recursive: true }))

async function addresses(
  input: string,
  options: GatherOptions = {},
): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = []
  for await (const result of gather([input], options))
    found.push(result.ok ? result.article.url?.replace('https://', '') : result.issue.message)
  return found
}

test.each<[string, GatherOptions, readonly string[]]>([
  ['everything', {}, ['www.harrow.example/a', 'tide.example/b', 'tide.example/c']],
  ['since a day', { since: '2031-03-05' }, ['tide.example/b', 'tide.example/c']],
  ['since a time in another zone', { since: '2031-03-05T10:30:00+02:00' }, ['tide.example/c']],
  ['an outlet by name', { outlet: 'harrow post' }, ['www.harrow.example/a']],
  ['an outlet by host', { outlet: 'harrow.example' }, ['www.harrow.example/a']],
  ['a language', { language: 'de' }, ['tide.example/c']],
  ['a limit', { limit: 2 }, ['www.harrow.example/a', 'tide.example/b']],
  [
    'all of them',
    { since: '2031-03-05', outlet: 'tide.example', language: 'en', limit: 1 },
    ['tide.example/b'],
  ],
])('of an archive, %s', async (_, options, want) => {
  expect(await addresses(archive, options)).toEqual(want)
})

test('an archive may come from standard input', async () => {
  expect(
    await addresses('-', { stdin: Readable.from([bytes.subarray(0, 300), bytes.subarray(300)]) }),
  ).toEqual(['www.harrow.example/a', 'tide.example/b', 'tide.example/c'])
})

test('pages that are read at once are not mixed up', async () => {
  const many = Array.from({ length: 40 }, (_, i) => ({
    url: `https://tide.example/${i}`,
    sentence: `Ferry ${i} of Velm will not sail on Friday, the mayor said after a meeting of six hours with the unions.`,
  }))
  const file = join(folder, 'many.warc.gz')
  await writeFile(file, Buffer.concat(many.map(member)))
  const texts: string[] = []
  // As where the readers are busy: a page waits while others are taken from the archive.
  const extract: GatherOptions['extract'] = async (page) => {
    await new Promise((resolve) => setImmediate(resolve))
    return await extractPage(page)
  }
  for await (const result of gather([file], { atOnce: 8, extract }))
    if (result.ok) texts.push(result.article.text)
  expect(texts.map((text) => text.match(/Ferry \d+/)?.[0])).toEqual(many.map((_, i) => `Ferry ${i}`))
})

test('reading is taken up at the record that an article names as its place', async () => {
  const places: string[] = []
  for await (const result of gather([archive])) if (result.ok) places.push(result.article.provenance.from)
  const second = places[1] ?? ''
  expect(second).toMatch(/news\.warc\.gz@\d+$/)
  const again: string[] = []
  for await (const result of gather([second])) if (result.ok) again.push(result.article.provenance.from)
  expect(again).toEqual(places.slice(1))
})

test('an earliest time that is none is an issue', async () => {
  const [first] = await addresses(archive, { since: 'lately' })
  expect(first).toMatch(/--since/)
})

test('the bytes of a file are counted as they are read', async () => {
  const seen: number[] = []
  const advance: GatherOptions['advance'] = ({ done, of }) => seen.push(done, of)
  await addresses(archive, { advance })
  expect(seen.slice(-2)).toEqual([bytes.length, bytes.length])
})

test('wrong content types, wrong lengths and cut members leave the other records standing', async () => {
  const [a, b, c] = pages.map(member)
  const image = Buffer.from(
    'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tide.example/i\r\nContent-Length: 44\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n',
  )
  const png = gzipSync(Buffer.concat([image, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])]))
  const parts = [a, png, b?.subarray(0, 200), c].filter((part) => part !== undefined)
  const file = join(folder, 'bad.warc.gz')
  await writeFile(file, Buffer.concat(parts))
  const found = await addresses(file)
  expect(found[0]).toBe('www.harrow.example/a')
  expect(found.at(-1)).toBe('tide.example/c')
  expect(found.slice(1, -1).join('\n')).toMatch(/bad\.warc\.gz@\d+.*damaged|cut short/)
})
