import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { findEntities } from '../entities/find-entities.ts'
import type { Member } from '../member.ts'
import type { Speaker } from './speaker.ts'
import { speakersOf } from './speakers.ts'

function speakersIn(...texts: readonly string[]): Speaker[] {
  const members = texts.map((text, i): Member => {
    const article = articleFromText({ text, outlet: `Paper ${i}`, published: `2033-05-0${i + 3}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  const speakers = speakersOf(members, findEntities(members))
  return members.flatMap(({ reading }) => reading.attributions.map(({ source }) => speakers(source)))
}

test('"she" after "Osterholm\'s transport minister" is the minister, not Osterholm', () => {
  const [first, second] = speakersIn(
    "Mira Solberg, Osterholm's transport minister, said the ferry would sail. She said the pier was safe.",
  )
  expect(second?.entity).toBe(first?.entity)
  expect(second?.vague).toBe(false)
})

test('what one article calls a person holds in the next', () => {
  const [, later] = speakersIn(
    'Governor Ilse Maar said the pier was shut.',
    'The pier was shut, Maar said on Monday.',
  )
  expect(later?.voice).toBe('state')
})

test('"his lawyer" depends on somebody; "officials in Velm" belong to no country by that', () => {
  const [lawyer] = speakersIn('His lawyer said the mayor had paid for the pier.')
  expect(lawyer?.dependent).toBe(true)
  const [officials] = speakersIn('Officials in Velm said the pier was shut.')
  expect([...(officials?.sides ?? [])].filter((side) => side.startsWith('country '))).toEqual([])
})

test('a country by its name and its army are of one country', () => {
  const [country, army] = speakersIn(
    'Brundia said on Monday that the bridge was mined.',
    'The Brundian army said on Tuesday that the bridge was mined.',
  )
  const shared = [...(country?.sides ?? [])].filter((side) => army?.sides.has(side))
  expect(shared).not.toEqual([])
})

test('"a fourth" is one more of those who spoke before, and "her aides" are hers', () => {
  const [aides, fourth] = speakersIn(
    'Mira Lund will leave the party, three of her aides told reporters. The cause is a memo on the ferries, according to a fourth.',
  )
  expect(aides?.owner?.name).toBe('Mira Lund')
  expect([...(fourth?.words ?? [])]).toContain('aid')
})

test('the government in a country is its own, and people are of the country that they are said to be of', () => {
  const speakers = speakersIn(
    'The government in Esgar said on Monday that the pier was shut. Mira Lund of Esgar met the mayor.',
    'A spokesman for Mira Lund said on Tuesday that the pier was shut.',
  )
  const countries = speakers.map(({ sides }) => [...sides].filter((side) => side.startsWith('country ')))
  expect(countries[0]).toHaveLength(1)
  expect(countries[1]).toEqual(countries[0])
})

test('a neighbour of the embassy is a neighbour, and our count is the outlet’s own', () => {
  const [neighbour, count] = speakersIn(
    'The van left the yard, a neighbour of the embassy said. Four of the rebels voted against the bill, our count shows.',
  )
  expect(neighbour?.voice).toBe('bystander')
  expect(count?.kind).toBe('outlet')
})

test('"its manager" is of the body named before it; who speaks from his car is nobody’s', () => {
  const [, manager] = speakersIn(
    'Larsen Shipping denied that the pier was shut. Its manager, Rainer Posch, said the ferry would sail.',
  )
  expect(manager?.owner?.name).toBe('Larsen Shipping')
  const [driver] = speakersIn('Bohdan Ravic, speaking from his car, said the ferry would sail.')
  expect(driver?.dependent).toBe(false)
})
