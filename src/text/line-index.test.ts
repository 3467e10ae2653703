import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineIndex } from './line-index.ts'

test.each([
  ['the whole line is the key', 'mayor\nbridge\n', '\n', 'bridge', 1],
  ['a key ends at the stop', 'mayor\t12\nbridge\t-3', '\t', 'bridge', 1],
  ['a part of a key is no key', 'mayor\t12\n', '\t', 'may', -1],
  ['the first of two lines with one key counts', 'a\t1\na\t2\n', '\t', 'a', 0],
  ['an empty line has the empty key', 'a\n\nb', '\n', '', 1],
  ['nothing is in an empty text', '', '\n', '', -1],
])('%s', (_, text, stop, key, want) => {
  expect(lineIndex(text, stop).find(key)).toBe(want)
})

test('whatever the lines, each is found with its rest', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', 'ж', '\ud83d', ' ', '1') })
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(cell, cell), { selector: ([key]) => key }), (rows) => {
      const index = lineIndex(rows.map(([key, rest]) => `${key}\t${rest}\n`).join(''), '\t')
      rows.forEach(([key, rest], line) => {
        expect(index.find(key)).toBe(line)
        expect(index.findParts([...key])).toBe(line)
        expect(index.rest(line)).toBe(rest)
      })
    }),
  )
})
