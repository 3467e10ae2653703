import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { TimeExpression } from '../../model/reading.ts'
import { readLanguage } from '../../text/language.ts'
import { findTimes } from './times.ts'

function timesOf(text: string, more: { published?: string; url?: string } = {}): TimeExpression[] {
  const blocks = [{ start: 0, end: text.length, kind: 'prose' as const, rule: 'TXT-PARAGRAPH' }]
  const article = articleFromText({ text, blocks, ...more })
  return findTimes({ article, language: readLanguage(text, blocks) })
}

test('without a publication date a weekday stays relative, and says why', () => {
  expect(timesOf('The envoys met on Friday.')[0]).toMatchObject({
    value: 'XXXX-WXX-5',
    reason: 'no-publication-date',
  })
  expect(timesOf('The envoys met yesterday.')[0]).toMatchObject({ reason: 'no-publication-date' })
  expect(timesOf('The envoys met yesterday.')[0]?.value).toBeUndefined()
})

test('a month that somebody is called is no time', () => {
  const text = 'Theresa May spoke to Ruth March. May said she would resign in May, or by March.'
  expect(timesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['May', 'March'])
  expect(timesOf(text)[0]?.start).toBe(text.indexOf('May, or'))
})

test('a date at the head of an undated text is what its other times are counted from, and its span is kept', () => {
  const text = '4 March 2031\nThe envoys will meet tomorrow.'
  const time = timesOf(text)[1]
  expect(time).toMatchObject({
    value: '2031-03-05',
    anchor: { kind: 'time', value: '2031-03-04', range: { start: 0, end: 12 } },
  })
})

test.each([
  ['The talks will be held on the 19th, he said.', 'the 19th', '2031-03-19'],
  ['The two met on the 2nd.', 'the 2nd', '2031-03-02'],
  ['The vote was put off until the 1st and not dropped.', 'the 1st', '2031-04-01'],
])('a day of the month alone: %s', (text, words, value) => {
  const [time] = timesOf(text, { published: '2031-03-04' })
  expect(time).toMatchObject({ value })
  expect(text.slice(time?.start, time?.end)).toBe(words)
})

test.each(['He lives on the 19th floor.', 'They met for the 2nd time.', 'On the 3rd bridge stood a guard.'])(
  'no day of a month: %s',
  (text) => expect(timesOf(text, { published: '2031-03-04' })).toEqual([]),
)

test.each([
  ['Residents will be allowed to return on Friday.', '2031-03-07'],
  ['The archive will return the stolen letters to the heirs on Friday.', '2031-03-07'],
  ['The match will be played behind closed doors on Friday.', '2031-03-07'],
  ['The president has postponed his visit to the coast until Friday.', '2031-03-07'],
  ['The testimony, listed for Friday, will be short.', '2031-03-07'],
  ['The government lost a vote of confidence on Friday.', '2031-02-28'],
  ['The bill received 112 votes in favour and 110 against on Friday.', '2031-02-28'],
])('the day looks where its clause does: %s', (text, day) => {
  expect(timesOf(text, { published: '2031-03-04' }).map(({ value }) => value)).toEqual([day])
})

test.each([
  ['The talks begin at twenty to midnight on Friday.', '2031-03-07T23:40'],
  ['The guns fell silent at five minutes to midnight.', '2031-03-04T23:55'],
  ['The guns fell silent at ten past midnight.', '2031-03-04T00:10'],
  ['The train left at ten past noon.', '2031-03-04T12:10'],
  ['The quake struck at twelve minutes past four.', '2031-03-04T04:12'],
  ['The train left at half past six.', '2031-03-04T06:30'],
  ['The train left at a quarter to one.', '2031-03-04T12:45'],
  ['The guns fell silent at midnight.', '2031-03-04T24:00'],
])('minutes beside an hour: %s', (text, value) => {
  expect(timesOf(text, { published: '2031-03-04' }).map((time) => time.value)).toEqual([value])
})

test.each(['The score was ten to four.', 'They went past four ships.', 'A quarter to a half of them left.'])(
  'no hour: %s',
  (text) => {
    expect(timesOf(text, { published: '2031-03-04' })).toEqual([])
  },
)

test('there is no 31 February', () => {
  expect(timesOf('They are to meet on 31 February 2031.')[0]).toMatchObject({ reason: 'impossible-date' })
})

test('03/04/2031 keeps both readings, and the outlet’s country decides where it is known', () => {
  const text = 'The offer lapsed on 03/04/2031.'
  expect(timesOf(text, { published: '2031-09-01' })[0]).toMatchObject({
    reason: 'ambiguous',
    alternatives: ['2031-04-03', '2031-03-04'],
  })
  expect(timesOf(text, { published: '2031-09-01', url: 'https://news.example.co.uk/a' })[0]).toMatchObject({
    value: '2031-04-03',
    alternatives: ['2031-03-04'],
  })
})

test('a weekday that its date contradicts keeps the date, and the weekday’s reading beside it', () => {
  expect(timesOf('They meet on Friday 12 June.', { published: '2031-06-02' })[0]).toMatchObject({
    value: '2031-06-12',
    alternatives: ['2031-06-13'],
  })
})

test('a time is counted from the one just spoken of, which it points at', () => {
  const [first, second] = timesOf('They met on 1 March and again two days later.', {
    published: '2031-03-20',
  })
  expect(second).toMatchObject({
    value: '2031-03-03',
    anchor: { kind: 'time', range: { start: first?.start, end: first?.end } },
  })
})

test('“earlier this week” ends with publication', () => {
  expect(timesOf('Earlier this week they met.', { published: '2031-03-06' })[0]?.interval).toEqual({
    from: '2031-03-03',
    to: '2031-03-06',
  })
})

test('a clock in an unnamed zone says that its zone is unknown', () => {
  expect(timesOf('They meet at 6 p.m. local time.', { published: '2031-03-06' })[0]).toMatchObject({
    reason: 'unknown-zone',
  })
})

test('any text gives spans within it, in order, with a rule each, and the same ones twice', () => {
  const words = fc.constantFrom(
    'on',
    'Friday',
    'March',
    '3',
    '2031',
    ',',
    'last',
    'week',
    'the',
    'two',
    'days',
    'ago',
    '31/02/2031',
    '“',
    'é',
    'May',
    'of',
    '25:99',
    'half',
    'a',
    'Q5',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (list) => {
      const text = list.join(' ')
      const times = timesOf(text, { published: '2031-03-04' })
      let last = 0
      for (const time of times) {
        expect(time.start).toBeGreaterThanOrEqual(last)
        expect(time.end).toBeLessThanOrEqual(text.length)
        expect(time.rules.length).toBeGreaterThan(0)
        last = time.end
      }
      expect(timesOf(text, { published: '2031-03-04' })).toEqual(times)
    }),
    { numRuns: 60 },
  )
})
