import { describe, expect, test } from 'vitest'
import { numeralAt } from './numerals.ts'

describe('numbers among words', () => {
  test.each([
    ['41 people', 41],
    ['forty-one people', 41],
    ['forty-one', 41],
    ['a hundred and forty had been picked up', 140],
    ['two thousand three hundred and five', 2305],
    ['4.1 million crowns', 4_100_000],
    ['half a dozen ships', 6],
    ['half a million', 500_000],
    ['two dozen houses', 24],
    ['a dozen', 12],
    ['9 billion', 9e9],
    ['forty - one officials', 41],
    ['twenty - two thousand', 22_000],
    ['1,200 men', 1200],
    ['two hundred and one', 201],
    ['one minister', 1],
  ])('%s', (words, value) => {
    expect(numeralAt(words.split(' '), 0)?.value).toBe(value)
  })

  test.each([
    'hundred villages',
    'thousand of them',
    'hundreds of them',
    'a ship',
    'second round',
    'and forty',
    'hundredth',
  ])('%s is none', (words) => {
    expect(numeralAt(words.split(' '), 0)).toBeUndefined()
  })

  test('what follows a number is left to others', () => {
    expect(numeralAt('two hundred and the rest'.split(' '), 0)).toEqual({ value: 200, end: 2 })
  })
})
