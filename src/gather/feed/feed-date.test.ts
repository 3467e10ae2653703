import { expect, test } from 'vitest'
import { feedDate } from './feed-date.ts'

test.each([
  ['Tue, 04 Mar 31 09:10:11 GMT', 'Tue, 04 Mar 2031 09:10:11 GMT'],
  ['Thu, 04 Mar 99 09:10 GMT', 'Thu, 04 Mar 1999 09:10 GMT'],
  ['Tue, 04 Mar 2031 09:10:11 CST', 'Tue, 04 Mar 2031 09:10:11 -0600'],
  ['Tue Mar  4 09:10:11 2031', '4 Mar 2031 09:10:11'],
  ['20310304T091011Z', '2031-03-04T09:10:11Z'],
  ['1930900200', '2031-03-10T09:10:00.000Z'],
  [' soon ', 'soon'],
  ['', undefined],
  [undefined, undefined],
])('%j is written %j', (text, date) => {
  expect(feedDate(text)).toBe(date)
})
