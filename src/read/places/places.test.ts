import { expect, test } from 'vitest'
import { placeNamed, relatePlaces } from './places.ts'

test.each([
  ['Istanbul', 'city', 'Turkey'],
  ['Muscat', 'city', 'Oman'],
  ['Turkey', 'country', 'Turkey'],
  ['the Foreign Ministry in Vienna', 'city', 'Austria'],
  ['central Oslo', 'city', 'Norway'],
])('%s is a %s of %s', (name, kind, country) => {
  expect(placeNamed(name)).toMatchObject({ kind, country })
})

test.each(['Velm', '', 'parliament'])('%s is on no map', (name) => {
  expect(placeNamed(name)).toBeUndefined()
})

test.each([
  ['Istanbul', 'Turkey', 'inside'],
  ['Oman', 'Muscat', 'holds'],
  ['Istanbul', 'Oman', 'apart'],
  ['Istanbul', 'Ankara', 'apart'],
  ['Velm', 'Turkey', 'unknown'],
])('%s and %s: %s', (a, b, relation) => {
  expect(relatePlaces(a, b)).toBe(relation)
})
