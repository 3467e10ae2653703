import { expect, test } from 'vitest'
import type { Place } from '../store.ts'
import { comparedPlaces } from './compared-places.ts'

function places(rules: readonly string[]): Place[] {
  return rules.map((rule, i) => ({
    key: String(i).padStart(6, '0'),
    placement: { article: `a${i}`, story: 's', rule, score: 1, because: [] },
  }))
}

const numbers = (found: readonly Place[]) => found.map((place) => Number(place.key))

test('a story of 20,000 articles is compared by its first and its latest', () => {
  const found = numbers(comparedPlaces(places(Array.from({ length: 20_000 }, () => 'JOIN-LIKE'))))
  expect(found).toHaveLength(600)
  expect([found[0], found[199], found[200], found[599]]).toEqual([0, 199, 19_600, 19_999])
})

test('reprints give way to reports of their own', () => {
  const rules = ['JOIN-NEW', 'JOIN-COPY', 'JOIN-COPY', 'JOIN-LIKE', 'JOIN-COPY', 'JOIN-LIKE']
  expect(numbers(comparedPlaces(places(rules), 4))).toEqual([0, 1, 3, 5])
  expect(numbers(comparedPlaces(places(rules), 3))).toEqual([0, 3, 5])
})

test('a small story is compared whole', () => {
  expect(numbers(comparedPlaces(places(['JOIN-NEW', 'JOIN-COPY'])))).toEqual([0, 1])
})
