import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, openReader } from '../reader.ts'
import { looksOf } from './word-looks.ts'

test('a word is looked at beside its spellings in the text', () => {
  const looks = looksOf([
    ['Harrow', 'Bridge', 'is', 'shut'],
    ['The', 'bridge', 'in', 'Harrow', 'is', 'OLD', '…', 'B52'],
  ])
  expect(looks.lookAt(0, 1)).toEqual({ low: 'bridge', shape: 'Xxx', letters: 'C', elsewhere: 'CL0' })
  expect(looks.lookAt(0, 0)).toMatchObject({ low: 'harrow', elsewhere: 'C-1' })
  expect(looks.lookAt(1, 5)).toMatchObject({ shape: 'XX', letters: 'U' })
  expect(looks.lookAt(1, 6)).toMatchObject({ low: '...', letters: 'o' })
  expect(looks.lookAt(1, 7)).toMatchObject({ low: 'b00', shape: 'X00' })
  expect(looks.lookAt(1, 8).low).toBe('$')
})

test.each([
  ['all small', 'the bridge is shut', '-'],
  ['a headline', 'Harrow Bridge Is Shut Today', 'T'],
  ['in capitals', 'HARROW BRIDGE IS SHUT', 'U'],
])('%s: the case of a sentence', (_, sentence, want) => {
  expect(looksOf([sentence.split(' ')]).caseOf(0)).toBe(want)
})

test('whatever the words, a second look gives each a tag and keeps what the network said of those it changed', () => {
  const reader = openReader() ?? expect.fail('the weights are missing')
  const { upos, xpos } = reader.network.header
  const word = fc.oneof(
    fc.constantFrom('Harrow', 'reading', 'that', 'like', 'READ', 'above', '’s', '--'),
    fc.string({ unit: 'binary', minLength: 1 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { maxLength: 4 }), (sentences) => {
      const decoded = reader.network.decode(sentences)
      analyse(reader, sentences).forEach((words, s) => {
        words.forEach((found, i) => {
          expect(upos).toContain(found.upos)
          expect(xpos).toContain(found.xpos)
          const first = upos[decoded[s]?.upos[i] ?? 0]
          expect(found.firstTags?.upos ?? found.upos).toBe(first)
        })
      })
    }),
  )
})
