import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

test.each([
  ['who said so when', 'The spokesman said on Monday that the harbour was calm.'],
  ['a recollection of an earlier plan', 'The talks had first been set for Friday in Tarn.'],
  ['what was to be and was not', 'They were to have met in Tarn on Friday.'],
  ['what may be', 'Bread could reach four crowns a loaf by the weekend.'],
  ['the day of the dateline', 'TARN, March 3 (Harbour Wire) - Traders welcomed the calm.'],
  ['an age and a quantity', 'The 34-year-old captain bought 20 tonnes of coal in two days.'],
])('%s is no line: %s', (_, text) => {
  expect(lines([['2031-03-04', text]])).toEqual([])
})

test.each([
  [
    'Orsa closed the strait to Veldt ships in February.',
    '2031-02-01/2031-02-28 happened Orsa closed the strait to Veldt ships in February',
  ],
  [
    'After a three-hour meeting with President Ilka Brandt on Sunday, the envoy left.',
    '2031-03-02/2031-03-02 happened After a three-hour meeting with President Ilka Brandt on Sunday, the envoy left',
  ],
])('a line: %s', (text, line) => {
  expect(lines([['2031-03-04', text]])).toEqual([line])
})

test('what three articles tell of one day is one line, with the other passages beside it', () => {
  const told = timeline([
    ['2031-03-03', 'Orsa closed the Vesk Strait to Veldt ships in February.'],
    ['2031-03-04', 'Orsa closed the strait to ships from Veldt in February, and took a tanker.'],
    ['2031-03-05', 'In February Orsa closed the Vesk Strait to ships under the Veldt flag.'],
  ])
  expect(told).toHaveLength(1)
  expect(told[0]?.also).toHaveLength(2)
  expect(told[0]?.reported).toBe('2031-03-03')
})

test('a plan has a line for each day it stood on and each state there, and no other words of it', () => {
  expect(
    lines([
      ['2031-03-03', 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday.'],
      ['2031-03-04', 'The planned Friday talks in Tarn between Orsa and Veldt drew praise.'],
      [
        '2031-03-05',
        'The talks between Orsa and Veldt in Tarn have been postponed until Sunday, officials said.',
      ],
      ['2031-03-10', 'Envoys from Orsa and Veldt held talks in Tarn on Sunday.'],
    ]).map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual([
    '2031-03-07/2031-03-07 planned',
    '2031-03-09/2031-03-09 postponed',
    '2031-03-09/2031-03-09 happened',
  ])
})

test('what was called off stands on the day that it was set for', () => {
  expect(
    lines([
      ['2031-03-03', 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday.'],
      ['2031-03-05', 'Orsa and Veldt have called off their talks in Tarn, officials said.'],
    ]).map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['2031-03-07/2031-03-07 planned', '2031-03-07/2031-03-07 cancelled'])
})

function timeline(articles: readonly (readonly [string, string])[]) {
  return compareStory(members(articles), { id: 's', joined: [] }).timeline
}

function lines(articles: readonly (readonly [string, string])[]): string[] {
  const texts = new Map(members(articles).map(({ article }) => [article.id, article.text]))
  return timeline(articles).map(
    ({ when, status, span }) =>
      `${when.from}/${when.to} ${status} ${(texts.get(span.article) ?? '').slice(span.start, span.end)}`,
  )
}

function members(articles: readonly (readonly [string, string])[]): Member[] {
  return articles.map(([published, text], i) => {
    const article = articleFromText({ text, published, url: `https://news.example/${i}` })
    return { article, reading: read(article) }
  })
}
