import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { type DisputeSide, disputeViews } from './dispute-view.ts'

/** The sides of the first dispute of a story, one text a day, each under its own outlet. */
function sidesIn(...texts: readonly string[]): readonly DisputeSide[] {
  const members = texts.map((text, i) => {
    const article = articleFromText({ text, outlet: `Paper ${i}`, published: `2033-05-0${i + 3}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  const story = compareStory(members, { id: 's:t', joined: [] })
  const articles = new Map(members.map((member) => [member.article.id, member]))
  return disputeViews({ story, articles })[0]?.sides ?? []
}

test('both spans, both origins, both times, and what is denied is told as denied', () => {
  const sides = sidesIn(
    "The dockers' union said that the Osterholm Line had withdrawn its pay offer.",
    'A spokesman for the Osterholm Line denied that the Osterholm Line had withdrawn its pay offer.',
  )
  const told = sides.map(({ deed, evidence, origin }) => [
    evidence.outlet,
    evidence.published?.slice(0, 10),
    deed,
    evidence.quote,
    origin,
  ])
  expect(told).toEqual([
    [
      'Paper 0',
      '2033-05-03',
      undefined,
      'the Osterholm Line had withdrawn its pay offer',
      "The dockers' union",
    ],
    [
      'Paper 1',
      '2033-05-04',
      'denies that',
      'the Osterholm Line had withdrawn its pay offer',
      'A spokesman for the Osterholm Line',
    ],
  ])
})

test('a denial in its own words is told as they are', () => {
  const sides = sidesIn(
    'The hoists are on the table in Orrel, a diplomat from Marrow said.',
    'Abel Noor, the mayor of Orrel, said: "Our hoists are not on any table."',
  )
  expect(sides.map(({ deed }) => deed)).toEqual([undefined, undefined])
})
