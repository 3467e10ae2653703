import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLanguage } from '../language.ts'
import { paragraphsOf } from '../paragraphs.ts'
import type { Decoded } from '../reader/decoder.ts'
import { analyse, openReader } from '../reader.ts'
import { candidatesOf } from './candidates.ts'
import { firstKindsOf } from './first-kinds.ts'
import { namePath } from './name-segments.ts'
import { topsOf } from './name-view.ts'
import { textKindsOf } from './text-kinds.ts'

const reader = openReader() ?? expect.fail('the weights are missing')
const { header } = reader.network

/** What the network would say of words, each as the scores that are not 0. */
function scored(...words: Readonly<Record<string, number>>[]): Decoded {
  const nameScores = new Float32Array(words.length * header.names.length)
  words.forEach((scores, word) => {
    for (const [tag, score] of Object.entries(scores))
      nameScores[word * header.names.length + header.names.indexOf(tag)] = score
  })
  const [decoded = expect.fail('nothing was read')] = reader.network.decode([words.map(() => 'word')])
  return { ...decoded, nameScores }
}

test('the kind of a word is that of its best tag, with its lead over the next kind', () => {
  const { kinds, leads, none } = firstKindsOf(header)(
    scored({ 'B-PER': 7, 'I-PER': 6.5, O: 3 }, { O: 20 }, { 'B-GPE': 4, 'B-FAC': 3 }, { 'B-EVENT': 2, O: 1 }),
  )
  expect(kinds).toEqual(['P', 'O', 'L', 'M'])
  expect([...leads]).toEqual([4, 9, 4, 1])
  expect([...none]).toEqual([-4, 20, -4, -1])
})

test('what a text says of a word elsewhere leaves the word itself out', () => {
  const sentences = [
    ['Harrow', 'fell'],
    ['the', 'Harrow', 'Post'],
    ['Harrow', 'rose', 'in', 'harrow'],
  ]
  const lows = sentences.map((forms) => forms.map((form) => form.toLowerCase()))
  const kinds = [
    ['L', 'O'],
    ['O', 'G', 'G'],
    ['L', 'O', 'O', 'O'],
  ].map((kinds) => ({
    kinds,
    leads: new Uint8Array(4),
    none: new Float32Array(4),
  }))
  const text = textKindsOf(sentences, lows, kinds)
  expect(text.elsewhere('harrow', 'G')).toBe('L32')
  expect(text.elsewhere('harrow', 'L')).toBe('G12')
  expect(text.elsewhere('harrow', undefined)).toBe('L22')
  expect(text.elsewhere('post', 'G')).toBe('0')
  expect(text.elsewhere('fell', undefined)).toBe('-')
  expect([text.pair('harrow', 'post'), text.pair('post', '$'), text.pair('fell', '$')]).toEqual([1, 1, 0])
})

test('small words between two that may be names may be part of one', () => {
  const forms = ['the', 'Bank', 'of', 'the', 'Harrow', 'and', 'left']
  const none = Float32Array.from([9, 1, 9, 9, 2, 9, 9])
  const first = { kinds: [], leads: new Uint8Array(7), none }
  const found = candidatesOf(forms, ['DET', 'PROPN', 'ADP', 'DET', 'PROPN', 'CCONJ', 'VERB'], first)
  expect(found).toEqual([false, true, true, true, true, false, false])
})

test('the path of tags is valid, and words that may be no name have none', () => {
  const tags = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG']
  const free = new Float32Array(25)
  const row = (...scores: number[]) => Float64Array.from(scores)
  const path = [row(0, 1, 5, 0, 0), row(0, 0, 0, 0, 4), undefined, row(0, 0, 9, 1, 0)]
  expect([...namePath(path, free, new Float32Array(5), tags)]).toEqual([3, 4, 0, 3])
  expect([...namePath([], free, new Float32Array(5), tags)]).toEqual([])
  fc.assert(
    fc.property(
      fc.array(
        fc.option(fc.array(fc.float({ noNaN: true }), { minLength: 5, maxLength: 5 }), { nil: undefined }),
      ),
      (rows) => {
        const found = namePath(
          rows.map((scores) => (scores === undefined ? undefined : Float64Array.from(scores))),
          free,
          new Float32Array(5),
          tags,
        )
        found.forEach((tag, i) => {
          if (rows[i] === undefined) expect(tag).toBe(0)
          if (tag === 2 || tag === 4) expect([tag, tag - 1]).toContain(found[i - 1])
        })
      },
    ),
  )
})

test('the words of a compound share its head', () => {
  expect(topsOf([1, 2, 3, -1], ['compound', 'compound', 'nsubj', 'root'])).toEqual([2, 2, 2, 3])
  // Heads in a ring, as no tree has them, end all the same.
  expect(topsOf([1, 0], ['flat', 'flat'])).toHaveLength(2)
})

test('whatever the words, a second look gives each a name tag of the network', () => {
  const word = fc.oneof(
    fc.constantFrom('Harrow', 'of', 'The', 'Post', '’s', 'USA'),
    fc.string({ unit: 'binary', minLength: 1 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { maxLength: 4 }), (sentences) => {
      for (const words of analyse(reader, sentences)) {
        words.forEach(({ name }, i) => {
          expect(header.names).toContain(name)
          if (name.startsWith('I-')) expect(words[i - 1]?.name.slice(2)).toBe(name.slice(2))
        })
      }
    }),
  )
})

test.each([
  ['what is at a restaurant', 'We had dinner at Wendy’s and went home.', ['Wendy’s']],
  ['a gulf of a country', 'The storm crossed the Gulf of Mexico.', ['Gulf of Mexico']],
  [
    'a country that no list has',
    'Ardovia closed the strait. In Ardovia, the Ardovian press said nothing.',
    ['Ardovia', 'Ardovian'],
  ],
])('%s', (_, text, names) => {
  const found = readLanguage(text, paragraphsOf(text)).names
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expect.arrayContaining(names))
})
