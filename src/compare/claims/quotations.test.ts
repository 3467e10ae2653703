import { expect, test } from 'vitest'
import { quotationDifference } from './quotations.ts'

const full =
  'We will rebuild the bridge at Oster, whatever it costs, and we will do it before the first snow falls on the valley'

test.each([
  [
    'shortened',
    'We will rebuild the bridge at Oster … before the first snow falls',
    ['whatever it costs, and we will do it', 'on the valley'],
    [],
  ],
  ['whole', full, [], []],
  [
    'translated otherwise',
    'We shall rebuild the bridge at Oster, whatever the price, and we will do so before the first snow falls on the valley',
    [],
    ['shall for will', 'the price for it costs', 'so for it'],
  ],
])('%s', (_, other, cut, instead) => {
  const found = quotationDifference(whole(full), whole(other))
  expect(found?.cut.map(({ start, end }) => full.slice(start, end))).toEqual(cut)
  expect(
    found?.instead.map(({ words, for: lost }) =>
      [other.slice(words.start, words.end), ...(lost ? [full.slice(lost.start, lost.end)] : [])].join(
        ' for ',
      ),
    ),
  ).toEqual(instead)
})

test('other words of the same speaker are another quotation', () => {
  const other = 'We will not sell the bridge at Oster to anybody'
  expect(quotationDifference(whole(full), whole(other))).toBeUndefined()
})

function whole(text: string) {
  return { text, ranges: [{ start: 0, end: text.length }] }
}
