import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

const text = 'The road is shut, said the mayor, who saw it.'

test('a block is cut at every edge of a marking, and each piece knows all that covers it', () => {
  const pieces = piecesOf(text, { start: 0, end: text.length }, [
    { start: 0, end: 16, kind: 'content', note: 'n1' },
    { start: 4, end: 8, kind: 'at' },
    { start: 23, end: 32, kind: 'source', note: 'n1' },
  ])
  expect(pieces.map((piece) => [piece.text, piece.kinds.join('+'), piece.notes.join('+')])).toEqual([
    ['The ', 'content', 'n1'],
    ['road', 'content+at', 'n1'],
    [' is shut', 'content', 'n1'],
    [', said ', '', ''],
    ['the mayor', 'source', 'n1'],
    [', who saw it.', '', ''],
  ])
})

test('pieces give the block back, whatever the markings', () => {
  const marking = fc
    .tuple(fc.nat(50), fc.nat(50), fc.constantFrom('source', 'cue', 'content'))
    .map(([start, end, kind]) => ({ start, end, kind, note: `n${start}` }))
  fc.assert(
    fc.property(fc.array(marking), fc.nat(20), fc.nat(44), (markings, start, length) => {
      const block = { start, end: Math.min(text.length, start + length + 1) }
      const pieces = piecesOf(text, block, markings)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(block.start, block.end))
      for (const piece of pieces) expect(piece.end).toBeGreaterThan(piece.start)
    }),
  )
})
