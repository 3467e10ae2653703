import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

function member(outlet: string, hour: number, text: string): Member {
  const published = new Date(Date.UTC(2033, 4, 3, hour)).toISOString()
  const article = articleFromText({
    text,
    outlet,
    published,
    url: `https://${outlet.length}.example/${hour}`,
  })
  return { article, reading: read(article) }
}

const members = [
  member(
    'Harle Post',
    8,
    'The harbour master of Harle, Ilse Maarn, said on Tuesday that forty boats would stay in port until the crews are paid. He would not say who had told her.\n\nBut it may last, she said.',
  ),
  member(
    'Merle Courier',
    9,
    'Forty boats will stay in port until the crews are paid, the union of seamen said on Tuesday after a meeting in Harle. And it asked the company for an offer.',
  ),
]

test('every line of a brief is whole sentences of an article, and no two lines say one thing', () => {
  const { brief, claims } = compareStory(members, { id: 's', joined: [] })
  expect(brief.length).toBeGreaterThan(0)
  const ranges = new Map(members.map(({ article, reading }) => [article.id, reading.sentences]))
  for (const { span, claim } of brief) {
    const sentences = ranges.get(span.article) ?? []
    expect(sentences.some(({ start }) => start === span.start)).toBe(true)
    expect(sentences.some(({ end }) => end === span.end)).toBe(true)
    if (claim !== undefined) expect(claims.map(({ id }) => id)).toContain(claim)
  }
  const texts = brief.map(({ span }) =>
    members.find(({ article }) => article.id === span.article)?.article.text.slice(span.start, span.end),
  )
  expect(texts.filter((text) => /forty boats/i.test(text ?? ''))).toHaveLength(1)
})

test('a sentence that leans on the one before gives way to one that stands alone', () => {
  const { brief } = compareStory(members, { id: 's', joined: [] })
  const [first] = brief
  const text = members
    .find(({ article }) => article.id === first?.span.article)
    ?.article.text.slice(first?.span.start, first?.span.end)
  expect(text).not.toMatch(/^(?:But|And|He)\b/)
})

test('a brief tells what was planned, what it was moved to and that it was held, in the order of the reports', () => {
  const moved = [
    member(
      'Orrin Gazette',
      8,
      'The mayors of Orrin and Vale will meet in Tarn on Friday, two clerks told the Gazette.',
    ),
    member(
      'Vale Times',
      9,
      'The meeting of the mayors of Orrin and Vale will be held in Corvin on Saturday instead, a clerk told the Times on Wednesday.',
    ),
    member(
      'Corvin Echo',
      150,
      'The mayors of Orrin and Vale met in Corvin on Saturday, the clerk of Corvin said.',
    ),
  ]
  const { brief } = compareStory(moved, { id: 's', joined: [] })
  const told = brief.map(({ span, state, claim }) => ({
    outlet: moved.find(({ article }) => article.id === span.article)?.article.outlet,
    isChange: state === 'changed',
    hasClaim: claim !== undefined,
  }))
  expect(told).toEqual([
    { outlet: 'Orrin Gazette', isChange: false, hasClaim: true },
    { outlet: 'Vale Times', isChange: true, hasClaim: true },
    { outlet: 'Corvin Echo', isChange: false, hasClaim: true },
  ])
})

test('of a plan that is moved again and again the brief tells the beginning and the last moves, and still what else is on record', () => {
  const towns = 'Tarn Corvin Harle Merle Velm Sarn Orrel Brund Kessar Dorn Ulm Wexel'.split(' ')
  const besides = [
    'Forty bakers walked out over pay, their union said.',
    'A court fined the dairy nine thousand crowns, the judge said.',
    'Frost ruined the apple harvest, growers said.',
    'Trams stood still for six hours after a cable broke, the depot said.',
    'The museum lost a portrait to thieves, police said.',
  ]
  const reports = towns.map((town, i) =>
    member(
      `Vale Times ${'x'.repeat(i)}`,
      8 + i,
      `The mayors of Orrin and Vale will meet in ${town} on Friday, a clerk told the Times.\n\n${besides[i % 5]}`,
    ),
  )
  const { brief, changes } = compareStory(reports, { id: 's', joined: [] })
  const texts = brief.map(({ span }) =>
    reports.find(({ article }) => article.id === span.article)?.article.text.slice(span.start, span.end),
  )
  expect(changes.length).toBeGreaterThan(8)
  expect(brief.length).toBeLessThanOrEqual(10)
  expect(texts.filter((text) => text?.startsWith('The mayors')).at(-1)).toContain('Wexel')
  expect(texts.filter((text) => !text?.startsWith('The mayors')).length).toBeGreaterThanOrEqual(4)
})
