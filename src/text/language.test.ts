import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../model/article.ts'
import type { Language } from '../model/language.ts'
import { readLanguage } from './language.ts'
import { paragraphsOf } from './paragraphs.ts'

const strange = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'A',
      '.',
      ' ',
      '"',
      "'",
      '-',
      '\n',
      '\u0000',
      '\ud83d',
      '\ude00',
      'ش',
      '<b>',
      '@',
      '1',
    ),
  }),
)

test('whatever the text, its words cover it once, in order, each inside its sentence', () => {
  fc.assert(
    fc.property(strange, (text) => {
      expectCovered(text, paragraphsOf(text), readLanguage(text, paragraphsOf(text)))
    }),
    { numRuns: 500 },
  )
})

test('whatever the text, each sentence is a tree with one root', () => {
  fc.assert(
    fc.property(strange, (text) => {
      for (const { tokens } of readLanguage(text, paragraphsOf(text), 'en').sentences) {
        const heads = tokens.map(({ head }) => head)
        if (heads[0] === undefined) continue
        expect(heads.filter((head) => head === -1)).toHaveLength(1)
        for (const start of heads.keys()) expect(stepsToRoot(heads, start)).toBeLessThanOrEqual(tokens.length)
      }
    }),
  )
})

test.each([
  ['a hundred thousand words without a stop', 'word '.repeat(100_000)],
  ['one word of a hundred thousand letters', 'a'.repeat(100_000)],
  ['twenty thousand signs', '.-'.repeat(10_000)],
  ['ten thousand words with commas', 'one, '.repeat(10_000)],
  ['quotation marks alone', '"'.repeat(20_000)],
  ['markup', '<p class="x">Harrow</p>'.repeat(1_000)],
  ['right-to-left words', 'شلام עולם '.repeat(2_000)],
  ['emoji with joiners', '👩‍👩‍👧‍👦 '.repeat(2_000)],
])(
  '%s are read',
  (_, text) => {
    const blocks = paragraphsOf(text)
    const language = readLanguage(text, blocks)
    expectCovered(text, blocks, language)
    for (const { tokens } of language.sentences) expect(tokens.length).toBeLessThanOrEqual(140)
  },
  60_000,
)

test('a sentence cut for length says so, all but its last part', () => {
  const text = `${'The mayor spoke and '.repeat(100)}left.`
  const { sentences } = readLanguage(text, paragraphsOf(text))
  expect(sentences.length).toBeGreaterThan(2)
  expect(sentences.map(({ cut }) => cut === true)).toEqual(sentences.map((_, i) => i < sentences.length - 1))
})

test('only prose is read, and no sentence crosses the edge of a block', () => {
  const text = 'Harrow bridge shut\nBy Ann Doyle\nThe bridge is shut'
  const block = (quote: string, kind: Block['kind']): Block => {
    const start = text.indexOf(quote)
    return { start, end: start + quote.length, kind, rule: 'X' }
  }
  const blocks = [
    block('Harrow bridge shut', 'headline'),
    block('By Ann Doyle', 'byline'),
    block('The bridge is shut', 'prose'),
  ]
  const { sentences } = readLanguage(text, blocks)
  expect(sentences.map(({ start, end, block }) => [text.slice(start, end), block])).toEqual([
    ['Harrow bridge shut', 0],
    ['The bridge is shut', 2],
  ])
})

test('the same text gives the same bytes, whatever was read before', () => {
  const text = 'Mayor Ann Doyle of Harrow said the bridge would open. It did not.'
  const first = JSON.stringify(readLanguage(text, paragraphsOf(text)))
  readLanguage(
    'Something else, read in between by others.',
    paragraphsOf('Something else, read in between by others.'),
  )
  expect(JSON.stringify(readLanguage(text, paragraphsOf(text)))).toBe(first)
})

function expectCovered(text: string, blocks: readonly Block[], { sentences }: Language): void {
  const visible = blocks
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(/\s/g, '')
  let at = 0
  let seen = ''
  for (const sentence of sentences) {
    for (const { start, end } of sentence.tokens) {
      if (start < at || end <= start || start < sentence.start || end > sentence.end)
        expect.fail(`word ${start}-${end}`)
      seen += text.slice(start, end)
      at = end
    }
  }
  expect(seen.replace(/\s/g, '') === visible).toBe(true)
}

function stepsToRoot(heads: readonly (number | undefined)[], start: number): number {
  let steps = 0
  for (let at = start; at >= 0 && steps <= heads.length; at = heads[at] ?? -1) steps++
  return steps
}
