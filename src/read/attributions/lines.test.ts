import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { quoteOf } from '../../model/span.ts'
import { read } from '../read.ts'

function triplesIn(text: string): string[] {
  const words = (ranges: readonly { start: number; end: number }[]): string =>
    ranges.map((range) => quoteOf(text, range)).join(' … ')
  return read(articleFromText({ text })).attributions.map(
    ({ source, cue, content }) => `${words(source.spans)} | ${words(cue)} | ${words(content)}`,
  )
}

test('a paragraph that ends in a colon has its content in the quotation behind it', () => {
  const text =
    'Nobody spoke for a while. The judge wrote:\n\n“The company knew of the cracks.\n\n“It chose to sail.”\n\nThe hall was full.'
  expect(triplesIn(text)[0]).toBe(
    'The judge | wrote: | “The company knew of the cracks. … “It chose to sail.”',
  )
})

test('a transcript between marks has a speaker a line', () => {
  const text = '“PELL: I have the floor.\n\n“FREY: Not for long.\n\n“PELL: We shall see.”'
  expect(triplesIn(text).map((triple) => triple.split(' | ')[0])).toEqual(['PELL', 'FREY', 'PELL'])
})

test.each([
  ['Q. When did the light fail?\n\nA. In the third week of March.', ['Q', 'A']],
  ['SPEAKER 1: Is the valve open?\n\nSPEAKER 2: It was open at nine.', ['SPEAKER 1', 'SPEAKER 2']],
  ['Mina Holt: Deeper than the charts say.\n\nLuc Arden: Not here.', ['Mina Holt', 'Luc Arden']],
])('the speakers of: %s', (text, speakers) => {
  const found = triplesIn(text).map((triple) => triple.split(' | ')[0])
  expect(found.filter((speaker) => speakers.includes(speaker ?? ''))).toEqual(speakers)
})

test.each([
  ['Airline near collapse, report says', 'report | says | Airline near collapse'],
  ['Owner knew of cracks: report', 'report | : | Owner knew of cracks'],
  ['Minister expected to resign over the bridge', ' | expected | Minister … to resign over the bridge'],
  ['Report: Bank hid losses for years', 'Report | : | Bank hid losses for years'],
])('a headline says who says it: %s', (text, wanted) => {
  const article = articleFromText({
    text,
    blocks: [{ start: 0, end: text.length, kind: 'headline', rule: 'test' }],
  })
  const shown = read(article).attributions.map(({ source, cue, content }) =>
    [source.spans, cue, content]
      .map((ranges) => ranges.map((range) => quoteOf(text, range)).join(' … '))
      .join(' | '),
  )
  expect(shown).toContain(wanted)
})

test('a source behind a fronted phrase is the subject alone', () => {
  const [first] = triplesIn('After hours of talks with the board, the mayor said that the pier is shut.')
  expect(first?.startsWith('the mayor | said')).toBe(true)
})

test.each([
  [
    'The harvest, as one grower put it, is beyond help.',
    'one grower | put it | The harvest … is beyond help',
  ],
  [
    '“There will be no talks under threat.”\n\nThe statement was issued by the foreign ministry before noon.',
    'the foreign ministry | statement | “There will be no talks under threat.”',
  ],
])('words that another sentence or an aside gives to somebody: %s', (text, wanted) => {
  expect(triplesIn(text)).toContain(wanted)
})

test.each([
  [
    'Envoy Ada Crane will lead the team and is expected to sail on Friday.',
    ' | is expected | Envoy Ada Crane … to sail on Friday',
  ],
  ['The crew is said to be safe.', ' | is said | The crew … to be safe'],
])('what is said of somebody in the passive has no source: %s', (text, wanted) => {
  expect(triplesIn(text)).toContain(wanted)
})

test('an “and” before the cue goes on from the beginning of its sentence', () => {
  const text =
    'The four papers deal with the strait, and one of them mentions weapons, two people familiar with the talks said.'
  expect(triplesIn(text)[0]).toContain(
    'The four papers deal with the strait, and one of them mentions weapons',
  )
})
