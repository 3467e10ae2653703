import { expect, test } from 'vitest'
import { sameName } from './same-name.ts'

test.each([
  ['Steve Witkoff', 'Witkoff', 'NAM-SURNAME'],
  ['Steve Witkoff', 'Steve Whitkov', 'NAM-SPELLING'],
  ['Javar Temirgan', 'Dzhavar Temirghan', 'NAM-SPELLING'],
  ['Abbas Araghchi', 'Araqchi', 'NAM-SLIP'],
  ['Luc Ferran', 'Luc Ferrand', 'NAM-SLIP'],
  ['Karl Ostrem', 'Carl Ostrem', 'NAM-SPELLING'],
  ['Abel Noor', 'A. Noor', 'NAM-INITIAL'],
])('%s is %s by %s', (a, b, rule) => {
  expect(sameName(a.split(' '), b.split(' '))).toBe(rule)
})

test.each([
  ['Yisrael Katz', 'Eli Katz'],
  ['Ann Marsh', 'Ann Moore'],
  ['Tom Lee', 'Tom Leigh'],
  ['Ola Renner', 'Ada Wrenn'],
])('%s and %s stay two', (a, b) => {
  expect(sameName(a.split(' '), b.split(' '))).toBeUndefined()
})
