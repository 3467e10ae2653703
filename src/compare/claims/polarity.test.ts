import { expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'

const charge =
  'The Fair Trade Office said on Monday that the Osterholm Line and the Merle Line had agreed prices on the Orrel ferry.'
const refusal =
  'The Osterholm Line said on Monday that it had never agreed prices with the Merle Line on the Orrel ferry.'

/** The claim about words that match, as its heading and how each carrier stands to it. */
function claimOf(pattern: RegExp, ...texts: readonly string[]) {
  const members = texts.map((text, i) => memberOf(text, `Paper ${i}`, `2033-05-03T0${i}:00:00Z`))
  const words = ({ article, start, end }: { article: string; start: number; end: number }) =>
    members.find((member) => member.article.id === article)?.article.text.slice(start, end) ?? ''
  const claim = compareStory(members, { id: 's:t', joined: [] }).claims.find(({ carriers }) =>
    carriers.some(({ span }) => pattern.test(words(span))),
  )
  return {
    heading: claim && words(claim.gist),
    standing: new Map(claim?.carriers.map(({ span, polarity }) => [words(span), polarity])),
    certain: claim?.certain,
  }
}

test.each([
  ['first', [refusal, charge]],
  ['last', [charge, refusal]],
])('a flat denial is one, told %s', (_, texts) => {
  const { heading, standing, certain } = claimOf(/agreed prices/, ...texts)
  expect(heading).toMatch(/had agreed prices/)
  expect([...standing].find(([words]) => /never/.test(words))?.[1]).toBe('denied')
  expect([...standing].find(([words]) => /had agreed/.test(words))?.[1]).toBe('affirmed')
  expect(certain).toBe(1)
})

test('what is denied by the word is what others say: that she will not come', () => {
  const { heading, standing } = claimOf(
    /Orrel summit/,
    'Mayor Ada Hale will take part in the Orrel summit on Thursday, her office said, and it denied that she would not come to the Orrel summit.',
    'Mayor Ada Hale will not come to the Orrel summit on Thursday, two envoys said.',
    'Mayor Ada Hale would not come to the Orrel summit on Thursday, an aide to the host said.',
  )
  expect(heading).toMatch(/(?:will|would) not come/)
  expect(
    [...standing].filter(([words]) => /take part/.test(words)).map(([, polarity]) => polarity),
  ).not.toContain('affirmed')
})

test('a claim that nobody affirms is denied by all', () => {
  const { standing, certain } = claimOf(
    /pay offer/,
    'The Osterholm Line denied that it had withdrawn the pay offer to the stokers.',
    'A spokesman for the Osterholm Line denied it had withdrawn the pay offer to the stokers.',
  )
  expect([...standing.values()]).toEqual(expect.arrayContaining(['denied']))
  expect([...standing.values()]).not.toContain('affirmed')
  expect(certain).toBe(0)
})

test('what only denies a claim in other words carries it, and is denied in nobody else’s name', () => {
  const { heading, standing, certain } = claimOf(
    /9,000 marks/,
    'Abel Noor, the mayor, took 9,000 marks from a tunnel builder, prosecutors told the court. "He never received a single mark," said his lawyer, Ada Hale.',
    'Nothing else was heard of the tunnel on Monday.',
  )
  expect(heading).toMatch(/took 9,000 marks/)
  expect([...standing].find(([words]) => /single mark/.test(words))?.[1]).toBe('denied')
  expect(certain).toBe(1)
})

test('a denial that an outlet relays is from who denied it there, not from who affirmed it', () => {
  const members = [
    memberOf(
      'Two envoys told the Harrow Post that Mayor Ada Hale had offered a truce to the stokers. The mayor denied that she had offered a truce to the stokers.',
      'Harrow Post',
      '2033-05-03T08:00:00Z',
    ),
    memberOf(
      'Mayor Ada Hale denied that she had offered a truce to the stokers, the Harrow Post reported.',
      'Merle Mirror',
      '2033-05-03T09:00:00Z',
    ),
  ]
  const claim = compareStory(members, { id: 's:t', joined: [] }).claims.find(
    ({ carriers }) => carriers.length >= 3,
  )
  const originOf = (polarity: string) =>
    new Set(claim?.carriers.flatMap((carrier) => (carrier.polarity === polarity ? carrier.origin : [])))
  const [affirmed, denied] = [originOf('affirmed'), originOf('denied')]
  expect(denied.size).toBe(1)
  expect([...denied].some((origin) => affirmed.has(origin))).toBe(false)
})
