import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachToken } from './tokens.ts'

function tokens(text: string, start = 0, end = text.length): string[] {
  const found: string[] = []
  eachToken(text, { start, end }, (from, to) => found.push(text.slice(from, to)))
  return found
}

test.each([
  ["Velm's U.S. envoy", ["Velm's", 'U.S', 'envoy']],
  ['the miners’ strike', ['the', 'miners’', 'strike']],
  ["the miners'", ['the', "miners'"]],
  ["'quoted', word", ['quoted', 'word']],
  ['al-Najm, 1,200 at 10:30.', ['al-Najm', '1,200', 'at', '10:30']],
  ['Zoë said Dvořák—and 3 others', ['Zoë', 'said', 'Dvořák', 'and', '3', 'others']],
  ['𝒜b 😀 c\ud83d', ['𝒜b', 'c']],
])('the words and numbers of "%s"', (text, words) => {
  expect(tokens(text)).toEqual(words)
})

test('no token reaches beyond the range that is asked for', () => {
  expect(tokens('one two-three', 4, 9)).toEqual(['two-t'])
  expect(tokens('a 12.5', 2, 5)).toEqual(['12'])
})

// The same as one pattern, for whatever text.
const pattern =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’.-](?=\p{L})[\p{L}\p{M}\p{N}]+)*(?:['’](?=\s|$))?|\p{N}+(?:[.,:]\p{N}+)*/gu

test('any text has the tokens that the pattern finds', () => {
  const unit = fc.constantFrom(...'aZé1٣́ .,:\'’-\n\u00a0ʼ中—"', '😀', '𝒜', '\ud83d', '\udc00', '½')
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const text = units.join('')
      expect(tokens(text)).toEqual([...text.matchAll(pattern)].map(([token]) => token))
    }),
    { numRuns: 3000 },
  )
})
