import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { openStore } from '../open-store.ts'
import { articlesAtHand } from './at-hand.ts'

function report(url: string, text: string, modified?: string) {
  const article = articleFromText({
    text,
    url: `https://harle.example/${url}`,
    ...(modified ? { modified } : {}),
  })
  return { article, reading: read(article) }
}

test('articles at hand are those of the record: a new revision comes in place of the old one, and what there is no room for is asked for again', async () => {
  const store = await openStore(':memory:')
  const [a, b, c] = ['a', 'b', 'c'].map((name) => report(name, `Ferry ${name} stays in the port of Harle.`))
  if (a === undefined || b === undefined || c === undefined) throw new Error('no reports')
  await store.keep([a, b, c])
  const asked: string[][] = []
  const counting = {
    articles: (ids: readonly string[]) => {
      asked.push([...ids])
      return store.articles(ids)
    },
  }
  const atHand = articlesAtHand(counting, a.article.text.length * 2)
  const ids = [a, b].map(({ article }) => article.id)
  expect(await atHand.articles([...ids, 'nobody'])).toEqual(await store.articles(ids))
  expect(await atHand.articles(ids.toReversed())).toEqual(await store.articles(ids.toReversed()))
  const revised = report('a', 'Ferry a has left the port of Harle.', '2033-05-03T08:00:00Z')
  await store.keep([revised])
  atHand.forget([a.article.id])
  expect((await atHand.articles(ids)).map(({ article }) => article.text)).toEqual([
    revised.article.text,
    b.article.text,
  ])
  expect(await atHand.articles([c.article.id])).toEqual(await store.articles([c.article.id]))
  expect(await atHand.articles(ids)).toEqual(await store.articles(ids))
  const [first, second] = ids
  expect(asked).toEqual([[first, second, 'nobody'], [], [first], [c.article.id], [first]])
  await store.close()
})
