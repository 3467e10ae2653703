import { expect, test } from 'vitest'
import { backoff, pageBackoff, restUntil, retryAfter } from './again.ts'

const now = Date.parse('2031-03-04T09:00:00Z')
const hour = 3_600_000

test.each([
  ['120', now + 120_000],
  ['Tue, 04 Mar 2031 10:00:00 GMT', now + hour],
  ['99999999', now + 7 * 24 * hour],
  ['Tue, 04 Mar 2031 08:00:00 GMT', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j', (header, moment) => {
  expect(retryAfter(header, now)).toBe(moment)
})

test('waiting doubles up to a day, and never falls below what was asked for', () => {
  expect([0, 1, 2, 3, 30].map((failures) => backoff(failures, hour) / hour)).toEqual([1, 2, 4, 8, 24])
  expect(backoff(5, 48 * hour)).toBe(48 * hour)
  expect([1, 2, 3, 9].map((failures) => pageBackoff(failures) / 60_000)).toEqual([5, 20, 80, 1440])
})

test.each([
  [{ status: 429 }, now + 60_000],
  [{ status: 429, retryAfter: '120' }, now + 120_000],
  [{ status: 503, retryAfter: '120' }, now + 120_000],
  [{ status: 429, retryAfter: '99999999' }, now + 24 * hour],
  [{ status: 503 }, undefined],
  [{ status: 500, retryAfter: '120' }, undefined],
])('after %j the host is left alone', (answer, until) => {
  expect(restUntil(answer, now)).toBe(until)
})
