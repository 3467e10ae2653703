import { expect, test } from 'vitest'
import { rankDays } from './rank-days.ts'

test('a day that is looked back on comes before one that was only reported, and days outside the reports are left out', () => {
  const article = (published: string, ...days: string[]) => ({ published, days, words: 100 })
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

test('no articles, no days', () => {
  expect(rankDays([])).toEqual([])
})
