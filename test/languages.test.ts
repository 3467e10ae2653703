import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ServedRecord, serveRecord } from './served-record.ts'

vi.setConfig({ testTimeout: 120_000 })

const german = [
  'Die Fähren von Velm bleiben bis Freitag im Hafen, sagte die Bürgermeisterin am Montag nach dem Gespräch.',
  'Die Hafenbehörde will, dass die Besatzungen bis zum Wochenende wieder arbeiten, sagte ein Sprecher.',
]
const english = [
  'The ferry crews of Velm will not sail before Friday, the mayor said on Monday after a long meeting.',
  'The port authority wants to see the crews back at work by the weekend, a spokesman said.',
]
const folder = mkdtempSync(join(tmpdir(), 'onrecord-languages-'))
let record: ServedRecord

beforeAll(async () => {
  const put = (name: string, paragraphs: readonly string[]) =>
    writeFileSync(join(folder, name), paragraphs.join('\n\n'))
  put('german.txt', ['Fähren bleiben im Hafen', ...german])
  put('mixed.txt', ['Ferries stay in harbour', ...english, german[0] ?? ''])
  record = await serveRecord([folder])
}, 300_000)
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true })
})

async function keptFrom(name: string) {
  for await (const { id } of record.store.log()) {
    const kept = await record.store.article(id)
    if (kept?.article.provenance.from.endsWith(name)) return { id, ...kept }
  }
  throw new Error(`${name} was not kept`)
}

test('an article in a language that is not read is kept, nothing is read from it, and its page says so', async () => {
  const { id, article, reading } = await keptFrom('german.txt')
  expect(article.language).toBe('de')
  expect(reading.attributions).toEqual([])
  const html = await (await fetch(record.address(`/articles/${id}`))).text()
  expect(html).toContain(german[0])
  expect(html).toContain('not read: its language is de')
  expect(html).toContain('kept and searchable, but no claims are read from it')
})

test('what is not read can be searched', async () => {
  const found = await (await fetch(record.address('/search.json?q=Hafenbeh%C3%B6rde'))).json()
  expect(JSON.stringify(found)).toContain((await keptFrom('german.txt')).id)
})

test('a block in another language within an article that is read is left unread and said to be so', async () => {
  const { article, reading } = await keptFrom('mixed.txt')
  expect(article.language).toBe('en')
  const start = article.text.indexOf(german[0] ?? '')
  expect(start).toBeGreaterThan(0)
  const spans = reading.attributions.flatMap(({ content, cue }) => [...content, ...cue])
  expect(spans.length).toBeGreaterThan(0)
  expect(spans.filter((span) => span.start >= start)).toEqual([])
  expect(JSON.stringify([article.issues, reading.issues])).toContain('unread-language')
})
