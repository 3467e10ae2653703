import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { generate } from '../bench/generate.mjs'
import { newsPage } from '../bench/news-page.mjs'
import { build } from './built-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-workers-'))
vi.setConfig({ testTimeout: 300_000 })
beforeAll(build, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

const articles = [...generate(90, 5, () => true)]

/** An archive of the pages, and a folder of them. */
function inputs(): readonly string[] {
  const record = (url: string, html: string) => {
    const http = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n${html}`
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2032-03-04T10:00:00Z\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
  }
  const archive = join(folder, 'news.warc.gz')
  const empty = record('https://harrow.example/empty', '<html><body><nav>Home</nav></body></html>')
  const records = articles.slice(0, 60).map((each) => record(each.url, newsPage(each)))
  records.splice(40, 0, empty)
  writeFileSync(archive, Buffer.concat(records.map((each) => gzipSync(each))))
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  articles.slice(60).forEach((each, i) => {
    writeFileSync(join(pages, `${100 + i}.html`), newsPage(each))
  })
  return [archive, pages]
}

test('pages that workers find and read make the same record, acknowledged in the same order', async () => {
  const { addToRecord } = await import(`${import.meta.dirname}/../dist/pipeline.js`)
  const { openStore } = await import(`${import.meta.dirname}/../dist/keep/open-store.js`)
  const places = inputs()
  const records: unknown[] = []
  for (const workers of [0, 2]) {
    const store = await openStore(':memory:')
    const acknowledged: { readonly outcome: string }[] = []
    // Small batches: the workers have long begun when most pages come.
    await addToRecord(store, places, {
      workers,
      batch: 25,
      acknowledge: (added: { readonly outcome: string }) => acknowledged.push(added),
    })
    const stories: string[] = []
    for (const { id } of await store.stories()) stories.push(JSON.stringify(await store.story(id)))
    const kept: string[] = []
    for await (const { id } of store.log()) kept.push(JSON.stringify(await store.article(id)))
    await store.close()
    // What fails is said first in its batch, and where batches end depends on the moment.
    const parts = ['added', 'failed'].map((each) => acknowledged.filter(({ outcome }) => outcome === each))
    records.push({ parts, stories, kept })
    expect(acknowledged).toHaveLength(91)
    expect(kept).toHaveLength(90)
  }
  expect(records[1]).toEqual(records[0])
})

test('--limit ends a run in the middle of an archive while workers are busy', async () => {
  const { addToRecord } = await import(`${import.meta.dirname}/../dist/pipeline.js`)
  const { openStore } = await import(`${import.meta.dirname}/../dist/keep/open-store.js`)
  const store = await openStore(':memory:')
  await addToRecord(store, [join(folder, 'news.warc.gz')], { workers: 2, batch: 25, limit: 45 })
  expect((await store.counts()).articles).toBe(45)
  await store.close()
})
