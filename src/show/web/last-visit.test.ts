import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { lastVisit } from './last-visit.ts'

const noon = Date.UTC(2033, 4, 4, 12)
const minute = 60_000

test('a first visit has none before it, and each request of a visit is told the same', async () => {
  const reader = visitor()
  expect(await reader.visit(noon)).toBe('first visit')
  expect(await reader.visit(noon + 10 * minute)).toBe('2033-05-04T12:00:00.000Z')
  expect(await reader.visit(noon + 39 * minute)).toBe('2033-05-04T12:00:00.000Z')
})

test('after half an hour away it is another visit, and what counts is when the reader left', async () => {
  const reader = visitor()
  await reader.visit(noon)
  await reader.visit(noon + 10 * minute)
  expect(await reader.visit(noon + 100 * minute)).toBe('2033-05-04T12:10:00.000Z')
  expect(await reader.visit(noon + 101 * minute)).toBe('2033-05-04T12:10:00.000Z')
})

test.each(['', 'x', '0.0', '-1.5', 'zzzzzzzzzzzzzz.1', 'lq.'])(
  'a cookie that says no time is no visit: %j',
  async (cookie) => {
    expect(await visitor(cookie).visit(noon)).toBe('first visit')
  },
)

// A browser's part: it sends back what it was given.
function visitor(cookie?: string) {
  let now = 0
  let kept = cookie
  const app = new Hono().get('/story', (c) => c.text(lastVisit(c, now) ?? 'first visit'))
  return {
    visit: async (at: number) => {
      now = at
      const headers: Record<string, string> = kept === undefined ? {} : { cookie: `seen=${kept}` }
      const answer = await app.request('/story', { headers })
      kept = /seen=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
      return answer.text()
    },
  }
}
