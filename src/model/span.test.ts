import { expect, test } from 'vitest'
import { byPosition, contains, hull, overlaps, quoteOfAll } from './span.ts'

const range = (start: number, end: number) => ({ start, end })

test('ranges are half-open: touching is not sharing', () => {
  expect(overlaps(range(0, 3), range(3, 5))).toBe(false)
  expect(overlaps(range(0, 4), range(3, 5))).toBe(true)
})

test('a range contains itself', () => {
  expect(contains(range(2, 5), range(2, 5))).toBe(true)
  expect(contains(range(2, 5), range(2, 6))).toBe(false)
})

test('the hull of ranges covers all of them, and no ranges have none', () => {
  expect(hull([range(4, 6), range(1, 2), range(3, 9)])).toEqual(range(1, 9))
  expect(hull([])).toBeUndefined()
})

test('text order puts the longer of two first', () => {
  expect([range(3, 4), range(0, 2), range(0, 9)].sort(byPosition)).toEqual([
    range(0, 9),
    range(0, 2),
    range(3, 4),
  ])
})

test('what lies between two parts of a quote is shown as left out', () => {
  expect(quoteOfAll('No, he said, never', [range(0, 2), range(13, 18)])).toBe('No … never')
})
