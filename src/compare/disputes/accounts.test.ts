import { expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'

/** A story of texts that come out three hours apart: its disputes by rule, and how many certain origins each claim about words has. */
function storyOf(...texts: readonly string[]) {
  const members = texts.map((text, i) => memberOf(text, `Paper ${i}`, `2033-05-03T${10 + 3 * i}:00:00Z`))
  const words = ({ article, start, end }: { article: string; start: number; end: number }) =>
    members.find((member) => member.article.id === article)?.article.text.slice(start, end) ?? ''
  const story = compareStory(members, { id: 's:t', joined: [] })
  return {
    disputes: story.disputes.map(({ a, b, rules }) => [rules.join(), words(a), words(b)]),
    certainOf: (pattern: RegExp) =>
      story.claims
        .filter(({ carriers }) => carriers.some(({ span }) => pattern.test(words(span))))
        .map(({ certain }) => certain),
  }
}

test.each([
  [
    'another place',
    'A fire at the Hotel Marrow killed four on Monday. The fire started in the kitchen, the fire chief, Abel Noor, said.',
    'Four people died in a fire at the Hotel Marrow. The fire started in the lift shaft, a hotel porter said.',
    ['DSP-PLACE', /kitchen/, /lift shaft/],
  ],
  [
    'another cause',
    'A fire destroyed the Orrel mill. The fire was caused by a cigarette, police said.',
    'The Orrel mill burned down. The fire was caused by faulty wiring, an engineer for the insurers said.',
    ['DSP-CAUSE', /cigarette/, /wiring/],
  ],
  [
    'the other side, by each',
    'Shots were fired across the Teyle. The rebels broke the truce, the army of Marrow said.',
    'There was shooting across the Teyle. The army broke the truce, the rebels said.',
    ['DSP-ACTOR', /rebels broke/, /army broke/],
  ],
  [
    'who struck whom',
    'Marrovian troops opened fire on a Kestrian patrol at the Teyle bridge on Monday, the army of Kestria said.',
    'A Kestrian patrol crossed the Teyle bridge on Monday and fired first, said the Marrovian defence minister, Milo Grant.',
    ['DSP-ACTOR', /Marrovian troops/, /fired first/],
  ],
  [
    'a contrary outcome',
    'A barge struck the Merle bridge. The bridge held, the port office said.',
    'The Merle bridge was struck by a barge. The bridge collapsed, the stokers’ union said.',
    ['DSP-CONTRARY', /held/, /collapsed/],
  ],
  [
    'a contrary result',
    'Members of the union in Orrel voted on a strike. The vote passed, the chairman, Milo Grant, said.',
    'The union in Orrel held a strike vote. The vote failed, the Osterholm Line said.',
    ['DSP-CONTRARY', /passed/, /failed/],
  ],
  [
    'accident or sabotage',
    'A blast shook the Orrel depot. The blast was an accident, the army said.',
    'The Orrel depot was shaken by a blast. The blast was sabotage, the mayor, Abel Noor, said.',
    ['DSP-CONTRARY', /accident/, /sabotage/],
  ],
] as const)('%s is a dispute, and no corroboration', (_, a, b, [rule, one, other]) => {
  const { disputes, certainOf } = storyOf(a, b)
  expect(disputes).toEqual([[rule, expect.stringMatching(one), expect.stringMatching(other)]])
  for (const certain of [...certainOf(one), ...certainOf(other)]) expect(certain).toBe(1)
})

test.each([
  [
    'a place inside the other',
    'The fire started in the kitchen, the fire chief, Abel Noor, said.',
    'The fire started in the hotel, a porter said.',
  ],
  [
    'shots here and shots there',
    'Shots were fired near Dorven, the army of Marrow said.',
    'Shots were fired outside Karst, the mayor, Abel Noor, said.',
  ],
  [
    'the same cause told more closely',
    'The fire was caused by a cigarette, police said.',
    'The fire was caused by a cigarette in a paper basket, the fire chief, Abel Noor, said.',
  ],
  [
    'causes of two things',
    'The fire was caused by a cigarette, police said.',
    'The delay was caused by a strike, the Osterholm Line said.',
  ],
  [
    'contrary words of two things',
    'The bridge held, the port office said.',
    'The Orrel mill collapsed, the stokers’ union said.',
  ],
  [
    'one who says first this, then that',
    'The bridge held, the port office said.',
    'The bridge collapsed, the port office said.',
  ],
])('no dispute: %s', (_, a, b) => expect(storyOf(a, b).disputes).toEqual([]))
