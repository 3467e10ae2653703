import { expect, test } from 'vitest'
import { wordsOf } from '../words/words.ts'
import { isNegated } from './negated.ts'

test.each([
  ['no ferry had reached the island', true],
  ['Nobody saw the pier burn', true],
  ['the mayor did not sell the pier', true],
  ['the count of 40 is invented', true],
  ['the report was false', true],
  ['the report was not false', false],
  ['If no buyer comes, the pier will close', false],
  ['If a buyer comes, the pier will not close', true],
  ['they met not at the pier but at the lock', false],
  ['two sailors were on the barge and had not been seen since', false],
  ['the pier is no longer for sale', false],
  ['the pier is for sale', false],
  ['the mayor is in no hurry', false],
  ['the pier cannot be sold', true],
  ['If not, we will see', false],
  ['the mayor failed to appear at the lock', true],
  ['the port will not accept a fee below 9,000 marks', false],
  ['the port will not accept fewer than 40 boats', false],
  ['the mayor will stay away from the opening', true],
  ['the mayor never meant to stay away', false],
  ['the pier would be sold only if no repair was possible', false],
])('%s: negated %s', (text, is) => expect(isNegated(wordsOf(text))).toBe(is))
