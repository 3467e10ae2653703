import { expect, test } from 'vitest'
import { rankDays } from './rank-days.ts'

test('a day that is looked back on comes before one that was only reported, and days outside the reports are left out', () => {
  const article = (published: string, ...days: string[]) => ({ published, days })
  const articles = [
    article('2033-05-02', '2033-05-01'),
    article('2033-05-03', '2033-05-02'),
    article('2033-05-06'),
    article('2033-05-09', '2033-05-02', '2033-06-01'),
    article('2033-05-12', '2033-05-02'),
  ]
  const days = rankDays(articles).map(({ day }) => day)
  expect(days[0]).toBe('2033-05-02')
  expect(days).not.toContain('2033-05-01')
  expect(days).not.toContain('2033-06-01')
  expect(rankDays([...articles].reverse())).toEqual(rankDays(articles))
})

test('the first of a month that is spoken of from afar stands for the month, and one that articles follow for itself', () => {
  const looking = ['10', '12', '15', '17'].map((day) => ({
    published: `2033-06-${day}`,
    days: ['2033-05-01'],
  }))
  const first = { published: '2033-04-30', days: [] }
  const daysOf = (more: readonly { published: string; days: string[] }[]) =>
    rankDays([first, ...more, ...looking]).map(({ day }) => day)
  expect(daysOf([])).not.toContain('2033-05-01')
  expect(daysOf([{ published: '2033-05-02', days: ['2033-05-01'] }])).toContain('2033-05-01')
})

test('no articles, no days', () => {
  expect(rankDays([])).toEqual([])
})
