import { expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'
import { memberOf } from '../member-samples.contract.ts'
import { retractionsOf } from './retractions.ts'

test.each([
  [
    'Correction: An earlier version of this article said that two sailors had been killed. They were hurt.',
    'two sailors had been killed',
  ],
  [
    'Correction: The original version wrongly stated that the U.S. envoy had left Orrin.',
    'the U.S. envoy had left Orrin',
  ],
  ['This article incorrectly reported that the pier belonged to the navy.', 'the pier belonged to the navy'],
  ['Correction: We reported in error that the mayor had resigned.', 'the mayor had resigned'],
  ['Correction: The Post retracts its report that the mine was flooded.', 'the mine was flooded'],
  [
    'The Orrin Post has retracted its report that the mayor took a bribe. We apologise.',
    'the mayor took a bribe',
  ],
  [
    "Editor's note: This article previously stated that the mayor took a bribe. He did not.",
    'the mayor took a bribe',
  ],
  [
    'This article was corrected on 1 June. An earlier version said 14 people had died; police in fact said four.',
    '14 people had died',
  ],
])('%s', (note, claim) => {
  const given = memberOf(`The ferry sailed on Monday.\n\n${note}`, 'Orrin Post', '2033-06-01')
  const [found] = retractionsOf(given)
  expect(found && given.article.text.slice(found.span.start, found.span.end)).toBe(claim)
  expect(found?.polarity).toBe('denied')
})

test.each([
  'Correction: The name of the harbour master is Owen Pell.',
  'Correction: An earlier version of this article misspelled the name of the ferry.',
  'The Vale Times has retracted its report that the mayor took a bribe.',
])('nothing is taken back: %s', (note) => {
  expect(retractionsOf(memberOf(`The ferry sailed.\n\n${note}`, 'Orrin Post', '2033-06-01'))).toEqual([])
})

const correction =
  'Correction: An earlier version of this article said that two sailors had been killed in the accident of the ferry Halcyon.'
const corrected = memberOf(
  `Trains between Vale and Merle were late on Tuesday.\n\n${correction}`,
  'Orrin Post',
  '2033-06-01T15:00:00Z',
)
const relayed = memberOf(
  'Two sailors were killed in the accident of the ferry Halcyon, the Orrin Post reported.',
  'Vale Times',
  '2033-06-01T10:00:00Z',
)

test('who had it from the outlet that took it back affirms nothing; the note is on record', () => {
  const killed = killedIn([relayed, corrected])
  expect(killed?.claim.certain).toBe(0)
  expect(killed?.claim.possible).toBe(0)
  expect(killed?.retracted).toEqual(['two sailors had been killed in the accident of the ferry Halcyon'])
  expect(killed?.claim.carriers.map(({ polarity }) => polarity)).toEqual(['affirmed', 'denied'])
})

test('whom the outlet itself had it from no longer counts, and a note’s own words tell nothing', () => {
  const first = memberOf(
    'Two sailors were killed in the accident of the ferry Halcyon, two officials told the Orrin Post.',
    'Orrin Post',
    '2033-06-01T08:00:00Z',
  )
  const note = memberOf(
    'The Orrin Post has retracted its report that two sailors were killed in the accident of the ferry Halcyon.',
    'Orrin Post',
    '2033-06-02T08:00:00Z',
  )
  const later = {
    ...note,
    article: { ...note.article, id: 'later' },
    reading: { ...note.reading, article: 'later' },
  }
  const killed = killedIn([first, later])
  expect([killed?.claim.certain, killed?.claim.possible, killed?.retracted?.length]).toEqual([0, 0, 1])
})

test('a source of another outlet stands, whatever one took back', () => {
  const own = memberOf(
    'Two sailors were killed in the accident of the ferry Halcyon, the coast guard said in a statement.',
    'Coast Mail',
    '2033-06-01T12:00:00Z',
  )
  const killed = killedIn([relayed, own, corrected])
  expect(killed?.claim.certain).toBe(1)
  expect(killed?.retracted).toHaveLength(1)
})

function killedIn(members: readonly Member[]) {
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  const quote = ({ article, start, end }: { article: string; start: number; end: number }) =>
    texts.get(article)?.slice(start, end) ?? ''
  const claim = compareStory(members, { id: 's:ferry', joined: [] }).claims.find(({ carriers }) =>
    carriers.some(({ span, polarity }) => polarity === 'affirmed' && quote(span).includes('killed')),
  )
  return claim && { claim, retracted: (claim.retracted ?? []).map(quote) }
}
