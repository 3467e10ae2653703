import { expect, test } from 'vitest'
import { witnessed } from './witness.ts'

test.each([
  ['Reporters saw the ferry leave at noon', 'Reporters saw the ferry leave at noon', 'Reporters'],
  [
    'The quay was empty at dawn, our harbour editor found',
    'The quay was empty at dawn',
    'our harbour editor',
  ],
  [
    'Two vans left the yard, as a reporter for this newspaper saw',
    'Two vans left the yard',
    'a reporter for this newspaper',
  ],
  ['The first tram ran, as our reporter saw from the back of it', 'The first tram ran', 'our reporter'],
  ['The mill is a heap, as this reporter found on Monday', 'The mill is a heap', 'this reporter'],
  ['The crowd sang, our correspondent in the islands reports', 'The crowd sang', 'our correspondent'],
])('%s: seen by the outlet', (words, clause, person) => {
  const found = witnessed(words, { start: 0, end: words.length })
  const cut = ({ start, end }: { start: number; end: number }) => words.slice(start, end)
  expect(found && [cut(found.clause), cut(found.person)]).toEqual([clause, person])
})

test.each([
  'The mayor told reporters that the quay was shut',
  'Our readers know the quay, the mayor said',
  'A court found the mayor guilty',
])('%s: nobody of the outlet saw it', (words) =>
  expect(witnessed(words, { start: 0, end: words.length })).toBeUndefined(),
)
