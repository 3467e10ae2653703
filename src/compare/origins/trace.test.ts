import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Story } from '../../model/record.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

function story(...given: readonly (readonly [outlet: string, text: string])[]): Story {
  const members = given.map(([outlet, text], i): Member => {
    const article = articleFromText({ text, outlet, published: `2033-05-0${i + 3}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  return compareStory(members, { id: 's:t', joined: [] })
}

const mostOf = (one: Story) => [
  Math.max(...one.claims.map(({ certain }) => certain)),
  Math.max(...one.claims.map(({ possible }) => possible)),
]

test('outlets that cite each other in a circle are one origin, and flagged', () => {
  const found = story(
    ['Marrow Herald', 'The ferry Halcyon will be scrapped, the Corvin Courier reported.'],
    ['Corvin Courier', 'The ferry Halcyon will be scrapped, the Merle Mirror reported.'],
    ['Merle Mirror', 'The ferry Halcyon will be scrapped, the Marrow Herald reported.'],
  )
  expect(mostOf(found)).toEqual([1, 1])
  expect(found.relays.map(({ circular }) => circular)).toEqual([true, true, true])
})

test('several papers that pass on what one was told have one origin, by the words that say so', () => {
  const found = story(
    [
      'Corvin Courier',
      'Two harbour officials told the Corvin Courier that the ferry Halcyon would be scrapped.',
    ],
    ['Marrow Herald', 'The ferry Halcyon would be scrapped, two officials told the Corvin Courier.'],
    ['Merle Mirror', 'The ferry Halcyon will be scrapped, the Corvin Courier reported.'],
  )
  expect(mostOf(found)).toEqual([1, 1])
  const rules = found.claims[0]?.origins[0]?.evidence.map(({ rule }) => rule)
  expect(rules).toEqual(['ORG-OWN', 'ORG-RELAY', 'ORG-RELAY'])
})

test('two papers whose officials nobody names may have heard one and the same', () => {
  const found = story(
    ['Corvin Courier', 'A senior official told the Corvin Courier that the ferry Halcyon would be scrapped.'],
    ['Marrow Herald', 'A senior official told the Marrow Herald that the ferry Halcyon would be scrapped.'],
  )
  expect(mostOf(found)).toEqual([1, 2])
})

test('one person who says it to two papers is one origin', () => {
  const found = story(
    [
      'Corvin Courier',
      'Harbour master Milo Grant told the Corvin Courier that the ferry Halcyon would be scrapped.',
    ],
    [
      'Marrow Herald',
      'Milo Grant, the harbour master, told the Marrow Herald that the ferry Halcyon would be scrapped.',
    ],
  )
  expect(mostOf(found)).toEqual([1, 1])
})

test('two bodies that speak for themselves are two', () => {
  const found = story(
    ['Corvin Courier', 'The Osterholm Line said that the ferry Halcyon had sunk off Orrel.'],
    ['Marrow Herald', 'The rowing club said that the ferry Halcyon had sunk off Orrel.'],
  )
  expect(mostOf(found)).toEqual([2, 2])
})

test('a credit at a paragraph’s end is for that paragraph alone', () => {
  const found = story([
    'Corvin Courier',
    [
      'The river fell by a metre overnight at Orrel.',
      'The ferry Halcyon has sunk off Orrel with no one on board. (Meridian News Agency)',
      'Snow closed the pass above Velm in the early morning.',
    ].join('\n\n'),
  ])
  const hearers = found.claims
    .toSorted((a, b) => a.gist.start - b.gist.start)
    .map(({ origins }) => origins[0]?.outlet)
  expect(hearers).toEqual(['Corvin Courier', 'Meridian News Agency', 'Corvin Courier'])
})

test('what a person told a channel is not what the channel has from somebody else', () => {
  const found = story(
    [
      'Corvin Courier',
      'Prosecutors will examine the ferry contract, Finance Minister Milo Grant told Channel Corvin.',
    ],
    ['Channel Corvin', "Prosecutors will examine the ferry contract, the chief prosecutor's office said."],
  )
  const sources = found.claims.flatMap(({ origins }) => origins.map(({ source }) => source ?? ''))
  expect(sources.some((source) => source.includes('Milo Grant'))).toBe(true)
})
