import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { inReportOrder, type Member } from '../member.ts'
import { findEpisodes } from './find-episodes.ts'

function reported(...times: readonly (string | undefined)[]): Member[] {
  const members = times.map((published, i) => {
    const article = articleFromText({
      text: `Report ${i} on the ferry at Corvin Quay.`,
      url: `https://x.example/${i}`,
      ...(published === undefined ? {} : { published }),
    })
    return { article, reading: read(article) }
  })
  return inReportOrder(members)
}

test('a quiet of days between two bursts parts a story, and an undated article is in neither', () => {
  const members = reported(
    '2033-05-02T08:00:00Z',
    '2033-05-02T11:00:00Z',
    '2033-05-02T19:00:00Z',
    '2033-05-06T07:00:00Z',
    '2033-05-06T09:00:00Z',
    undefined,
  )
  const episodes = findEpisodes(members)
  expect(episodes.map(({ articles, rule }) => [articles.length, rule])).toEqual([
    [3, 'EPI-FIRST'],
    [2, 'EPI-QUIET'],
  ])
  expect(episodes[1]).toMatchObject({ from: '2033-05-06T07:00:00Z', to: '2033-05-06T09:00:00Z' })
})

test('a story with a report every third day has no quiet', () => {
  const days = ['02', '05', '08', '11', '14'].map((day) => `2033-05-${day}T08:00:00Z`)
  expect(findEpisodes(reported(...days))).toHaveLength(1)
})

test('a story of undated articles has no episode', () => {
  expect(findEpisodes(reported(undefined, undefined))).toEqual([])
})
