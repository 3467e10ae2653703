import { expect, test } from 'vitest'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { resolve } from './resolve.ts'

/** The words that refer to the same as `quote`, in text order. */
function chainOf(text: string, quote: string): string[] {
  const { candidates, chains } = resolve(text, readLanguage(text, paragraphsOf(text)))
  const words = (i: number) => text.slice(candidates[i]?.start, candidates[i]?.end)
  return (chains.find((chain) => chain.some((i) => words(i) === quote)) ?? []).map(words)
}

test('a pronoun takes up the person named before it', () => {
  expect(chainOf('Ann Doyle runs the council. She lives in Harrow.', 'Ann Doyle')).toContain('She')
})

test('a family name takes up the full name', () => {
  expect(
    chainOf('Mayor Tom Marrow spoke on Friday. Marrow said the bridge was shut.', 'Marrow'),
  ).toHaveLength(2)
})

test('two people of one family are not one', () => {
  expect(chainOf('Ann Doyle met Tom Doyle in Harrow on Friday.', 'Ann Doyle')).not.toContain('Tom Doyle')
})

test('people without a word in common are not one', () => {
  const text = 'Ann Doyle spoke first. Tom Marrow spoke next. Doyle left. Marrow stayed.'
  const chain = chainOf(text, 'Doyle')
  expect(chain).not.toContain('Marrow')
  expect(chain).not.toContain('Tom Marrow')
})

test('chains share no phrase, and none is lost', () => {
  const text =
    'The mayor said she would resign. Her deputy, Tom Marrow, told the council that it must choose.'
  const { candidates, chains } = resolve(text, readLanguage(text, paragraphsOf(text)))
  expect(chains.flat().sort((a, b) => a - b)).toEqual(candidates.map((_, i) => i))
})
