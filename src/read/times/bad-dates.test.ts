import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { TimeExpression } from '../../model/reading.ts'
import { read } from '../read.ts'

function timesOf(text: string, published = '2031-03-10', url = 'https://news.example/a') {
  return read(articleFromText({ text, published, url })).times
}

function at(text: string, words: string, published?: string, url?: string): TimeExpression | undefined {
  const start = text.indexOf(words)
  return timesOf(text, published, url).find((time) => time.start <= start && start < time.end)
}

test.each([
  [
    'there is no such day',
    'They are to meet on 31 February 2031.',
    '31 February',
    'impossible-date',
    undefined,
  ],
  ['nor in any year', 'They are to meet on 30 February.', '30 February', 'impossible-date', undefined],
  ['two readings', 'The offer lapsed on 03/04/2029, he said.', '03/04/2029', 'ambiguous', undefined],
  ['another calendar', 'The shah left on 26 Dey 1357, she wrote.', '26 Dey', 'other-calendar', undefined],
  ['another calendar', 'It was signed on 12 Rajab 1446 in Harn.', '12 Rajab', 'other-calendar', undefined],
  ['an era', 'The law of Reiwa 5 holds.', 'Reiwa 5', 'other-calendar', undefined],
  [
    'another calendar',
    'The palace fell on 25 October (Old Style).',
    '25 October',
    'other-calendar',
    undefined,
  ],
  ['a clock in no zone', 'They met at 6 p.m. on Sunday.', '6 p.m.', 'unknown-zone', '2031-03-09T18:00'],
  [
    'a clock in no named zone',
    'They met at 6 p.m. local time on Sunday.',
    '6 p.m.',
    'unknown-zone',
    '2031-03-09T18:00',
  ],
  ['ahead, and over', 'The envoys will meet in Tarn on 7 March.', '7 March', 'already-over', '2031-03-07'],
] as const)('%s: "%s"', (_, text, words, reason, value) => {
  const time = at(text, words)
  expect(time).toMatchObject({ reason })
  expect(time?.value).toBe(value)
})

test.each([
  ['a clock in a zone', 'They met at 18:00 GMT on Sunday.', '18:00'],
  ['behind, and over', 'The envoys met in Tarn on 7 March.', '7 March'],
  ['ahead', 'The envoys will meet in Tarn on 17 March.', '17 March'],
  ['a vow about a day that is over', 'They will not speak of what was done on 7 March.', '7 March'],
  ['a given name', 'Aban Mehr and Tir Adar spoke on 7 March.', '7 March'],
])('nothing is wrong with %s: "%s"', (_, text, words) => {
  expect(at(text, words)?.value).toBeDefined()
  expect(at(text, words)?.reason).toBeUndefined()
  expect(timesOf(text).every(({ reason }) => reason === undefined)).toBe(true)
})

test.each([
  ['https://news.example.co.uk/a', '2029-04-03', '2029-03-04'],
  ['https://news.example.us/a', '2029-03-04', '2029-04-03'],
])('the outlet’s country decides 03/04/2029, and the other reading is kept: %s', (url, value, other) => {
  const text = 'The offer lapsed on 03/04/2029, he said.'
  expect(at(text, '03/04/2029', '2031-03-10', url)).toMatchObject({
    value,
    alternatives: [other],
    rules: expect.arrayContaining(['T-NUMERIC-COUNTRY']),
  })
})

test.each([
  ['In a speech on 4 March the king said: “We will leave tomorrow.”', 'tomorrow', '2031-03-05', '4 March'],
  ['“We will leave tomorrow,” the king told reporters on 4 March.', 'tomorrow', '2031-03-05', '4 March'],
  ['“I saw them three days ago,” she wrote on Friday.', 'three days ago', '2031-03-04', 'Friday'],
])('what is quoted is counted from the day it was said on: %s', (text, words, value, from) => {
  const time = at(text, words)
  expect(time).toMatchObject({ value, anchor: { kind: 'quotation' } })
  expect(text.slice(time?.anchor?.range?.start, time?.anchor?.range?.end)).toBe(from)
})

test.each([
  ['The king said on 4 March that they would leave tomorrow.', 'tomorrow', '2031-03-11'],
  ['“We will leave tomorrow,” the king said.', 'tomorrow', '2031-03-11'],
])('what is told, or not dated, is counted from publication: %s', (text, words, value) => {
  expect(at(text, words)).toMatchObject({ value, anchor: { kind: 'publication' } })
})

test('every value that its own words do not fix has an anchor, and one of the text its words', () => {
  const text =
    'On Friday they met. Two days later, in the first week of last month, in June last year and three weeks ago it was the same. By Tuesday at 18:00 GMT, next Easter or this summer they will know. Since the six-day war of last June, on 4 March, it is quiet.'
  const times = timesOf(text).filter(
    ({ type, interval }) => (type === 'DATE' || type === 'TIME') && interval !== undefined,
  )
  expect(times.length).toBeGreaterThan(9)
  for (const time of times) {
    expect(time.rules.length, text.slice(time.start, time.end)).toBeGreaterThan(0)
    expect(time.anchor, text.slice(time.start, time.end)).toBeDefined()
    if (time.anchor?.kind !== 'publication') expect(time.anchor?.range).toBeDefined()
  }
})
