import { describe, expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'

/** A story of reports, each an outlet's text of the next half day, and the words of any span of it. */
function storyOf(texts: readonly string[]) {
  const members = texts.map((text, i) =>
    memberOf(text, `Paper ${i}`, `2033-05-0${3 + Math.floor(i / 2)}T${i % 2 === 0 ? '06' : '18'}:00:00Z`),
  )
  const words = ({ article, start, end }: { article: string; start: number; end: number }) =>
    members.find((member) => member.article.id === article)?.article.text.slice(start, end) ?? ''
  return { story: compareStory(members, { id: 's:t', joined: [] }), words }
}

/** Its changes of counts, as "dead 3 → at least 12 (rose)". */
function countsIn(...texts: readonly string[]): string[] {
  return storyOf(texts)
    .story.changes.filter(({ slot }) => slot === 'count')
    .map(
      ({ relation, about, from, to, kind }) => `${relation} ${about}: ${from.value} → ${to.value} (${kind})`,
    )
}

const sinking = 'Three people were killed when a ferry sank off Marow early on Tuesday, the coast guard said.'

test('a toll that rises is told step by step, with both spans, origins and times', () => {
  const { story, words } = storyOf([
    sinking,
    'At least 12 people have died in the sinking of the ferry off Marow, the coast guard said.',
    'The death toll from the ferry disaster off Marow has risen to 31, the coast guard said.',
  ])
  const counts = story.changes.filter(({ slot }) => slot === 'count')
  expect(counts.map(({ from, to }) => [from.value, to.value])).toEqual([
    ['3', 'at least 12'],
    ['at least 12', '31'],
  ])
  const [first] = counts
  expect(first && [words(first.from.span), words(first.to.span)]).toEqual([
    expect.stringContaining('Three people were killed'),
    expect.stringContaining('At least 12 people have died'),
  ])
  expect(first && [first.from.reported, first.to.reported]).toEqual([
    '2033-05-03T06:00:00Z',
    '2033-05-03T18:00:00Z',
  ])
  const origins = story.claims.flatMap((claim) => claim.origins.map(({ id }) => id))
  expect(origins).toEqual(expect.arrayContaining([first?.from.origin, first?.to.origin]))
  const lines = story.timeline.flatMap(({ count }) => count ?? [])
  expect(lines).toEqual([
    { about: 'dead', from: '3', to: 'at least 12' },
    { about: 'dead', from: 'at least 12', to: '31' },
  ])
  expect(story.disputes).toEqual([])
})

describe('what lies within a bound refines it', () => {
  test.each([
    [
      'At least 12 people were arrested in Sarn, police said.',
      'Fourteen people have been detained in Sarn, police said.',
      'arrested: at least 12 → 14',
    ],
    [
      'Dozens of people were hurt in the blast in Velm, police said.',
      'The blast in Velm injured 47 people, the governor said.',
      'injured: dozens → 47',
    ],
    [
      'More than 60 miners are missing at Orrel, the union said.',
      'Sixty-three miners are missing at Orrel, the union said.',
      'missing (miners): more than 60 → 63',
    ],
  ])('%s / %s', (before, after, told) => {
    expect(countsIn(before, after)).toEqual([`refines ${told} (told more closely)`])
  })
})

test('who is missing may be fewer, a toll is lowered where it is said to be', () => {
  const missing = 'Forty passengers are missing after the sinking off Marow, the coast guard said.'
  expect(countsIn(missing, 'Nine passengers are missing off Marow, the coast guard said.')).toEqual([
    'updates missing (passengers): 40 → 9 (fell)',
  ])
  const slide = 'Nine people died in a landslide at Morvane, rescue workers said.'
  expect(
    countsIn(
      slide,
      'The death toll of the landslide at Morvane was revised down to seven, rescue workers said.',
    ),
  ).toEqual(['updates dead: 9 → 7 (fell)'])
})

describe('counts of two events, and parts of one count, are never set against each other', () => {
  test.each([
    ['another year', 'A ferry accident off Marow killed 61 people in 1998.'],
    ['another accident', 'Seven people died in a bus crash near Sarn, police said.'],
    ['a second round', 'Fourteen people were killed in a second sinking on Thursday, the coast guard said.'],
    ['another place', 'Five people were killed in Velm, police said.'],
    ['a part', 'Two of the dead were sailors, the coast guard said, including one officer.'],
    ['more than were there', 'Nine more people have died, the coast guard said.'],
    ['what is feared', 'Twenty people were feared dead off Marow, the coast guard said.'],
    ['what was said before', 'The coast guard had earlier said that four people were killed off Marow.'],
    ['other people', 'Twelve rescuers were injured off Marow, the coast guard said.'],
    ['things', 'The storm off Marow killed 40 cattle and sank 12 boats.'],
  ])('%s', (_, later) => expect(countsIn(sinking, later)).toEqual([]))

  test('a figure that comes late again is no change', () => {
    const higher = 'The death toll from the ferry disaster off Marow has risen to 31, the coast guard said.'
    expect(countsIn(sinking, higher, sinking)).toEqual(['updates dead: 3 → 31 (rose)'])
  })
})

test('a lower count by somebody else who vouches for it is a dispute, with both spans', () => {
  const { story, words } = storyOf([
    'At least 40 people were killed in the strike on Velm, the health ministry said.',
    'The strike on Velm killed nine people, the army said.',
  ])
  expect(story.changes).toEqual([])
  expect(story.disputes.map(({ a, b, rules }) => [words(a), words(b), rules])).toEqual([
    [expect.stringContaining('40'), expect.stringContaining('nine'), ['DSP-COUNTS']],
  ])
})

test('a rise by somebody else that the first does not follow is contested, and has replaced nothing', () => {
  const { story, words } = storyOf([
    'Fourteen people died in the mill fire in Orrel, the fire brigade said.',
    'Seventeen people died in the mill fire in Orrel, the mayor of Orrel, Pello Strand, said.',
    'The death toll of the mill fire in Orrel stands at 14, the fire brigade said.',
  ])
  expect(story.changes).toEqual([])
  expect(story.disputes.map(({ a, b }) => [words(a), words(b)])).toEqual([
    [expect.stringContaining('Seventeen'), expect.stringContaining('14')],
  ])
})
