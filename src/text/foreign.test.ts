import { expect, test } from 'vitest'
import { foreignLanguage } from './foreign.ts'
import { readLanguage } from './language.ts'
import { paragraphsOf } from './paragraphs.ts'

test.each([
  ['Die Brücke ist seit Freitag gesperrt, sagte der Bürgermeister von Harrow.', 'de'],
  ['Le pont est fermé depuis vendredi, a dit le maire de la ville.', 'fr'],
  ['El puente está cerrado desde el viernes, dijo el alcalde de la ciudad.', 'es'],
  ['Мост закрыт с пятницы, сказал мэр.', 'und'],
  ['أغلق الجسر يوم الجمعة', 'und'],
  ['The bridge has been shut since Friday, the mayor of Harrow said.', undefined],
  ['Bundesbank and Deutsche Bank shut their offices in the Avenue de la Paix on Friday.', undefined],
  ['Ann Doyle', undefined],
  ['', undefined],
])('%s: %s', (passage, language) => {
  expect(foreignLanguage(passage)).toBe(language)
})

test('a passage in another language is left unread, and what surrounds it is read', () => {
  const text =
    'The mayor spoke on Friday.\n\nDie Brücke ist seit Freitag gesperrt, sagte der Bürgermeister von Harrow.'
  const { sentences, unread } = readLanguage(text, paragraphsOf(text))
  expect(sentences.map(({ tokens }) => tokens.every(({ head }) => head !== undefined))).toEqual([true, false])
  expect(unread?.map(({ start, end, language }) => [text.slice(start, end), language])).toEqual([
    ['Die Brücke ist seit Freitag gesperrt, sagte der Bürgermeister von Harrow.', 'de'],
  ])
})

test('a text that is said to be in another language is left unread', () => {
  const text = 'Gestern Brücke Harrow.'
  const { sentences, names, unread } = readLanguage(text, paragraphsOf(text), 'de-AT')
  expect(names).toEqual([])
  expect(unread).toHaveLength(1)
  expect(sentences.flatMap(({ tokens }) => tokens.filter(({ upos }) => upos !== undefined))).toEqual([])
})
