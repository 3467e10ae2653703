import { expect, test } from 'vitest'
import {
  counted,
  dayInWords,
  fullMomentInWords,
  momentInWords,
  originsInWords,
  plainText,
  rangeInWords,
  shortened,
} from './wording.ts'

test.each([
  [1, 1, '1 origin'],
  [2, 2, '2 origins'],
  [1, 2, '1–2 origins'],
  [0, 1, '0–1 origins'],
])('%i certain and %i possible are "%s"', (certain, possible, words) => {
  expect(originsInWords(certain, possible)).toBe(words)
})

test('a noun takes its plural', () => {
  expect([counted(1, 'outlet'), counted(2, 'outlet'), counted(0, 'story'), counted(3, 'way')]).toEqual([
    '1 outlet',
    '2 outlets',
    '0 stories',
    '3 ways',
  ])
})

test('moments are told in UTC, and a day alone gets no time', () => {
  expect(dayInWords('2033-05-06')).toBe('Fri 6 May 2033')
  expect(momentInWords('2033-05-04T07:30:00+02:00')).toBe('4 May 05:30 UTC')
  expect(momentInWords('2033-05-04')).toBe('4 May')
  expect(fullMomentInWords('2033-05-02T09:10:00Z')).toBe('2 May 2033, 09:10 UTC')
  expect(momentInWords('next week')).toBe('next week')
})

test.each([
  ['2033-05-08', '2033-05-08', 'Sun 8 May 2033'],
  ['2033-05-16', '2033-05-22', '16–22 May 2033'],
  ['2033-04-30', '2033-05-02', '30 Apr – 2 May 2033'],
  ['2033-02-01', '2033-02-28', 'Feb 2033'],
  ['2029-01-01', '2029-12-31', '2029'],
  ['2032-12-31', '2033-01-02', '31 Dec 2032 – 2 Jan 2033'],
])('%s to %s reads "%s"', (from, to, words) => {
  expect(rangeInWords(from, to)).toBe(words)
})

test('characters that steer direction or cannot be seen are left out of words from outside', () => {
  expect(plainText('Talks \u202eno\u2069 \u0000 held\n today\ufeff')).toBe('Talks no held today')
})

test('a long text is cut at a word and says so', () => {
  expect(shortened('The envoys will meet in the old town on Friday', 24)).toBe('The envoys will meet in …')
  expect(shortened('short', 24)).toBe('short')
})
