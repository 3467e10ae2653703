import { expect, test } from 'vitest'
import { valueInWords } from './plan-view.ts'

test.each([
  ['2033-05-06', 'Fri 6 May 2033'],
  ['2033-W20', '16–22 May 2033'],
  ['2032-W53', '27 Dec 2032 – 2 Jan 2033'],
  ['2033-02', 'Feb 2033'],
  ['2033-05-16/2033-05-22', '16–22 May 2033'],
  ['Port Imber', 'Port Imber'],
])('the value %s reads "%s"', (value, words) => {
  expect(valueInWords(value)).toBe(words)
})
