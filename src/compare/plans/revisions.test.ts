import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

const set =
  'Envoys from Orsa and Veldt will hold direct talks in Tarn on Friday at 10 a.m. local time, an official said.'

test.each([
  [
    'date moved',
    'The talks between Orsa and Veldt in Tarn will now be held on Saturday, officials said.',
    'date',
    '2031-03-08',
  ],
  [
    'date moved',
    'The Tarn talks between Orsa and Veldt were brought forward to Thursday, officials said.',
    'date',
    '2031-03-06',
  ],
  [
    'time moved',
    'Friday’s talks between Orsa and Veldt in Tarn will begin at 3 p.m. local time, the hosts said.',
    'time',
    '15:00',
  ],
  [
    'venue moved',
    'Friday’s talks between Orsa and Veldt will be held in Harn instead, officials said.',
    'venue',
    'Harn',
  ],
  [
    'venue moved',
    'The talks between Orsa and Veldt on Friday have been moved to Harn, officials said.',
    'venue',
    'Harn',
  ],
  [
    'format changed',
    'Orsa and Veldt will hold indirect talks in Tarn on Friday, the hosts said.',
    'format',
    'indirect',
  ],
  [
    'participant joined',
    'Corin will join Friday’s talks between Orsa and Veldt in Tarn, its government said.',
    'participants',
    'Corin; Orsa; Veldt',
  ],
  [
    'participant left',
    'Veldt has pulled out of Friday’s talks in Tarn, its government said.',
    'participants',
    'Orsa',
  ],
  [
    'postponed',
    'The talks between Orsa and Veldt in Tarn have been postponed until Monday, officials said.',
    'date',
    '2031-03-10',
  ],
  [
    'postponed',
    'The talks between Orsa and Veldt in Tarn have been put off indefinitely, officials said.',
    undefined,
    undefined,
  ],
  [
    'cancelled',
    'Friday’s talks between Orsa and Veldt in Tarn have been called off, officials said.',
    undefined,
    undefined,
  ],
  [
    'confirmed',
    'Orsa confirmed that its envoy will hold talks with Veldt in Tarn on Friday.',
    'date',
    '2031-03-07',
  ],
] as const)('%s: %s', (kind, text, slot, value) => {
  const { history } = storyOf([set, '2031-03-03T09:00:00Z'], [text, '2031-03-04T09:00:00Z'])
  const entry = history.at(-1)
  expect(entry?.revision).toContain(kind)
  expect(entry?.reported).toBe('2031-03-04T09:00:00Z')
  expect(entry?.origin).toBeDefined()
  if (slot !== undefined) expect(entry?.slots[slot]?.value).toBe(value)
  for (const { span } of Object.values(entry?.slots ?? {})) expect(span.article).toBe(entry?.span.article)
})

test.each([
  ['held', 'Envoys from Orsa and Veldt held direct talks in Tarn on Friday, an official said.', 'happened'],
  [
    'held elsewhere',
    'Envoys from Orsa and Veldt held their talks in Harn on Friday, an official said.',
    'happened',
  ],
  [
    'did not take place',
    'Friday’s talks between Orsa and Veldt in Tarn did not take place, an official said.',
    'not-held',
  ],
  [
    'did not take place',
    'The envoy of Veldt failed to turn up for Friday’s talks with Orsa in Tarn, an official said.',
    'not-held',
  ],
] as const)('%s: %s', (kind, text, status) => {
  const { history } = storyOf([set, '2031-03-03T09:00:00Z'], [text, '2031-03-08T09:00:00Z'])
  expect(history.at(-1)?.revision).toContain(kind)
  expect(history.at(-1)?.status).toBe(status)
  expect(history.at(-1)?.origin).toBeDefined()
})

test('resumed: what was called off is on again', () => {
  const { history } = storyOf(
    [set, '2031-03-03T09:00:00Z'],
    [
      'The talks between Orsa and Veldt in Tarn have been called off, officials said.',
      '2031-03-04T09:00:00Z',
    ],
    [
      'The talks between Orsa and Veldt in Tarn are back on and will be held on Sunday, officials said.',
      '2031-03-05T09:00:00Z',
    ],
  )
  expect(history.map(({ status }) => status)).toEqual(['planned', 'cancelled', 'resumed'])
  expect(history.at(-1)?.revision).toEqual(expect.arrayContaining(['resumed', 'date moved']))
})

test('every slot of a first report has its own words', () => {
  const text =
    'The foreign ministers of Orsa and Veldt will hold indirect talks in Tarn on Friday at 18:00 GMT, mediated by President Ilka Brandt, about the river border if the shelling stops, an official said.'
  const [entry] = storyOf([text, '2031-03-03T09:00:00Z']).history
  const slots = Object.fromEntries(
    Object.entries(entry?.slots ?? {}).map(([slot, { value, span }]) => [
      slot,
      [value, text.slice(span.start, span.end)],
    ]),
  )
  expect(slots).toEqual({
    date: ['2031-03-07', 'Friday at 18:00 GMT'],
    time: ['18:00Z', '18:00 GMT'],
    venue: ['Tarn', 'Tarn'],
    format: ['indirect', 'indirect'],
    level: ['ministers', 'foreign ministers'],
    participants: ['Orsa; Veldt', 'Orsa and Veldt'],
    mediators: ['President Ilka Brandt', 'President Ilka Brandt'],
    agenda: ['the river border', 'the river border'],
    condition: ['if the shelling stops', 'if the shelling stops'],
  })
})

test('an hour that is Friday here and Thursday there is one hour', () => {
  const { history } = storyOf(
    [
      'The probe will be launched from Cape Dorn on Friday at 01:40 GMT, the agency said.',
      '2031-03-04T09:00:00Z',
    ],
    ['The probe lifted off from Cape Dorn on Thursday evening.', '2031-03-06T23:50:00-05:00'],
  )
  expect(history.map(({ status, slots }) => [status, slots.date?.value])).toEqual([
    ['planned', '2031-03-07'],
    ['happened', '2031-03-06'],
  ])
  expect(history.at(-1)?.revision).toEqual(['held'])
})

test('a clock without a zone is kept, and says that its zone is not known', () => {
  const [entry] = storyOf([set, '2031-03-03T09:00:00Z']).history
  expect(entry?.slots.time).toMatchObject({ value: '10:00', reason: 'unknown-zone' })
})

test.each([
  ['past', 'Last month envoys from Orsa and Veldt held talks in Tarn.'],
  ['hypothetical', 'If the shelling stopped, Orsa and Veldt could hold talks in Tarn on Friday.'],
  ['denied', 'Orsa denied that it would hold talks with Veldt in Tarn on Friday.'],
  ['only wished for', 'Veldt wants talks with Orsa in Tarn on Friday.'],
])('%s: no plan begins with "%s"', (_, text) => {
  expect(plansOf([text, '2031-03-03T09:00:00Z'])).toEqual([])
})

function storyOf(...articles: (readonly [string, string])[]) {
  const plans = plansOf(...articles)
  expect(plans).toHaveLength(1)
  const [plan] = plans
  if (plan === undefined) throw new Error('no plan was found')
  return plan
}

function plansOf(...articles: (readonly [string, string])[]) {
  const members = articles.map(([text, published], i): Member => {
    const article = articleFromText({
      text,
      published,
      url: `https://news.example/${i}`,
      outlet: `Paper ${i}`,
    })
    return { article, reading: read(article) }
  })
  return compareStory(members, { id: 's', joined: [] }).plans
}
