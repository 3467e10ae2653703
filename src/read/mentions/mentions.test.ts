import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { NameType } from '../../model/language.ts'
import { quoteOf } from '../../model/span.ts'
import { readLanguage } from '../../text/language.ts'
import { findMentions } from './mentions.ts'

test.each([
  [
    'Varenian Foreign Minister Oskar Lindane arrived.',
    'Oskar Lindane',
    ['Varenian Foreign Minister'],
    undefined,
  ],
  ['French Foreign Minister Anne Duval arrived.', 'Anne Duval', ['French Foreign Minister'], 'French'],
  ['They met Lt. Gen. Piet Harkness on the quay.', 'Piet Harkness', ['Lt. Gen.'], undefined],
  ['Piet Harkness, the deputy premier, said nothing.', 'Piet Harkness', ['the deputy premier'], undefined],
  [
    'Prime Minister Ada Crane, Defence Minister Tom Bold and others came.',
    'Ada Crane',
    ['Prime Minister'],
    undefined,
  ],
  ['The ferry carried Ada Crane home.', 'Ada Crane', [], undefined],
])('%s', (text, name, roles, country) => {
  const mention = mentionsIn(text, name, 'PER').find((one) => quoteOf(text, one.head) === name)
  expect(mention?.roles.map((role) => quoteOf(text, role))).toEqual(roles)
  expect(mention?.country && quoteOf(text, mention.country)).toBe(country)
})

test('a title taken into a name is taken out of it again', () => {
  const text = 'Foreign Minister Ada Crane came.'
  const [mention] = mentionsIn(text, 'Foreign Minister Ada Crane', 'PER')
  expect(mention && quoteOf(text, mention.head)).toBe('Ada Crane')
  expect(mention && quoteOf(text, mention)).toBe('Foreign Minister Ada Crane')
})

test('a title alone is no name', () => {
  expect(mentionsIn('The Prime Minister spoke.', 'Prime Minister', 'PER')).toEqual([])
})

/** Mentions of a text whose names are given: the finder is tested, not the model. Every other capitalised pair is a person too. */
function mentionsIn(text: string, name: string, type: NameType) {
  const article = articleFromText({
    text,
    blocks: [{ start: 0, end: text.length, kind: 'prose', rule: 'given' }],
  })
  const language = readLanguage(article.text, article.blocks)
  const at = text.indexOf(name)
  const others = [...text.matchAll(/Tom Bold/g)].map((match) => ({
    start: match.index,
    end: match.index + 8,
    type,
  }))
  const names = [{ start: at, end: at + name.length, type }, ...others]
  return findMentions({ article, language: { ...language, names, model: 'given' } })
}
