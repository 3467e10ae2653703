import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build, onrecord } from './built-cli.ts'
import { type ServedRecord, serveRecord } from './served-record.ts'

vi.setConfig({ testTimeout: 120_000 })

const url = 'https://harrow.example/ferries'
const opening = 'The ferry crews of Velm will not sail before Friday, the mayor said on Monday.'
const hurt = 'Nine people were hurt when the crews blocked the harbour road, police said.'
const offer = 'The port authority has made a new offer, which the crews called an insult.'
const page = (modified: string | undefined, ...paragraphs: readonly string[]) => ({
  url,
  title: 'Ferries stay in harbour',
  outlet: 'Harrow Post',
  published: '2031-03-03T08:00:00Z',
  ...(modified === undefined ? {} : { modified }),
  text: paragraphs.join('\n\n'),
})
const versions = [
  page(undefined, opening, hurt, offer),
  // Changed without a word.
  page(undefined, opening, hurt.replace('Nine', 'Eleven')),
  page(
    '2031-03-03T15:00:00Z',
    opening,
    hurt.replace('Nine', 'Eleven'),
    'Correction: An earlier version of this article misstated the number of people who were hurt.',
  ),
]

const folder = mkdtempSync(join(tmpdir(), 'onrecord-revisions-'))
const file = join(folder, 'pages.jsonl')
const db = join(folder, 'record.db')
let record: ServedRecord

beforeAll(async () => {
  build()
  writeFileSync(file, versions.map((version) => JSON.stringify(version)).join('\n'))
  const added = onrecord(['add', file, '--db', db])
  if (added.status !== 0) throw new Error(added.stderr)
  record = await serveRecord([file])
}, 600_000)
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true })
})

const article = async () => {
  for await (const { id } of record.store.log()) return id
  throw new Error('no article was kept')
}

test('the history of an article says, block by block, what each revision changed and whether the page says so', async () => {
  const id = await article()
  const lines = onrecord(['article', id, '--history', '--json', '--db', db]).stdout.trim().split('\n')
  const revisions = lines.map((line) => JSON.parse(line))
  expect(revisions.map((each) => [each.isSilent, each.told])).toEqual([
    [false, undefined],
    [true, undefined],
    [false, 'a correction note'],
  ])
  expect(revisions[1].changes).toEqual([
    {
      kind: 'reworded',
      block: 'prose',
      words: [
        { kind: 'removed', text: 'Nine' },
        { kind: 'added', text: 'Eleven' },
        { kind: 'same', text: hurt.slice('Nine '.length) },
      ],
    },
    { kind: 'removed', block: 'prose', words: [{ kind: 'removed', text: offer }] },
  ])
  const text = onrecord(['article', id, '--history', '--db', db]).stdout
  expect(text).toContain('silent: 1 block reworded, 1 block removed; the page does not say so')
  expect(text).toContain('[-Nine-] {+Eleven+} people were hurt')
  expect(text).toContain('correction added: {+Correction: An earlier version')
})

test("the article's page shows what was silently altered, and its JSON says the same", async () => {
  const id = await article()
  const html = await (await fetch(record.address(`/articles/${id}`))).text()
  expect(html).toContain('How this text changed: 3 revisions, 1 without a word on the page')
  expect(html).toMatch(/<del>Nine <\/del><ins>Eleven <\/ins>people were hurt/)
  const view = await (await fetch(record.address(`/articles/${id}.json`))).json()
  expect(view.revisions.map((each: { isSilent: boolean }) => each.isSilent)).toEqual([false, true, false])
})

test('the newest revision is the article, and an article kept once has no history to show', async () => {
  const kept = await record.store.article(await article())
  expect(kept?.article.modified).toBe('2031-03-03T15:00:00Z')
  await record.add({ 'one.txt': `A second article\n\n${offer} ${opening}` })
  let last = ''
  for await (const { id } of record.store.log()) last = id
  const html = await (await fetch(record.address(`/articles/${last}`))).text()
  expect(html).not.toContain('How this text changed')
})
