import { expect, test } from 'vitest'
import { corefer, type Referring } from './corefer.ts'

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
