import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedCases, ours, scoreReader } from '../bench/feeds/score.mjs'

test('of what feeds of every kind should hold, 96 in 100 are read as they should be, and none breaks the reader', async () => {
  const { share, of, crashes, failing } = await scoreReader(ours)
  expect(of).toBeGreaterThanOrEqual(386)
  expect(crashes).toBe(0)
  expect(share, failing.map(({ id, name }) => `${id} ${name}`).join('\n')).toBeGreaterThanOrEqual(0.96)
})

test('no feed that is cut, doubled or filled with junk at any place breaks the reader', () => {
  const feeds = feedCases().map(({ feed }) => feed)
  const junk = fc.constantFrom(
    '',
    '<',
    '&',
    ']]>',
    '<![CDATA[',
    '</item>',
    '<!--',
    '"',
    '\u0000',
    '<entry>',
    '{',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.constantFrom(...feeds), fc.nat(), fc.nat(), junk, (feed, a, b, between) => {
      const [from, to] = [a % (feed.length + 1), b % (feed.length + 1)]
      expect(ours(feed.slice(0, from) + between + feed.slice(to))).toBeTypeOf('object')
    }),
    { numRuns: 2000, seed: 7 },
  )
})
