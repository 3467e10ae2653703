import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { TimeExpression } from '../../model/reading.ts'
import { read } from '../../read/read.ts'
import type { Member } from '../member.ts'
import { undatedBetween } from './between.ts'
import { withStoryTimes } from './story-times.ts'

test('a period that one article places is the same in another, which points at the words that place it', () => {
  const members = [
    member('a', '2031-02-03', 'Orsa has rearmed since the “twelve-day war” in June last year, it said.'),
    member('b', '2031-02-12', 'Veldt lost its fleet in the 12-day war, a general said.'),
  ]
  const [time] = timesOf(members, 1)
  expect(time).toMatchObject({
    value: '2030-06',
    interval: { from: '2030-06-01', to: '2030-06-30' },
    anchor: { kind: 'period', article: members[0]?.article.id },
    rules: ['T-PERIOD'],
  })
  expect(words(members[0], time?.anchor?.range)).toBe('twelve-day war” in June last year')
  expect(words(members[1], time)).toBe('12-day war')
})

test.each([
  ['the closest of two that agree', 'in 2030', 'in June last year', '2030-06'],
  ['none where two are apart', 'in March last year', 'in June last year', 'P12D'],
])('a period that two articles place: %s', (_, one, other, value) => {
  const members = [
    member('a', '2031-02-03', `The twelve-day war ${one} cost Orsa dear.`),
    member('b', '2031-02-04', `The twelve-day war ${other} cost Veldt dear.`),
    member('c', '2031-02-05', 'Nobody has forgotten the twelve-day war.'),
  ]
  expect(timesOf(members, 2).map((time) => time.value)).toEqual([value])
})

test('a weekday of an undated article has the day that a dated one gives the same event, marked, with the words that fix it', () => {
  const members = [
    member('a', '2031-03-03', 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday.'),
    member(
      'u',
      undefined,
      'Orsa and Veldt are to hold talks in Tarn on Friday. The king rested on Wednesday.',
    ),
  ]
  const [friday, wednesday] = timesOf(members, 1)
  expect(friday).toMatchObject({
    value: '2031-03-07',
    interval: { from: '2031-03-07', to: '2031-03-07' },
    anchor: { kind: 'story', article: members[0]?.article.id },
  })
  expect(friday?.rules).toContain('T-INFERRED')
  expect(words(members[0], friday?.anchor?.range)).toBe('Friday')
  expect(wednesday).toMatchObject({ value: 'XXXX-WXX-3', reason: 'no-publication-date' })
})

test('where dated articles give the event two such days, it stays open and names both', () => {
  const members = [
    member('a', '2031-03-03', 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday.'),
    member('b', '2031-03-10', 'Envoys from Orsa and Veldt will hold further talks in Tarn on Friday.'),
    member('u', undefined, 'Orsa and Veldt are to hold talks in Tarn on Friday.'),
  ]
  expect(timesOf(members, 2)[0]).toMatchObject({
    reason: 'no-publication-date',
    alternatives: ['2031-03-07', '2031-03-14'],
  })
})

test('what an undated article looks ahead to and back at puts its publication between days', () => {
  const members = [
    member('a', '2031-03-03', 'Envoys from Orsa and Veldt will hold talks in Tarn on Friday.'),
    member('b', '2031-03-06', 'Dock workers in Port Sell went on strike on Wednesday over pay.'),
    member(
      'u',
      undefined,
      'Dock workers in Port Sell went on strike on Wednesday. Orsa and Veldt are to hold talks in Tarn on Friday.',
    ),
  ]
  expect(undatedBetween(withStoryTimes(members))).toMatchObject([
    { article: members[2]?.article.id, from: '2031-03-05', to: '2031-03-07' },
  ])
})

function timesOf(members: readonly Member[], at: number): readonly TimeExpression[] {
  return withStoryTimes(members)[at]?.reading.times ?? []
}

function words(from: Member | undefined, range: { start: number; end: number } | undefined): string {
  return from?.article.text.slice(range?.start, range?.end) ?? ''
}

function member(path: string, published: string | undefined, text: string): Member {
  const article = articleFromText({
    text,
    url: `https://news.example/${path}`,
    ...(published === undefined ? {} : { published }),
  })
  return { article, reading: read(article) }
}
