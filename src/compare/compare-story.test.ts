import { expect, test } from 'vitest'
import { contains } from '../model/span.ts'
import { table } from '../text/table.ts'
import { compareStory } from './compare-story.ts'
import { memberOf } from './member-samples.contract.ts'

const told =
  'Two harbour officials told the Corvin Courier that the ferry Halcyon would be scrapped on Friday.\n\nThe Osterholm Line said that forty people had been hurt when the Halcyon struck the pier.'
const relayed =
  'The ferry Halcyon is to be scrapped on Friday, the Corvin Courier reported, citing two harbour officials.\n\nDoctors at the town hospital said that nine people had been hurt when the Halcyon struck the pier.'
const denied =
  'The Osterholm Line denied that the ferry Halcyon would be scrapped on Friday.\n\nIts chairman, Abel Noor, said the ship would sail again.'

const members = [
  memberOf(told, 'Corvin Courier', '2033-05-03T08:00:00Z'),
  memberOf(relayed, 'Merle Mirror', '2033-05-03T10:00:00Z'),
  memberOf(denied, 'Osterholm Today', '2033-05-04T07:00:00Z'),
]
const story = compareStory(members, { id: 's:test', joined: [] })
const textOf = new Map(members.map(({ article }) => [article.id, article.text]))

test('a relayed claim has one origin, however many carry it', () => {
  const scrapped = story.claims.find((claim) => {
    const outlets = new Set(claim.carriers.map((carrier) => carrier.span.article))
    return (
      outlets.size >= 2 &&
      /scrapped/.test(textOf.get(claim.gist.article)?.slice(claim.gist.start, claim.gist.end) ?? '')
    )
  })
  expect(scrapped?.certain).toBe(1)
})

test('who takes something from another outlet is an edge with the words that say so', () => {
  const [edge] = story.relays.filter((relay) => relay.article === members[1]?.article.id)
  expect(edge?.outlet).toBe('Corvin Courier')
  expect(edge && textOf.get(edge.article)?.slice(edge.span.start, edge.span.end)).toContain('Courier')
})

test('the order in which articles are given does not change the story', () => {
  const [a, b, c] = members
  if (a === undefined || b === undefined || c === undefined) throw new Error('three articles')
  for (const order of [
    [c, a, b],
    [b, c, a],
    [c, b, a],
  ]) {
    expect(JSON.stringify(compareStory(order, { id: 's:test', joined: [] }))).toBe(JSON.stringify(story))
  }
})

test('every carrier lies in its article, and certain origins never exceed the possible', () => {
  expect(story.claims.length).toBeGreaterThan(2)
  for (const claim of story.claims) {
    expect(claim.certain).toBeLessThanOrEqual(claim.possible)
    for (const { span, origin } of claim.carriers) {
      expect(contains({ start: 0, end: textOf.get(span.article)?.length ?? 0 }, span)).toBe(true)
      expect(claim.origins.map(({ id }) => id)).toContain(origin)
    }
  }
})

test('every rule that made something is explained in a table', () => {
  const known = new Set(table('rules-compare').map((row) => row.id))
  const used = [
    ...story.claims.flatMap((claim) => [
      ...claim.rules,
      ...claim.origins.flatMap((o) => o.evidence.map((e) => e.rule)),
    ]),
    ...story.relays.flatMap((relay) => relay.rules),
    ...story.copies.flatMap((copy) => copy.rules),
    ...story.disputes.flatMap((dispute) => dispute.rules),
    ...story.entities.flatMap((entity) => entity.variants.map((variant) => variant.rule)),
  ]
  expect(used.filter((rule) => !known.has(rule))).toEqual([])
})

test('copies by the dozen of one text are one voice', () => {
  const copies = Array.from({ length: 12 }, (_, i) =>
    memberOf(told, `Paper ${i}`, `2033-05-03T08:${10 + i}:00Z`),
  )
  const many = compareStory([...members.slice(0, 1), ...copies], { id: 's:many', joined: [] })
  expect(Math.max(...many.claims.map((claim) => claim.certain))).toBe(1)
})

test('who is denied by its own side afterwards adds no certain origin', () => {
  const affirmed = [
    memberOf(
      "Osterholm's foreign ministry said that the ferry Halcyon had been seized at Pell on Sunday.",
      'Corvin Courier',
      '2033-05-03T08:00:00Z',
    ),
    memberOf(
      "The Halcyon, a ferry, was seized at Pell, Marrow's foreign ministry said.",
      'Merle Mirror',
      '2033-05-03T10:00:00Z',
    ),
  ]
  const after = memberOf(
    "Osterholm's army denied that the Halcyon had been seized at Pell.",
    'Pell Post',
    '2033-05-04T10:00:00Z',
  )
  const certain = (given: typeof affirmed) =>
    Math.max(...compareStory(given, { id: 's:test', joined: [] }).claims.map((claim) => claim.certain))
  expect(certain(affirmed)).toBe(2)
  expect(certain([...affirmed, after])).toBe(1)
})
