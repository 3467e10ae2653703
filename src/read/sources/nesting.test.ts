import { expect, test } from 'vitest'
import { quoteOfAll } from '../../model/span.ts'
import { attributionsIn } from './sources.contract.ts'

// The sentence, who speaks within, and who vouches for it.
test.each([
  ['An aide said that the mayor believed the vote was lost.', 'the mayor', 'An aide'],
  ['The ministry said the envoy had promised to return the ships.', 'the envoy', 'The ministry'],
  ['According to the clerk, the judge denied that she had met Hask.', 'the judge', 'the clerk'],
  [
    'Two officials told the Harrow Post that the premier wants to sell the port.',
    'the premier',
    'Two officials',
  ],
  ['Orr wrote that the union had threatened to close the mine.', 'the union', 'Orr'],
])('%s', (text, inner, outer) => {
  const all = attributionsIn(text)
  const within = all.find((one) => quoteOfAll(text, one.source.spans) === inner)
  const holder = all.find((one) => one.id === within?.within)
  expect(holder && quoteOfAll(text, holder.source.spans)).toBe(outer)
  expect(holder?.within).toBeUndefined()
  expect(within?.rules).toContain('N-WITHIN')
})

test('what two say one after the other lies in neither', () => {
  const text = 'The mayor said the pier was shut. The clerk said it was open.'
  expect(attributionsIn(text).map((one) => one.within)).toEqual([undefined, undefined])
})
