import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
// @ts-expect-error: plain JavaScript
import { generate } from '../bench/generate.mjs'
import { articleFromText } from '../src/gather/article-from-text.ts'
import { openStore } from '../src/keep/open-store.ts'
import { openSettler } from '../src/keep/settle/settle.ts'
import type { Kept, Store } from '../src/keep/store.ts'
import { read } from '../src/read/read.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-pipeline-'))
afterAll(() => rmSync(folder, { recursive: true }))
vi.setConfig({ testTimeout: 300_000 })

// Each article is read once; what is tested is what becomes of readings.
const articles: Kept[] = [...generate(24, 7)].map(({ id: _, ...each }) => keptOf(articleFromText(each)))

test('the live record is the rebuilt one, byte for byte, whatever the order of arrival', async () => {
  const inOrder = await recordOf(articles, 7)
  expect(inOrder.stories.length).toBeGreaterThan(3)
  expect(inOrder.stories.join()).toContain('"carriers":[{')
  expect(inOrder.rebuilt).toEqual(inOrder.stories)
  for (const seed of [1, 2]) {
    const shuffled = await recordOf(shuffle(articles, seed), 5)
    expect(shuffled.stories).toEqual(inOrder.stories)
  }
})

test('a revision moves its article where a record that never knew the old text has it', async () => {
  const [first, ...rest] = articles
  const last = articles.at(-1)
  if (first === undefined || last === undefined) throw new Error('no articles')
  const revised = keptOf(
    articleFromText({ ...last.article, url: first.article.url, published: first.article.published }),
  )
  const live = await recordOf([...articles, revised], 16)
  const fresh = await recordOf([revised, ...rest], 16)
  expect(live.stories).toEqual(fresh.stories)
})

test('adding everything again changes nothing', async () => {
  const store = await openStore(join(folder, 'again.db'))
  await add(store, articles, 16)
  const before = [await store.version(), await store.counts(), await storiesOf(store)]
  await add(store, shuffle(articles, 4), 9)
  expect([await store.version(), await store.counts(), await storiesOf(store)]).toEqual(before)
  await store.close()
})

test('two writers on one record at once leave what one of them alone would have left', async () => {
  const path = join(folder, 'two.db')
  const [one, two] = [await openStore(path), await openStore(path)]
  const half = articles.length / 2
  await Promise.all([add(one, articles.slice(0, half + 5), 6), add(two, articles.slice(half - 5), 4)])
  const together = await storiesOf(one)
  await Promise.all([one.close(), two.close()])
  expect(together).toEqual((await recordOf(articles, 16)).stories)
})

test('what was kept and not compared, as after a crash, is compared by the next one who adds', async () => {
  const store = await openStore(join(folder, 'crash.db'))
  await store.keep(articles.slice(0, 12))
  await add(store, articles.slice(12), 16)
  expect(await storiesOf(store)).toEqual((await recordOf(articles, 16)).stories)
  await store.close()
})

const walkout =
  "Crew of the Osterholm ferry walked out on Tuesday over pay. Pickets stood at the gate of Corvin Quay, and the seamen's union said that no boat would sail before the company made an offer."
const stranded =
  'Two hundred tourists slept in a school gymnasium in Harle after their bus reached an empty harbour. Volunteers handed out blankets and soup; a hotel keeper opened her ballroom to families with children.'
const both =
  "Crew of the Osterholm ferry stayed out over pay, and the seamen's union kept its pickets at Corvin Quay while two hundred tourists slept in a school gymnasium in Harle, where volunteers handed out blankets and soup because no boat would sail before the company made an offer."
const merging = [
  keptOf(
    articleFromText({
      title: 'Ferry crew walks out at Corvin Quay',
      text: walkout,
      url: 'https://a.example/1',
      published: '2033-05-03T08:00:00Z',
    }),
  ),
  keptOf(
    articleFromText({
      title: 'Tourists sleep in a gymnasium in Harle',
      text: stranded,
      url: 'https://b.example/2',
      published: '2033-05-03T09:00:00Z',
    }),
  ),
  keptOf(
    articleFromText({
      title: 'Tourists sleep in a gymnasium as ferry crew stays out',
      text: both,
      url: 'https://c.example/3',
      published: '2033-05-03T10:00:00Z',
    }),
  ),
]

test('two stories that a third report makes one: the id of the younger leads to the older, which says why', async () => {
  const store = await openStore(join(folder, 'merge.db'))
  await add(store, merging.slice(0, 2), 1)
  const [a, b] = merging.map(({ article }) => `s:${article.id}`)
  expect((await store.stories()).map(({ id }) => id).sort()).toEqual([a, b].sort())
  await add(store, merging.slice(2), 1)
  expect((await store.stories()).map(({ id }) => id)).toEqual([a])
  const story = await store.story(b ?? '')
  expect(story).toMatchObject({ id: a, aliases: [b] })
  expect(await store.findStories(b ?? '')).toEqual([a])
  expect(story?.joined.find(({ article }) => `s:${article}` === b)).toMatchObject({
    rule: 'STORY-MERGE',
    earlier: [{ rule: 'JOIN-NEW' }],
  })
  await store.close()
})

test('two stories that were one for a while: each has its id, and every move is told', async () => {
  const reports = [0, 1, 2, 3].flatMap((i) => [
    keptOf(
      articleFromText({
        title: `Osterholm ferry crew stays out over pay, day ${i}`,
        text: `Crew of the Osterholm ferry stayed out over pay on Wednesday. The seamen's union kept pickets at the gate of Corvin Quay and said the company's offer of ${i + 2} per cent was too low. No boat would sail, the union said.`,
        url: `https://d.example/${i}`,
        published: `2033-05-0${4 + Math.floor(i / 2)}T0${i}:00:00Z`,
      }),
    ),
    keptOf(
      articleFromText({
        title: `Harle school gymnasium shelters tourists, night ${i}`,
        text: `Tourists spent night ${i} in the school gymnasium in Harle. Volunteers cooked soup and gave blankets; the hotel keeper opened her ballroom to families with children, and a choir sang for the ${200 - i} guests.`,
        url: `https://e.example/${i}`,
        published: `2033-05-0${4 + Math.floor(i / 2)}T0${i + 1}:30:00Z`,
      }),
    ),
  ])
  const store = await openStore(join(folder, 'split.db'))
  await add(store, [...merging, ...reports], 1)
  const [a, b] = merging.map(({ article }) => `s:${article.id}`)
  expect((await store.stories()).map(({ id }) => id).sort()).toEqual([a, b].sort())
  const story = await store.story(b ?? '')
  expect(story?.joined.find(({ article }) => `s:${article}` === b)).toMatchObject({
    rule: 'STORY-SPLIT',
    earlier: [{ rule: 'STORY-MERGE' }, { rule: 'JOIN-NEW' }],
  })
  await store.close()
})

test('a merge and its reasons are the same whatever order the reports come in, and after a rebuild', async () => {
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]
  const records = await Promise.all(
    orders.map((order) =>
      recordOf(
        order.flatMap((i) => merging[i] ?? []),
        1,
      ),
    ),
  )
  for (const record of records) {
    expect(record.stories).toEqual(records[0]?.stories)
    expect(record.rebuilt).toEqual(record.stories)
  }
})

test("a person's decision about two names holds after a rebuild, and for what comes later", async () => {
  const reports = [
    'The harbour master Abel Noor resigned in Velm on Monday after the ferry Halcyon struck the pier.',
    'Mr Noor resigned in Velm on Monday after the ferry Halcyon struck the pier, the harbour office said.',
  ].map((text, i) =>
    keptOf(articleFromText({ text, outlet: `Outlet ${i}`, published: `2033-05-0${i + 2}T08:00:00Z` })),
  )
  const store = await openStore(join(folder, 'names.db'))
  const rulesOf = async () =>
    (await store.stories())
      .flatMap(({ id }) => id)
      .reduce<Promise<string[]>>(async (rules, id) => {
        const story = await store.story(id)
        const variants = story?.entities.flatMap((entity) => entity.variants) ?? []
        return [...(await rules), ...variants.flatMap(({ text, rule }) => (text === 'Noor' ? [rule] : []))]
      }, Promise.resolve([]))
  await add(store, reports.slice(0, 1), 1)
  await store.correct({
    id: 'k:1',
    kind: 'names-apart',
    about: 'Abel Noor',
    value: 'Noor',
    at: '2033-05-03T00:00:00Z',
  })
  await add(store, reports.slice(1), 1)
  expect(await rulesOf()).toEqual(['NAM-PARTED'])
  const live = await storiesOf(store)
  await store.forgetStories()
  await openSettler(store).settle()
  expect(await storiesOf(store)).toEqual(live)
  await store.close()
})

let made = 0
async function recordOf(list: readonly Kept[], batch: number) {
  const store = await openStore(join(folder, `${made++}.db`))
  await add(store, list, batch)
  const stories = await storiesOf(store)
  await store.forgetStories()
  await openSettler(store).settle()
  const rebuilt = await storiesOf(store)
  await store.close()
  return { stories, rebuilt }
}

async function add(store: Store, list: readonly Kept[], batch: number): Promise<void> {
  const settler = openSettler(store)
  for (let start = 0; start < list.length; start += batch) {
    await store.keep(list.slice(start, start + batch))
    await settler.settle({ late: 'wait' })
  }
  await settler.settle()
}

function keptOf(article: Kept['article']): Kept {
  return { article, reading: read(article) }
}

async function storiesOf(store: Store): Promise<string[]> {
  const stories: string[] = []
  for (const { id } of await store.stories()) stories.push(JSON.stringify(await store.story(id)))
  return stories
}

function shuffle<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((item, i) => ({ item, key: Math.sin(seed * 1000 + i * 12.9898) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
