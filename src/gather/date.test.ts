import { expect, test } from 'vitest'
import { readDate } from './date.ts'

test.each([
  ['2031-03-04', '2031-03-04'],
  ['2031-03-04T09:10:00Z', '2031-03-04T09:10:00Z'],
  ['2031-03-04T09:10:11.482+01:00', '2031-03-04T09:10:11+01:00'],
  ['2031-03-04 09:10:00 +0000', '2031-03-04T09:10:00Z'],
  ['20310304T0910', '2031-03-04'],
  ['Tue, 04 Mar 2031 09:10:00 GMT', '2031-03-04T09:10:00Z'],
  ['Tue, 4 Mar 2031 09:10:00 -0500', '2031-03-04T09:10:00-05:00'],
  ['4 March 2031', '2031-03-04'],
  ['March 4, 2031', '2031-03-04'],
  ['Mar. 4, 2031 at 9:10 p.m. EST', '2031-03-04T21:10:00-05:00'],
  ['Tue, 04 Mar 2031 09:10:11 PST', '2031-03-04T09:10:11-08:00'],
  ['4 March 2031 9:10 AEST', '2031-03-04T09:10:00+10:00'],
  ['4 March 2031, 9:10p EST', '2031-03-04T21:10:00-05:00'],
  ['4. März 2031, 09.10 Uhr MEZ', '2031-03-04T09:10:00+01:00'],
  ['4 de março de 2031', '2031-03-04'],
  ['04.03.2031', '2031-03-04'],
  ['2031年3月4日', '2031-03-04'],
  ['13/04/2031', '2031-04-13'],
  ['04/13/2031', '2031-04-13'],
  ['1930900200', '2031-03-10'],
])('%s is %s', (text, value) => {
  expect(readDate(text)).toMatchObject({ ok: true, value })
})

test.each([
  ['Fri', 'bad-date'],
  ['', 'bad-date'],
  ['yesterday at noon', 'bad-date'],
  ['March 2031', 'bad-date'],
  ['03/04/2031', 'ambiguous-date'],
  ['2031-02-30', 'impossible-date'],
  ['31 April 2031', 'impossible-date'],
])('%s is not guessed: %s', (text, code) => {
  expect(readDate(text)).toEqual({ ok: false, code })
})

test('a time without a zone keeps its day and says what was left off', () => {
  expect(readDate('2031-03-04T09:10:00')).toEqual({ ok: true, value: '2031-03-04', code: 'unknown-zone' })
  expect(readDate('4 March 2031 9:10 IST')).toEqual({ ok: true, value: '2031-03-04', code: 'unknown-zone' })
})
