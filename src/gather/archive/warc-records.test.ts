import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { articlesOf } from '../format/articles-of.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { type WarcRecord, warcRecords } from './warc-records.ts'

const sentence =
  'The ferry crews of Velm will not sail on Friday, the mayor said after a meeting of six hours.'

function page(title: string): string {
  return `<!doctype html><title>${title}</title><article><h1>${title}</h1>${`<p>${sentence}</p>`.repeat(5)}</article>`
}

function record(
  url: string,
  body: string | Uint8Array,
  head = 'content-type: text/html; charset=utf-8',
): Buffer {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), Buffer.from(body)])
  return warc('response', http, url)
}

function warc(type: string, content: Uint8Array, url: string, length = content.length): Buffer {
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\nContent-Length: ${length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n\r\n')])
}

/** The bytes in pieces of some size, as they come from a file or a pipe. */
async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function records(bytes: Uint8Array, size = 1000): Promise<readonly WarcRecord[]> {
  const found: WarcRecord[] = []
  for await (const one of warcRecords(pieces(bytes, size))) found.push(one)
  return found
}

async function results(bytes: Uint8Array, options: GatherOptions = {}): Promise<readonly GatherResult[]> {
  const found: GatherResult[] = []
  const source = { from: 'a.warc', format: undefined, bytes: pieces(bytes, 1000) }
  for await (const one of articlesOf(source, options)) found.push(one)
  return found
}

function told(found: readonly WarcRecord[]): readonly string[] {
  return found.map((one) =>
    one.ok ? (one.fields.get('warc-target-uri') ?? '') : `${one.offset}: ${one.found}`,
  )
}

const three = ['https://harrow.example/a', 'https://harrow.example/b', 'https://harrow.example/c'] as const
const plain = three.map((url) => record(url, page(url)))
const packed = plain.map((bytes) => gzipSync(bytes))

test.each([1, 7, 1000, 1_000_000])(
  'records are the same, packed or plain, in pieces of %i bytes',
  async (size) => {
    expect(told(await records(Buffer.concat(plain), size))).toEqual(three)
    expect(told(await records(Buffer.concat(packed), size))).toEqual(three)
    expect(told(await records(gzipSync(Buffer.concat(plain)), size))).toEqual(three)
  },
)

test.each([1000, 70_000, 3_000_000])('a record of megabytes is whole in pieces of %i bytes', async (size) => {
  const body = Buffer.from(Array.from({ length: 400_000 }, (_, i) => `${i * 7919} ferries `).join(''))
  const large = record('https://harrow.example/large', body)
  for (const [before, packedOrPlain, after] of [
    [packed[0], gzipSync(large), packed[1]],
    [plain[0], large, plain[1]],
  ] as const) {
    const whole = Buffer.concat([before ?? large, packedOrPlain, after ?? large])
    const contents: boolean[] = []
    for await (const one of warcRecords(pieces(whole, size))) {
      contents.push(one.ok && Buffer.from(one.content).subarray(-body.length).equals(body))
    }
    expect(contents).toEqual([false, true, false])
  }
})

test('each record says where it begins, so that reading can be taken up there', async () => {
  const whole = Buffer.concat(packed)
  const offset = (await records(whole)).at(-1)?.offset ?? 0
  expect(told(await records(whole.subarray(offset)))).toEqual([three[2]])
})

test('articles carry the address and the time of the record', async () => {
  const found = await results(
    Buffer.concat([gzipSync(warc('warcinfo', Buffer.from('software: x'), '')), ...packed]),
  )
  expect(found.map((one) => one.ok && [one.article.url, one.article.provenance.fetched])).toEqual(
    three.map((url) => [url, '2031-03-04T10:00:00Z']),
  )
})

test('answers that hold no page are passed over', async () => {
  const other = [
    record('https://harrow.example/p', 'x', 'content-type: image/png'),
    warc('request', Buffer.from('GET / HTTP/1.1\r\n\r\n'), three[0]),
  ]
  expect(await results(Buffer.concat(other))).toEqual([])
})

test('bodies may be chunked or packed once more', async () => {
  const body = Buffer.from(page('Ferries stay in harbour'))
  const chunked = Buffer.concat([
    Buffer.from(`${body.length.toString(16)}\r\n`),
    body,
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  const found = await results(
    Buffer.concat([
      record(three[0], chunked, 'content-type: text/html\r\ntransfer-encoding: chunked'),
      record(three[1], gzipSync(body), 'content-type: text/html\r\ncontent-encoding: gzip'),
      record(
        three[2],
        body,
        'content-type: text/html\r\ntransfer-encoding: chunked\r\ncontent-encoding: gzip',
      ),
    ]),
  )
  expect(found.map((one) => one.ok && one.article.title)).toEqual(
    new Array(3).fill('Ferries stay in harbour'),
  )
})

test('a damaged member is named and the others are read', async () => {
  const [a, b, c] = packed
  if (a === undefined || b === undefined || c === undefined) throw new Error('three members are needed')
  const bad = Buffer.from(b)
  bad.fill(0xff, 60, 90)
  const found = told(await records(Buffer.concat([a, bad, c])))
  expect(found[0]).toBe(three[0])
  expect(found.at(-1)).toBe(three[2])
  expect(found).toContainEqual(
    expect.stringMatching(
      new RegExp(`^${a.length}: its compressed data is damaged|^${a.length}: its check sum`),
    ),
  )
})

test('a member cut short at the end is named', async () => {
  const [a, b] = packed
  if (a === undefined || b === undefined) throw new Error('two members are needed')
  expect(told(await records(Buffer.concat([a, b.subarray(0, b.length - 40)])))).toEqual([
    three[0],
    `${a.length}: its compressed data is cut short`,
  ])
})

test.each([
  ['too small', 20],
  ['too large', 100_000],
])('a plain record whose length is %s is named and the next is read', async (_, length) => {
  const content = Buffer.from(`HTTP/1.1 200 OK\r\n\r\n${page('A')}`)
  const found = told(
    await records(Buffer.concat([warc('response', content, three[0], length), record(three[1], page('B'))])),
  )
  expect(found[0]).toMatch(/^0: its length is given as/)
  expect(found.at(-1)).toBe(three[1])
})

test.each([
  ['too small', 20],
  ['too large', 100_000],
])('a packed record whose length is %s is named and the next is read', async (_, length) => {
  const content = Buffer.from(`HTTP/1.1 200 OK\r\n\r\n${page('A')}`)
  const found = told(
    await records(
      Buffer.concat([
        gzipSync(warc('response', content, three[0], length)),
        gzipSync(record(three[1], page('B'))),
      ]),
    ),
  )
  expect(found[0]).toMatch(/^0: its length is given as/)
  expect(found[1]).toBe(three[1])
  expect(found).toHaveLength(2)
})

test('a record that unpacks to no end is passed over', async () => {
  const bomb = gzipSync(Buffer.alloc(140 * 1024 * 1024))
  const found = told(await records(Buffer.concat([packed[0] ?? bomb, bomb, packed[1] ?? bomb])))
  expect(found[0]).toBe(three[0])
  expect(found).toContainEqual(expect.stringMatching(/more than 128 MB/))
  expect(found.at(-1)).toBe(three[1])
})

test('bytes that are no archive are an issue', async () => {
  expect(await results(Buffer.from('WARC/1.0\r\nrubbish'))).toMatchObject([
    { ok: false, issue: { code: 'bad-warc' } },
  ])
})
