import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { articleFeatures, type Features } from '../features/article-features.ts'
import { freezeWindow, thawWindow } from './freeze-window.ts'
import { placeArticle } from './place-article.ts'
import { emptyWindow } from './window.ts'

function report(id: string, at: string, title: string, text: string): Features {
  return articleFeatures({ ...articleFromText({ title, text, published: `2033-05-${at}:00:00Z` }), id })
}

const walkout = report(
  'a',
  '03T08',
  'Ferry crew walks out at Corvin Quay',
  "Crew of the Osterholm ferry walked out on Tuesday over pay. Pickets stood at the gate of Corvin Quay, and the seamen's union said that no boat would sail before the company made an offer.",
)
const stranded = report(
  'b',
  '03T09',
  'Tourists sleep in a gymnasium in Harle',
  'Two hundred tourists slept in a school gymnasium in Harle after their bus reached an empty harbour. Volunteers handed out blankets and soup; a hotel keeper opened her ballroom to families with children.',
)
const both = report(
  'c',
  '03T10',
  'Tourists sleep in a gymnasium as ferry crew stays out',
  "Crew of the Osterholm ferry stayed out over pay, and the seamen's union kept its pickets at Corvin Quay while two hundred tourists slept in a school gymnasium in Harle, where volunteers handed out blankets and soup because no boat would sail before the company made an offer.",
)

test('a report that speaks of two stories makes them one, under the older id, and says why', () => {
  const window = emptyWindow()
  expect(placeArticle(window, walkout).placement.story).toBe('s:a')
  expect(placeArticle(window, stranded).placement.story).toBe('s:b')
  const { placement, moved } = placeArticle(window, both)
  expect(placement).toMatchObject({ story: 's:a', rule: 'JOIN-LIKE' })
  expect(moved).toMatchObject([
    { article: 'b', story: 's:a', settled: { rule: 'STORY-MERGE' } },
    { article: 'a', story: 's:a', carries: ['s:b'] },
  ])
  expect(moved[0]?.settled?.because.at(-1)).toBe('nearest is article c')
  expect([...window.stories.values()].map((story) => story.id)).toEqual(['s:a'])
})

const merle = report(
  'm1',
  '03T08',
  'Fire destroys grain store in Merle',
  'A fire destroyed the grain store in Merle on Monday night. Firefighters from three towns pumped water from the river until dawn; nobody was hurt, the mayor said.',
)
const harle = report(
  'h1',
  '03T09',
  'Fire destroys paint workshop in Harle',
  'A fire destroyed a paint workshop in Harle on Tuesday night. Firefighters brought foam from the airport; a watchman was hurt, the mayor said.',
)
const others = [
  ['Frost ruined the apple harvest', 'orchard'],
  ['The council raised water fees', 'tap'],
  ['A choir from Sarn won the prize', 'stage'],
  ['Engineers closed the old bridge', 'river'],
  ['The museum bought a portrait', 'gallery'],
  ['Teachers asked for smaller classes', 'school'],
  ['A court fined the dairy', 'stable'],
  ['Trams were late in the capital', 'depot'],
  ['The swimming pool opens again', 'lido'],
  ['An otter was seen in the canal', 'lock'],
].map(([title = '', place], i) =>
  report(
    `o${i}`,
    '03T10',
    title,
    `${title}, officials of district ${i + 10} told reporters near the ${place}.`,
  ),
)
const harleLater = report(
  'h2',
  '04T09',
  'Paint workshop in Harle burned after welding, police say',
  'Welding sparks set the paint workshop in Harle on fire, police said. The watchman who was hurt left hospital; foam from the airport had put out the flames.',
)
const merleLater = report(
  'm2',
  '04T10',
  'Grain store in Merle to be rebuilt after fire',
  'Farmers in Merle will rebuild the grain store that burned on Monday. Firefighters had pumped water from the river until dawn, and the harvest is lost.',
)

test('two fires that looked like one are two once each has reports of its own; the id stays with the larger part', () => {
  const window = emptyWindow()
  expect([merle, harle].map((each) => placeArticle(window, each).placement.story)).toEqual(['s:m1', 's:m1'])
  for (const each of [...others, harleLater]) expect(placeArticle(window, each).moved).toEqual([])
  const { placement, moved } = placeArticle(window, merleLater)
  expect(placement.story).toBe('s:m2')
  expect(moved).toMatchObject([{ article: 'm1', story: 's:m2', settled: { rule: 'STORY-SPLIT' } }])
  const fire = [...window.stories.values()].find((story) => story.id === 's:m1')
  expect(fire?.members.map((member) => window.shelf.ids[member])).toEqual(['h1', 'h2'])
})

test('a copy goes where its original goes', () => {
  const window = emptyWindow()
  const reprint = { ...stranded, article: 'b2' }
  for (const each of [walkout, stranded, reprint]) placeArticle(window, each)
  expect(placeArticle(window, both).moved.map(({ article, story }) => [article, story])).toEqual([
    ['b', 's:a'],
    ['b2', 's:a'],
    ['a', 's:a'],
  ])
})

test('a window kept after a merge and a split goes on as the one that was not', () => {
  const whole = emptyWindow()
  const all = [walkout, stranded, both, merle, harle, ...others, harleLater]
  for (const each of all) placeArticle(whole, each)
  const restored = thawWindow(freezeWindow(whole))
  expect(placeArticle(restored, merleLater)).toEqual(placeArticle(whole, merleLater))
  expect(freezeWindow(restored)).toBe(freezeWindow(whole))
})

test('articles leave after the window: their story keeps its id, takes in others and is taken in by none', () => {
  const window = emptyWindow()
  placeArticle(window, walkout)
  placeArticle(window, { ...both, article: 'kept', at: Date.parse('2033-05-10T08:00:00Z') })
  placeArticle(window, { ...merle, article: 'now', at: Date.parse('2033-05-20T08:00:00Z') })
  expect(window.shelf.next - window.shelf.first).toBe(2)
  expect([...window.stories.values()]).toMatchObject([{ id: 's:a', isOld: true }, { id: 's:now' }])
  const { placement } = placeArticle(window, { ...stranded, at: Date.parse('2033-05-21T08:00:00Z') })
  expect(['s:a', 's:b']).toContain(placement.story)
  expect([...window.stories.values()].map((story) => story.id)).toContain('s:a')
})

// Two of one club, arrested for the same within a month: only who, when and where tell them apart.
const arrests = [
  [
    'j1',
    'Osterholm keeper Jorun Vask held on suspicion of drunk driving',
    'Osterholm Rovers goalkeeper Jorun Vask was arrested early on Tuesday on suspicion of driving while drunk, police said. Vask was stopped on the coast road at two in the morning and failed a breath test.',
  ],
  [
    'w1',
    'Osterholm defender Edo Marn held on suspicion of drunk driving',
    'Osterholm Rovers defender Edo Marn was arrested on Sunday on suspicion of driving while drunk, the second arrest at the club in a month. Marn hit a parked van outside the brewery in Harle.',
  ],
  [
    'j2',
    'Vask will play in the cup tie despite arrest',
    'Jorun Vask will keep goal for Osterholm Rovers in the cup tie although he was arrested on the coast road for drunk driving. His lawyer said that the breath test of Vask was taken too late.',
  ],
  [
    'w2',
    'Marn to appear in court over van',
    'Osterholm Rovers defender Edo Marn, arrested for drunk driving after he hit a parked van outside the brewery, will appear in court in Harle. The van belonged to a baker, who said that Marn had written to her.',
  ],
  [
    'j3',
    'Vask fails breath test on coast road',
    'Goalkeeper Jorun Vask of Osterholm Rovers failed a breath test at two in the morning on the coast road and was arrested for drunk driving; the cup tie is on Saturday, and his lawyer doubts the test.',
  ],
  [
    'w3',
    'Baker accepts apology of Marn',
    'The baker whose parked van Edo Marn hit outside the brewery in Harle has accepted the apology of the Osterholm Rovers defender, who was arrested for drunk driving on Sunday.',
  ],
].map(([id = '', title = '', text = ''], i) => report(id, `03T${String(i + 10)}`, title, text))

test('two arrests alike but for who and where are two stories once each has reports of its own', () => {
  const window = emptyWindow()
  for (const each of [...others, ...arrests]) placeArticle(window, each)
  const storyOf = (id: string) =>
    [...window.stories.values()].find(({ members }) =>
      members.some((member) => window.shelf.ids[member] === id),
    )
  expect(new Set(['j1', 'j2', 'j3'].map(storyOf)).size).toBe(1)
  expect(new Set(['w1', 'w2', 'w3'].map(storyOf)).size).toBe(1)
  expect(storyOf('j1')).not.toBe(storyOf('w1'))
})
