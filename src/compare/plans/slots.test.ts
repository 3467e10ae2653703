import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { findChanges } from '../changes/find-changes.ts'
import { withStoryTimes } from '../dates/story-times.ts'
import { linkPlans, type PlanMember } from './plans.ts'

const set = 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday, an official said.'

test.each([
  ['level', 'The foreign ministers of Orsa and Veldt will meet in Tarn on Friday.', 'ministers'],
  ['level', 'Technical teams from Orsa and Veldt will hold talks in Tarn on Friday.', 'experts'],
  [
    'mediators',
    'Orsa and Veldt will hold talks in Tarn on Friday through Hallish diplomats, an official said.',
    'Hallish diplomats',
  ],
  [
    'mediators',
    'Orsa and Veldt will hold talks mediated by President Ilka Brandt in Tarn on Friday.',
    'President Ilka Brandt',
  ],
  [
    'agenda',
    'Orsa and Veldt will hold talks in Tarn on Friday about the river border and the dam.',
    'the river border and the dam',
  ],
  ['agenda', 'Orsa and Veldt will hold talks on fishing rights in Tarn on Friday.', 'fishing rights'],
  ['deadline', 'Rebels have until Friday to release the crew, the mediator said.', '2031-03-07'],
  [
    'condition',
    'Orsa and Veldt will meet in Tarn on Friday if the shelling stops, an official said.',
    'if the shelling stops',
  ],
  ['venue', 'Orsa and Veldt will hold talks in the Hallish city of Port Tarn on Friday.', 'Port Tarn'],
  ['venue', 'Orsa and Veldt will hold talks in the Hallish capital Tarn on Friday.', 'Tarn'],
  ['venue', 'Orsa and Veldt will hold talks at the airport hotel on Friday.', 'airport hotel'],
  ['venue', 'Orsa and Veldt will hold talks in the garrison chapel on Friday.', 'garrison chapel'],
  ['date', 'The talks of Orsa and Veldt will be held on the 19th and not tomorrow.', '2031-03-19'],
  ['participants', 'Hallin will host Orsa and Veldt for talks in Tarn on Friday.', 'Orsa; Veldt'],
] as const)('%s: %s', (slot, text, value) => {
  const [plan] = linkPlans([member(text, '2031-03-03', 'a')])
  expect(plan?.history[0]?.slots[slot]?.value).toBe(value)
})

test('the country of a venue is the venue less closely, as the text itself has taught', () => {
  const [plan] = linkPlans([
    member('Orsa and Veldt will hold talks in the Hallish city of Port Tarn on Friday.', '2031-03-03', 'a'),
    member('Orsa and Veldt will meet for talks in Hallia on Friday, Orsa said.', '2031-03-04', 'b'),
    member('Orsa and Veldt held their talks in Port Tarn on Friday.', '2031-03-08', 'c'),
  ])
  expect(plan?.history.map(({ slots }) => [slots.venue?.value, slots.venue?.relation])).toEqual([
    ['Port Tarn', undefined],
    ['Hallia', 'coarser'],
    ['Port Tarn', undefined],
  ])
  expect(plan?.history.flatMap(({ revision }) => revision)).toEqual(['held'])
})

test('somebody joins, somebody leaves', () => {
  const [plan] = linkPlans([
    member('Orsa, Veldt and Corin will hold talks in Tarn on Friday.', '2031-03-03', 'a'),
    member('Corin will not attend the talks in Tarn on Friday, its government said.', '2031-03-04', 'b'),
    member('Orsa, Veldt and Maren will hold the talks in Tarn on Friday.', '2031-03-05', 'c'),
  ])
  expect(plan?.history.map(({ revision }) => revision)).toEqual([
    [],
    ['participant left'],
    ['participant joined'],
  ])
  expect(plan?.history[1]?.slots.participants?.value).toBe('Orsa; Veldt')
})

test('two meetings of the same people on two days are two plans', () => {
  const plans = linkPlans([
    member(set, '2031-03-03', 'a'),
    member('Envoys from Orsa and Veldt will hold further talks in Harn on 20 March.', '2031-03-03', 'b'),
    member('Envoys from Orsa and Veldt held talks in Tarn on Friday.', '2031-03-08', 'c'),
  ])
  expect(plans.map(({ history }) => history.map(({ status }) => status))).toEqual([
    ['planned', 'happened'],
    ['planned'],
  ])
})

test('a visit to another place on the same day is another visit; one told by its country is the same', () => {
  const plans = linkPlans([
    member('Envoy Edric Vane will stop in Skarn on Friday to see the king.', '2031-03-03', 'a'),
    member('Envoy Edric Vane will travel to the Hallish city of Port Tarn on Friday.', '2031-03-04', 'b'),
    member('Envoy Edric Vane will travel to Hallia on Friday, his office said.', '2031-03-05', 'c'),
  ])
  expect(plans.map(({ history }) => history.map(({ slots }) => slots.venue?.value))).toEqual([
    ['Skarn'],
    ['Port Tarn', 'Hallia'],
  ])
})

test('an undated report has the day that the others fix, marked, and stands before the outcome', () => {
  const undated = articleFromText({
    text: 'Orsa and Veldt are to hold talks in Tarn on Friday. Here is how they got there.',
    url: 'https://news.example/undated',
  })
  const [plan] = linkPlans(
    withStoryTimes([
      member(set, '2031-03-03', 'a'),
      member('Envoys from Orsa and Veldt held talks in Tarn on Friday.', '2031-03-08', 'c'),
      { article: undated, reading: read(undated) },
    ]),
  )
  const entry = plan?.history[1]
  expect(entry?.span.article).toBe(undated.id)
  expect(entry?.slots.date).toMatchObject({
    value: '2031-03-07',
    inferredFrom: { article: plan?.history[0]?.span.article },
  })
  expect(entry?.rules).toContain('PLN-INFERRED')
  expect(plan?.history.at(-1)?.status).toBe('happened')
})

test('where no article has a date, a plan comes before what became of it, with days that stay open with the reason', () => {
  const bare = (text: string, name: string) => {
    const article = articleFromText({ text, url: `https://news.example/${name}` })
    return { article, reading: read(article) }
  }
  const [plan] = linkPlans([
    bare('Talks between Orsa and Veldt resumed last Friday in Harn.', 'b'),
    bare('Orsa and Veldt are to hold talks in Tarn on Friday.', 'a'),
  ])
  expect(plan?.history.map(({ status, slots }) => [status, slots.venue?.value, slots.date])).toEqual([
    ['planned', 'Tarn', expect.objectContaining({ value: 'Friday', reason: 'no-publication-date' })],
    ['resumed', 'Harn', expect.objectContaining({ value: 'last Friday', reason: 'no-publication-date' })],
  ])
  expect(findChanges(plan === undefined ? [] : [plan]).map(({ slot }) => slot)).toEqual(['venue', 'status'])
})

test('a threat to walk away and a wish to postpone change no day', () => {
  const [plan] = linkPlans([
    member(set, '2031-03-03', 'a'),
    member(
      'Veldt has threatened to walk away from the talks in Tarn on Friday. A letter asks that the meeting be postponed by some days.',
      '2031-03-04',
      'b',
    ),
  ])
  expect(plan?.history.map(({ status }) => status).filter((status) => status !== 'planned')).toEqual([])
})

function member(text: string, published: string, path: string): PlanMember {
  const article = articleFromText({ text, published, url: `https://news.example/${path}` })
  return { article, reading: read(article) }
}

test('another venue in an article without a date is no change, for it may have come first', () => {
  const undated = (text: string) => {
    const article = articleFromText({ text, url: 'https://news.example/undated' })
    return { article, reading: read(article) }
  }
  const here = member('Envoys of Orsa and Veldt will meet in Velm on Friday 7 March 2031.', '2031-03-03', 'a')
  const there = 'Envoys of Orsa and Veldt will meet in Karst on Friday 7 March 2031.'
  const told = (other: string) =>
    linkPlans([here, undated(other)]).flatMap(({ history }) =>
      history.map(({ revision, slots }) => [slots.venue?.value, slots.venue?.relation, ...revision]),
    )
  expect(told(there)).toEqual([
    ['Velm', undefined],
    ['Karst', 'beside'],
  ])
  expect(told(there.replace('will meet', 'will now meet').replace('2031.', '2031, not in Velm.'))).toEqual([
    ['Velm', undefined],
    ['Karst', undefined, 'venue moved'],
  ])
})

test('an hour after a day and a town after a part of the country refine a plan: nothing has moved', () => {
  const plans = linkPlans([
    member('Orsa and Veldt will hold talks in the north on Friday, an official said.', '2031-03-03', 'a'),
    member(
      'Orsa and Veldt will hold their talks in Dorven at 10am on Friday, an official said.',
      '2031-03-04',
      'b',
    ),
  ])
  expect(findChanges(plans).map(({ relation, slot, to }) => [relation, slot, to.value])).toEqual([
    ['refines', 'time', '10:00'],
    ['refines', 'venue', 'Dorven'],
  ])
})
