import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

const first = member('The Northstar', 'Orsa and Veldt to hold direct talks in Tarn on Friday', [
  'Envoys from Orsa and Veldt will meet face to face in Tarn on Friday, two senior Orsan officials told the Northstar.',
])

test.each([
  [
    'Orsa, Veldt envoys to meet on Friday - report',
    'Orsa and Veldt will hold direct talks in the Lindar capital Tarn on Friday, the Northstar reported on Monday.',
  ],
  [
    'Report: Orsa, Veldt envoys to meet on Friday',
    'Orsa and Veldt will hold direct talks in the Lindar capital Tarn on Friday, according to the Northstar.',
  ],
  [
    'Orsa, Veldt envoys to meet on Friday – officials',
    'Orsa and Veldt will hold direct talks in the Lindar capital Tarn on Friday, Orsan officials told the Northstar.',
  ],
  [
    'Orsa, Veldt envoys to meet on Friday, reports say',
    'Orsa and Veldt will hold direct talks in the Lindar capital Tarn on Friday, the Northstar reported on Monday.',
  ],
])('“%s” credits whom the body credits', (title, text) => {
  const claim = claimOf([first, member('Tidewater Wire', title, [text])])
  expect(claim?.levels.outlets).toBe(2)
  expect(claim?.origins.map(({ kind, source, outlet }) => [kind, source, outlet])).toEqual([
    ['told', 'two senior Orsan officials', 'The Northstar'],
  ])
  expect([claim?.certain, claim?.possible]).toEqual([1, 1])
})

test('a report that the body does not name is nobody’s word', () => {
  const claim = claimOf([
    first,
    member('Ossa News', 'Orsa, Veldt envoys to meet on Friday: report', ['Farmers were told nothing.']),
  ])
  expect(claim?.origins.map(({ kind, source }) => [kind, source])).toEqual([
    ['told', 'two senior Orsan officials'],
    ['unknown', undefined],
  ])
  expect(claim?.certain).toBe(1)
})

test('a report of somebody’s is that report', () => {
  const claim = claimOf([
    member('Daily Post', 'Report: Oster dam unsafe', [
      'The Oster dam is unsafe and must be emptied by June, a report by the water inspectorate said.',
    ]),
  ])
  expect(claim?.origins.map(({ kind, source }) => [kind, source])).toEqual([
    ['document', 'a report by the water inspectorate'],
  ])
})

function claimOf(given: readonly Member[]) {
  return compareStory(given, { id: 's', joined: [] }).claims[0]
}

function member(outlet: string, headline: string, paragraphs: readonly string[]): Member {
  const article = articleFromText({
    text: [headline, ...paragraphs].join('\n\n'),
    outlet,
    published: outlet === 'The Northstar' ? '2031-03-03T09:00:00Z' : '2031-03-03T11:00:00Z',
    url: `https://${outlet.replaceAll(' ', '')}.example/a`,
  })
  return { article, reading: read(article) }
}
