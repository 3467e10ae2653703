import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { inReportOrder, type Member } from '../member.ts'
import { chooseTitle, formOf } from './choose-title.ts'

function member(headline: string, text: string, hour?: number): Member {
  const article = articleFromText({
    text: `# ${headline}\n\n${text}`,
    url: `https://x.example/${encodeURIComponent(headline)}`,
    ...(hour === undefined ? {} : { published: `2033-05-03T${String(hour).padStart(2, '0')}:00:00Z` }),
  })
  return { article, reading: read(article) }
}

const crew = 'The ferry crew at Corvin Quay walked out over pay on Tuesday.'
const members = [
  member('Ferry crew walks out over pay at Corvin Quay', crew, 8),
  member('Minister on holiday as boats stay in port', `${crew} The minister was in the hills.`, 9),
  member('Live: ferry crew walks out over pay at Corvin Quay', crew, 10),
  member('Is the ferry crew at Corvin Quay right to walk out over pay?', crew, 11),
  member('Ferry crew, Corvin Quay, pay: walks out', crew),
]

test('a story goes by the report that says most of what the others say: no live page, question or undated text', () => {
  const title = chooseTitle(inReportOrder(members))
  expect(title.article).toBe(members[0]?.article.id)
  expect(members[0]?.article.text.slice(title.start, title.end)).toBe(
    'Ferry crew walks out over pay at Corvin Quay',
  )
})

test('the title is the same whatever order the articles come in', () => {
  const titles = [members, [...members].reverse()].map((order) => chooseTitle(inReportOrder(order)))
  expect(titles[0]).toEqual(titles[1])
})

test('a live page alone gives its own headline, and a text without one its first sentence', () => {
  const [, , live] = members
  if (live === undefined) throw new Error('no live page')
  expect(chooseTitle([live]).article).toBe(live.article.id)
  const article = articleFromText({ text: `${crew}\n\nNo boat sailed.`, url: 'https://x.example/plain' })
  expect(chooseTitle([{ article, reading: read(article) }])).toMatchObject({ start: 0, end: crew.length })
})

test.each([
  ['Ferry strike live: boats stay in port', undefined],
  ['Ferry strike: live updates', 'live'],
  ['LIVE | Ferry strike', 'live'],
  ['Opinion: the crew is right', 'opinion'],
  ['The crew is right | Editorial', 'opinion'],
  ['Morning briefing: boats, apples and a choir', 'digest'],
  ['Watch: pickets at the quay', 'media'],
  ['Residents watch boats leave', undefined],
  ['Where they live, no boat calls', undefined],
])('%s is %s', (headline, form) => {
  expect(formOf(headline)).toBe(form)
})
