import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { gather } from '../gather.ts'
import type { GatherResult } from '../result.ts'
import { openPage } from './open-page.ts'
import { pageArticle } from './page-article.ts'
import { readPage } from './read-page.ts'
import { longestPage, scanPage } from './scan.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'onrecord-pages-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sentences = [
  'The ferry crews of Velm will not sail before Friday, the mayor said on Monday after a long meeting.',
  'The port authority wants to see the crews back at work by the weekend, according to two people.',
  'The talks are to go on in Harrow on Thursday, a spokeswoman for the ministry said in a statement.',
]
const article = `<h1>Ferries stay in harbour</h1><article>${sentences.map((words) => `<p>${words}</p>`).join('')}</article>`

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function all(results: AsyncIterable<GatherResult>): Promise<readonly GatherResult[]> {
  const found: GatherResult[] = []
  for await (const result of results) found.push(result)
  return found
}

test('of a gigabyte of one tag no more is taken than the limit, and it is said', async () => {
  let taken = 0
  const chunk = new TextEncoder().encode('<b>'.repeat(350_000))
  async function* gigabyte(): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode('<!doctype html><html>')
    for (; taken < 2 ** 30; taken += chunk.length) yield chunk
  }
  const [found] = await all(gather(['-'], { stdin: gigabyte() }))
  expect(found).toMatchObject({ ok: false, issue: { code: 'too-large' } })
  expect(taken).toBeLessThan(40 * 2 ** 20)
})

test('a page file over the limit is refused by name, and reads no further', async () => {
  const path = file('large.html', Buffer.alloc(33 * 2 ** 20, '<b>'))
  const opened = await openPage(path)
  expect(opened).toMatchObject({ ok: false, issue: { code: 'too-large' } })
  expect(await openPage(join(folder, 'none.html'))).toMatchObject({
    ok: false,
    issue: { code: 'missing-file' },
  })
})

test.each<[string, (count: number) => string, number]>([
  ['one tag', (count) => '<b>'.repeat(count / 3), 24_000_000],
  ['nested elements', (count) => '<div class="a b">'.repeat(count), 100_000],
  ['closing tags', (count) => '</p>'.repeat(count), 500_000],
  ['attributes', (count) => `<p ${'a="b" '.repeat(count)}>`, 500_000],
  ['links', (count) => '<a href="/x">more</a> '.repeat(count), 100_000],
  ['list items', (count) => '<li>one'.repeat(count), 100_000],
  ['entities', (count) => '&amp;'.repeat(count), 500_000],
  ['table cells', (count) => '<table><tr><td>1'.repeat(count), 20_000],
  ['half a tag', (count) => '<'.repeat(count), 2_000_000],
  ['comments that never close', (count) => '<!--'.repeat(count), 500_000],
])('%s without end after an article: the article is read', (_, noise, count) => {
  const page = `${article}${noise(count)}`
  expect(page.length).toBeLessThan(longestPage + 10_000_000)
  const draft = readPage(page, { from: 'page.html', url: undefined })
  for (const words of sentences) expect(draft?.text).toContain(words)
})

test('bytes in random order are read without an error, and what stands in them is not lost', async () => {
  let state = 11
  const bytes = Uint8Array.from({ length: 300_000 }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.max(1, state >>> 24)
  })
  const soup = new TextDecoder('windows-1252').decode(bytes)
  for (const page of [
    soup,
    `${article}${soup}`,
    `${soup}</script></style></title></textarea>-->"'>${article}`,
  ]) {
    const read = pageArticle(page)
    for (const { block } of read.blocks) expect(block.text).not.toBe('')
  }
  const draft = readPage(`${article}${soup}`, { from: 'page.html', url: undefined })
  for (const words of sentences) expect(draft?.text).toContain(words)
})

test.each<[string, string, BufferEncoding, string]>([
  ['UTF-8 that says it is Latin-1', '<meta charset="iso-8859-1">', 'utf8', 'wrong-encoding'],
  ['Latin-1 that says it is UTF-8', '<meta charset="utf-8">', 'latin1', 'wrong-encoding'],
  ['Latin-1 that says nothing', '', 'latin1', 'unknown-encoding'],
])('%s keeps its words', async (_, head, encoding, code) => {
  const page = `<html lang="en"><head>${head}<title>Café</title></head><body>${article.replace('mayor', 'mayor of Güntersdøl')}</body></html>`
  const [found] = await all(gather([file('charset.html', Buffer.from(page, encoding))]))
  expect(found?.ok && found.article.text).toContain('the mayor of Güntersdøl said')
  expect(found?.ok && found.article.issues.map((issue) => issue.code)).toContain(code)
})

test('a page that a parser closes only at its end keeps the place of each block in the source', () => {
  const page = `<div><b><i>${article.replaceAll('</p>', '')}`
  for (const { text, pieces } of scanPage(page).blocks) {
    const source = pieces.map(({ start, end }) => page.slice(start, end)).join('')
    expect(source.replace(/\s+/g, ' ').trim()).toBe(text)
  }
})
