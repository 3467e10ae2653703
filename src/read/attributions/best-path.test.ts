import { expect, test } from 'vitest'
import { bestPath, chanceOf } from './best-path.ts'

const free = { labels: 2, starts: new Float64Array(2), steps: new Float64Array(4) }

test('without costs each word takes its best label, the lower one in a tie', () => {
  expect([...bestPath(Float32Array.of(0, 1, 1, 0, 0, 0), free, { from: 0, to: 3 })]).toEqual([1, 0, 0])
})

test('a change of label that costs more than it gains is not made', () => {
  const sticky = { ...free, steps: Float64Array.of(0, -2, -2, 0) }
  const scores = Float32Array.of(3, 0, 0, 1, 3, 0)
  expect([...bestPath(scores, free, { from: 0, to: 3 })]).toEqual([0, 1, 0])
  expect([...bestPath(scores, sticky, { from: 0, to: 3 })]).toEqual([0, 0, 0])
})

test('a label that may not begin does not', () => {
  const closed = { ...free, starts: Float64Array.of(0, -1e9) }
  expect([...bestPath(Float32Array.of(0, 5, 0, 5), closed, { from: 0, to: 2 })]).toEqual([0, 1])
})

test('a part of the scores is read alone', () => {
  expect([...bestPath(Float32Array.of(9, 0, 0, 1, 0, 2), free, { from: 1, to: 3 })]).toEqual([1, 1])
})

test('the chances of a word add up to one', () => {
  const scores = Float32Array.of(1, -2, 3)
  const sum = [0, 1, 2].reduce((total, label) => total + chanceOf(scores, 0, label, 3), 0)
  expect(sum).toBeCloseTo(1, 10)
  expect(chanceOf(scores, 0, 2, 3)).toBeGreaterThan(chanceOf(scores, 0, 0, 3))
})
