import { expect, test } from 'vitest'
import { corefer } from './corefer.ts'
import type { Referring } from './referring.ts'

// Mentions as "article kind text", in text order; those put together, by their numbers.
function together(
  ...lines: readonly (readonly [string, Referring['kind'], string, Partial<Referring>?])[]
): string[] {
  const mentions = lines.map(([article, kind, text, more], i) => ({
    id: `m${i}`,
    kind,
    article,
    story: 's',
    start: i,
    text,
    ...more,
  }))
  const clusters = corefer(mentions)
  const groups = new Map<string, number[]>()
  mentions.forEach(({ id }, i) => {
    const key = clusters.get(id) ?? id
    groups.set(key, [...(groups.get(key) ?? []), i])
  })
  return [...groups.values()].map((group) => group.join(' ')).sort()
}

test('two words of news for one event are one event within a story; a report of speech is an event of its own', () => {
  expect(
    together(
      ['a', 'event', 'arrested'],
      ['b', 'event', 'nabbed'],
      ['a', 'event', 'said'],
      ['b', 'event', 'said'],
    ),
  ).toEqual(['0 1', '2', '3'])
})

test('a description is the one that an article names so, in another article too', () => {
  expect(
    together(
      ['a', 'entity', 'Mira Sand', { isPerson: true, roles: ['actress'] }],
      ['a', 'entity', 'she'],
      ['b', 'entity', 'the actress'],
      ['b', 'entity', 'Sand', { isPerson: true }],
    ),
  ).toEqual(['0 1 2 3'])
})

test('a place within a phrase does not give the phrase its name', () => {
  expect(
    together(
      ['a', 'entity', 'the Strait of Vesk between Ardovia and Skarn'],
      ['a', 'entity', 'Skarn'],
      ['b', 'entity', 'in the Strait of Vesk'],
    ),
  ).toEqual(['0 2', '1'])
})

test('two ministers of one surname stay two', () => {
  expect(
    together(
      ['a', 'entity', 'Eli Katz', { isPerson: true }],
      ['b', 'entity', 'Yisrael Katz', { isPerson: true }],
    ),
  ).toEqual(['0', '1'])
})

test('what a headline writes with a capital is the description of the text, and a bare post is nobody', () => {
  expect(
    together(
      ['a', 'entity', 'Woman'],
      ['b', 'entity', 'the woman'],
      ['a', 'entity', 'Mr Abel Noor', { isPerson: true, name: 'Abel Noor', roles: ['CEO'] }],
      ['a', 'entity', 'CEO'],
    ),
  ).toEqual(['0 1', '2', '3'])
})

test('groups are one only by the same telling words; "they" are none of the persons', () => {
  expect(
    together(
      ['a', 'entity', 'Abel Noor', { isPerson: true }],
      ['a', 'entity', 'about 400 guests'],
      ['a', 'entity', 'they'],
      ['b', 'entity', '500 guests'],
      ['b', 'entity', 'some 400 guests'],
    ),
  ).toEqual(['0', '1 2 4', '3'])
})

test('"he" is the person named right before, else the one named most; "I" is nobody here', () => {
  const noor = { isPerson: true, name: 'Abel Noor', chain: 1 }
  expect(
    together(
      ['a', 'entity', 'Abel Noor', noor],
      ['a', 'entity', 'Noor', noor],
      ['a', 'entity', 'Luc Ferran', { isPerson: true, start: 300 }],
      ['a', 'entity', 'he', { start: 340 }],
      ['a', 'entity', 'he', { start: 900 }],
      ['a', 'entity', 'I', { start: 950 }],
    ),
  ).toEqual(['0 1 4', '2 3', '5'])
})

test('a person of another story is the same by a full name alone', () => {
  const person = { isPerson: true }
  expect(
    together(
      ['a', 'entity', 'Yisrael Katz', person],
      ['b', 'entity', 'Israel Katz', { ...person, story: 't' }],
      ['c', 'entity', 'Katz', { ...person, story: 'u' }],
      ['d', 'entity', 'Eli Katz', { ...person, story: 'u' }],
    ),
  ).toEqual(['0 1', '2 3'])
})
