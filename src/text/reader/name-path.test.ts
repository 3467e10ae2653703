import { expect, test } from 'vitest'
import { bestNames } from './name-path.ts'

const tags = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG']

test('an inner tag follows only a tag of its own type', () => {
  const scores = Float32Array.from([...[0, 3, 0, 2, 0], ...[0, 0, 1, 0, 5], ...[1, 0, 0, 0, 0]])
  const path = bestNames(scores, 0, 5, 3, tags)
  expect([...path].map((tag) => tags[tag])).toEqual(['B-ORG', 'I-ORG', 'O'])
})

test('a sentence cannot begin inside a name', () => {
  const path = bestNames(Float32Array.from([0, 0, 9, 0, 0]), 0, 5, 1, tags)
  expect(tags[path[0] ?? -1]).toBe('O')
})
