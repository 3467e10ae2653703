import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { openStore } from '../../keep/open-store.ts'
import { openSettler } from '../../keep/settle/settle.ts'
import { read } from '../../read/read.ts'
import { recentStories } from './recent-stories.ts'

function ferry(outlet: string, hour: number) {
  const article = articleFromText({
    text: '# Ferry crew of Corvin Quay stops work\n\nThe ferry crew of Corvin Quay stopped work on Tuesday, the union said.',
    outlet,
    published: `2033-05-03T${hour}:00:00Z`,
    url: `https://${outlet}.example/ferry`,
  })
  return { article, reading: read(article) }
}

async function oneStory() {
  const store = await openStore(':memory:')
  const settler = openSettler(store)
  await store.keep([ferry('quay', 10)])
  await settler.settle()
  const id = (await store.stories({ limit: 1 }))[0]?.id ?? ''
  const story = recentStories(store)
  return { store, settler, id, story }
}

test('a story is put in words once, and again when the record has grown', async () => {
  const { store, settler, id, story } = await oneStory()
  const first = (await story(id))?.view()
  expect(first?.articles).toBe(1)
  expect((await story(id))?.view()).toBe(first)

  await store.keep([ferry('vale', 11)])
  await settler.settle()
  expect((await story(id))?.view().articles).toBe(2)
  expect(await story('s:0')).toBeUndefined()
  await store.close()
})

test('a part of a page is made once for all who ask for the same, and again when the record has grown', async () => {
  const { store, settler, id, story } = await oneStory()
  const ask = async (asked: string, words: string) => (await story(id))?.part(asked, async () => words)
  expect([await ask('all', 'one'), await ask('all', 'two'), await ask('disputed', 'three')]).toEqual([
    'one',
    'one',
    'three',
  ])
  for (const asked of ['a', 'b', 'c']) await ask(asked, asked)
  expect([await ask('all', 'four'), await ask('c', 'five')]).toEqual(['four', 'c'])

  await store.keep([ferry('vale', 11)])
  await settler.settle()
  expect(await ask('all', 'six')).toBe('six')
  await store.close()
})
