import { expect, test } from 'vitest'
import { rangeIndex } from './range-index.ts'

const ranges = [
  { start: 0, end: 40 },
  { start: 3, end: 8 },
  { start: 10, end: 12 },
  { start: 10, end: 11 },
  { start: 41, end: 50 },
]

test.each([
  ['a range inside several', { start: 4, end: 6 }, [0, 3]],
  ['a range that touches an edge only', { start: 40, end: 41 }, []],
  ['a long one before stays found behind shorter ones', { start: 20, end: 45 }, [0, 41]],
  ['all', { start: 0, end: 99 }, [0, 3, 10, 10, 41]],
])('overlapping: %s', (_, range, starts) => {
  expect(
    rangeIndex(ranges)
      .overlapping(range)
      .map((one) => one.start),
  ).toEqual(starts)
})

test('the first that starts at an offset or after it', () => {
  const { startingFrom } = rangeIndex(ranges)
  expect(startingFrom(4)).toEqual({ start: 10, end: 12 })
  expect(startingFrom(10)).toEqual({ start: 10, end: 12 })
  expect(startingFrom(42)).toBeUndefined()
  expect(rangeIndex([]).startingFrom(0)).toBeUndefined()
})
