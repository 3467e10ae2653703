import { describe, expect, test } from 'vitest'
import { wordsOf } from '../words/words.ts'
import { likeness } from './likeness.ts'
import { matterOfWords } from './matter.ts'

const compared = (a: string, b: string) =>
  likeness(matterOfWords(wordsOf(a)), matterOfWords(wordsOf(b)), () => 1).numbers

describe('figures of two statements', () => {
  test.each([
    ['Eleven deaths have been recorded', 'The number of deaths has risen to 11'],
    ['A hundred and forty passengers were picked up', 'the ferry had left with 140 passengers'],
    ['More than sixty people were injured', 'Sixty-three were hurt'],
    ['Five people have died', 'all five patients died'],
    ['a budget of 4.1 billion crowns', 'more than four billion crowns'],
    ['Nine people were killed and one is missing', 'The number of dead has risen to nine'],
    ['the storm killed two hundred, three of them children', '200 people were killed'],
  ])('"%s" and "%s" agree', (a, b) => expect(compared(a, b)).toBe('agree'))

  test.each([
    ['Fourteen people have died', 'Seventeen people have died'],
    ['the prisons are short of 1,200 guards', 'the prisons are short of 300 guards'],
  ])('"%s" and "%s" differ', (a, b) => expect(compared(a, b)).toBe('differ'))

  test.each([
    ['Nine villagers were killed', 'twelve bridges were swept away'],
    ['the sensors on level six were off', 'two sensors were off'],
    ['a student of 19 was hurt', 'two students were hurt'],
  ])('"%s" and "%s" count different things', (a, b) => expect(compared(a, b)).toBe('unknown'))
})
