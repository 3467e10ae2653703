import { expect, test } from 'vitest'
import { finish } from './finish.ts'

const text = 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday, an official said.'

test('a page dated after its fetch has no date, and says so', async () => {
  const found = await finish(
    {
      from: 'a.html',
      text,
      published: '2031-03-09',
      provenance: { from: 'a.html', fetched: '2031-03-04T09:00:00Z' },
    },
    {},
  )
  expect(found.ok && found.article.published).toBeUndefined()
  expect(found.ok && found.article.issues.map(({ code }) => code)).toContain('unlikely-date')
})

test('a page of the next morning in another zone keeps its date', async () => {
  const found = await finish(
    {
      from: 'a.html',
      text,
      published: '2031-03-05',
      provenance: { from: 'a.html', fetched: '2031-03-04T20:00:00Z' },
    },
    {},
  )
  expect(found.ok && found.article.published).toBe('2031-03-05')
})
