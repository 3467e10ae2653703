import { expect, test } from 'vitest'
import type { Placed } from '../store.ts'
import { comparedPlaces } from './compared-places.ts'

function places(rules: readonly string[]): Placed[] {
  return rules.map((rule, i) => ({
    key: String(i).padStart(6, '0'),
    sequence: i,
    features: {
      article: `a${i}`,
      revision: 'r',
      terms: [],
      weights: [],
      names: [],
      title: [],
      sketch: [],
      words: 0,
    },
    placement: { article: `a${i}`, story: 's', rule, score: 1, because: [] },
  }))
}

const numbers = (found: readonly Placed[]) => found.map((place) => place.sequence)

test('a story of 20,000 articles is compared by its first and its latest', () => {
  const found = comparedPlaces(places(Array.from({ length: 20_000 }, () => 'JOIN-LIKE')))
  expect(found).toHaveLength(600)
  expect([found[0]?.sequence, found[199]?.sequence, found[200]?.sequence, found[599]?.sequence]).toEqual([
    0, 199, 19_600, 19_999,
  ])
})

test('reprints give way to reports of their own', () => {
  const rules = ['JOIN-NEW', 'JOIN-COPY', 'JOIN-COPY', 'JOIN-LIKE', 'JOIN-COPY', 'JOIN-LIKE']
  expect(numbers(comparedPlaces(places(rules), 4))).toEqual([0, 1, 3, 5])
  expect(numbers(comparedPlaces(places(rules), 3))).toEqual([0, 3, 5])
})

test('a small story is compared whole', () => {
  expect(numbers(comparedPlaces(places(['JOIN-NEW', 'JOIN-COPY'])))).toEqual([0, 1])
})
