import { describe, expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'
import { memberOf } from '../member-samples.contract.ts'

type Row = readonly [text: string, level: string, holder: string, stance: string, matter: string]
const rows: readonly Row[] = [
  [
    'Petra Hollis rejected direct talks with the union.',
    'person',
    'Petra Hollis',
    'against',
    'direct talks with the union',
  ],
  [
    'The foreign ministry demanded the release of the crew.',
    'office',
    'foreign ministry',
    'for',
    'the release of the crew',
  ],
  [
    'The State Department demanded the release of the crew.',
    'office',
    'State Department',
    'for',
    'the release of the crew',
  ],
  [
    'Washington opposes a blockade of the port.',
    'country',
    'United States',
    'against',
    'a blockade of the port',
  ],
  ['Germany called for a ceasefire at sea.', 'country', 'Germany', 'for', 'a ceasefire at sea'],
  ['Berlin opposes a blockade of the port.', 'country', 'Germany', 'against', 'a blockade of the port'],
  [
    '"We will never accept an embargo on grain," Petra Hollis said.',
    'person',
    'Petra Hollis',
    'against',
    'an embargo on grain',
  ],
  [
    'Petra Hollis said she would accept inspections of the silos.',
    'person',
    'Petra Hollis',
    'for',
    'inspections of the silos',
  ],
  [
    'Petra Hollis does not want foreign troops on the island.',
    'person',
    'Petra Hollis',
    'against',
    'foreign troops on the island',
  ],
  [
    'Two German officials called for a second round of talks.',
    'unnamed',
    'Two German officials',
    'for',
    'a second round of talks',
  ],
  [
    'Petra Hollis vowed to reopen the mine only if the tax is lifted.',
    'person',
    'Petra Hollis',
    'conditional',
    'to reopen the mine only if the tax is lifted',
  ],
]

test.each(rows)('%s', (text, level, holder, stance, matter) => {
  const given = [memberOf(text, 'Tolm Post', '2033-05-03')]
  const positions = compareStory(given, { id: 's:one', joined: [] }).positions
  expect(
    positions.map((one) => [one.holder.level, one.holder.name, one.stance, quoteIn(given, one.span)]),
  ).toEqual([[level, holder, stance, matter]])
})

test.each([
  'Petra Hollis rejected claims that she had met the union.',
  'Petra Hollis said the mine had reopened on Monday.',
  'Petra Hollis declined to comment.',
  'Petra Hollis did not rule out a strike.',
  'Officials doubt that Petra Hollis will accept what the union has to offer.',
])('no side is taken: %s', (text) => {
  expect(
    compareStory([memberOf(text, 'Tolm Post', '2033-05-03')], { id: 's:one', joined: [] }).positions,
  ).toEqual([])
})

test('who takes the other side later has changed it, at its own level alone', () => {
  const given = [
    memberOf(
      'Petra Hollis rejected direct talks with the miners. Germany wants direct talks with the miners.',
      'Tolm Post',
      '2033-05-03',
    ),
    memberOf(
      'Hollis, the mine owner, said nothing. Petra Hollis now wants direct talks with the miners, she told reporters.',
      'Vale Times',
      '2033-05-06',
    ),
    memberOf('The foreign ministry opposes direct talks with the miners.', 'Coast Mail', '2033-05-07'),
  ]
  const { positions } = compareStory(given, { id: 's:mine', joined: [] })
  expect(positions.map((one) => [one.holder.name, one.stance, one.reversal])).toEqual([
    ['Petra Hollis', 'against', false],
    ['Germany', 'for', false],
    ['Petra Hollis', 'for', true],
    ['foreign ministry', 'against', false],
  ])
})

test('what an aide says that she wants is her side, and what a source says that another proposed is not the source’s', () => {
  const given = [
    memberOf('"She wants the mine open by June," one adviser said.', 'Tolm Post', '2033-05-03'),
    memberOf(
      'A regional diplomat said Velm had asked for more time and had proposed Pell as host.',
      'Vale Times',
      '2033-05-04',
    ),
  ]
  const { positions } = compareStory(given, { id: 's:mine', joined: [] })
  expect(positions.filter(({ holder }) => holder.level === 'unnamed')).toEqual([])
})

test('what somebody says of another is that one’s word, and no change of mind', () => {
  const given = [
    memberOf('Germany called for a ceasefire at sea.', 'Tolm Post', '2033-05-03'),
    memberOf('Petra Hollis said that Germany had refused a ceasefire at sea.', 'Vale Times', '2033-05-06'),
  ]
  const { positions } = compareStory(given, { id: 's:sea', joined: [] })
  expect(
    positions.map((one) => [one.holder.name, one.stance, one.reversal, one.vouchedBy !== undefined]),
  ).toEqual([
    ['Germany', 'for', false, false],
    ['Germany', 'against', false, true],
  ])
})

test('two unnamed officials who differ are no reversal', () => {
  const given = [
    memberOf('A senior official rejected direct talks with the miners.', 'Tolm Post', '2033-05-03'),
    memberOf('A senior official wants direct talks with the miners.', 'Vale Times', '2033-05-06'),
  ]
  const { positions } = compareStory(given, { id: 's:mine', joined: [] })
  expect(positions.map((one) => [one.holder.level, one.stance, one.reversal])).toEqual([
    ['unnamed', 'against', false],
    ['unnamed', 'for', false],
  ])
})

function quoteIn(
  members: readonly Member[],
  span: { article: string; start: number; end: number },
): string | undefined {
  return members
    .find(({ article }) => article.id === span.article)
    ?.article.text.slice(span.start, span.end)
    .trim()
}

/** The story of two reports, three days apart. */
function reversed(before: string, after: string) {
  const given = [memberOf(before, 'Tolm Post', '2033-05-03'), memberOf(after, 'Vale Times', '2033-05-06')]
  return compareStory(given, { id: 's:rail', joined: [] })
}

describe('a body that changes sides, in whatever words', () => {
  const before = 'The transport ministry opposed the northern rail line on Monday.'
  test.each([
    'The transport ministry now backs the northern rail line, a spokesman said.',
    'The transport ministry said it now backs the northern rail line.',
    'The transport ministry, which had opposed the northern rail line, now backs it.',
    'The transport ministry backs the northern rail line after all.',
    'The transport ministry has dropped its opposition to the northern rail line.',
  ])('%s', (after) => {
    const { positions, changes } = reversed(before, after)
    expect(
      changes.map(({ relation, from, to }) => [relation, from.value, to.value, from.reported, to.reported]),
    ).toEqual([['reverses', 'against', 'for', '2033-05-03', '2033-05-06']])
    expect(positions.map(({ holder, stance, reversal }) => [holder.name, stance, reversal])).toEqual([
      ['transport ministry', 'against', false],
      ['transport ministry', 'for', true],
    ])
  })

  test.each([
    [
      'what another says of it',
      'The transport ministry backs the northern rail line, Ida Holm, a deputy, said.',
    ],
    [
      'a plan that it is not the subject of',
      'A plan backed by the transport ministry shows the northern rail line.',
    ],
    ['what it may do', 'The transport ministry could back the northern rail line.'],
  ])('no reversal: %s', (_, after) => {
    expect(reversed(before, after).positions.filter(({ reversal }) => reversal)).toEqual([])
  })
})
