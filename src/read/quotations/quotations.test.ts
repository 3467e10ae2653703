import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Quotation } from '../../model/reading.ts'
import { quoteOf } from '../../model/span.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { findQuotations } from './quotations.ts'

function quotationsOf(text: string): readonly (readonly [string, Quotation['role'], boolean])[] {
  const article = articleFromText({ text, blocks: paragraphsOf(text) })
  const found = findQuotations({ article, language: { sentences: [], names: [], model: 'rules' } })
  return found.map((one) => [quoteOf(text, one.inner), one.role, one.unclosed === true])
}

test.each([
  ['“The pier is shut,” she said.', 'The pier is shut,', 'speech'],
  ['"The pier is shut," she said.', 'The pier is shut,', 'speech'],
  ['‘The pier is shut,’ she said.', 'The pier is shut,', 'speech'],
  ["'The pier is shut,' she said.", 'The pier is shut,', 'speech'],
  ['„Der Hafen ist zu“, sagte sie.', 'Der Hafen ist zu', 'speech'],
  ['«Le port est fermé », dit-elle.', 'Le port est fermé ', 'speech'],
  ['She called it “a joke” on Monday.', 'a joke', 'speech'],
  ['The so-called “iron valley” is green.', 'iron valley', 'scare'],
  ['The film “Long Water” was shot here.', 'Long Water', 'title'],
  ['They read “The Long Salt Road” at school.', 'The Long Salt Road', 'title'],
  ['The word “ombra” is old.', 'ombra', 'term'],
  ["A 'temporary' wall still stands.", 'temporary', 'scare'],
  ["An official says 'Ombria' is pressing them.", 'Ombria', 'scare'],
  ['She vowed a “swift and full” reply.', 'swift and full', 'speech'],
] as const)('%s', (text, inner, role) => {
  expect(quotationsOf(text)).toEqual([[inner, role, false]])
})

test('an apostrophe opens and closes nothing', () => {
  expect(quotationsOf("The advisers' view, and Tarsk's, was that the '90s were over.")).toEqual([])
})

test('marks within marks are quotations of their own', () => {
  expect(quotationsOf('“She shouted ‘run now’ and we ran,” he said.').map(([inner]) => inner)).toEqual([
    'She shouted ‘run now’ and we ran,',
    'run now',
  ])
})

test('a quotation that never closes is cut at its paragraph', () => {
  expect(quotationsOf('He said: “The oven was cold.\n\nThe street was quiet.')).toEqual([
    ['The oven was cold.', 'speech', true],
  ])
})

test.each([
  ['“We saw nothing, the guard said. The gate was open.', 'We saw nothing,'],
  ['“We saw nothing, said the guard. The gate was open.', 'We saw nothing,'],
  ['"It is over! Orr added on Monday. Nobody knew.', 'It is over!'],
  ['“The guard came, he said nothing, and left.', 'The guard came, he said nothing, and left.'],
])('a quotation that never closes is cut before the words that say whose it is: %s', (text, inner) => {
  expect(quotationsOf(text).map(([words, , isCut]) => [words, isCut])).toEqual([[inner, true]])
})

test('marks three deep are three quotations', () => {
  expect(
    quotationsOf('“He told me ‘they wrote “no entry” on it’ and left,” she said.').map(([inner]) => inner),
  ).toEqual(['He told me ‘they wrote “no entry” on it’ and left,', 'they wrote “no entry” on it', 'no entry'])
})

test('a quotation that goes on in the next paragraph is not cut', () => {
  const found = quotationsOf('“The oven was cold.\n\n“The street was quiet,” he said.')
  expect(found.map(([, , isCut]) => isCut)).toEqual([false, false])
})

test('unbalanced marks never run past their paragraph', () => {
  const text = '“““One ” two “ three\n\n"four "five\n\n’six‘ „seven'
  for (const [inner] of quotationsOf(text)) expect(inner).not.toContain('\n')
})
