import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { parseTable } from '../../text/table.ts'
import { linkPlans, type PlanMember } from './plans.ts'

const rows = parseTable(readFileSync(new URL('../../../bench/plans/stories.tsv', import.meta.url), 'utf8'))
const stories = new Map<string, typeof rows>()
for (const row of rows) stories.set(row.story ?? '', [...(stories.get(row.story ?? '') ?? []), row])

test.each([...stories.keys()])('story %s: its plans, each with its states and days in order', (story) => {
  const own = stories.get(story) ?? []
  const members = own.map((row, i) => member(row.text ?? '', row.published ?? '', `${story}/${i}`))
  const found = linkPlans(members).map((plan) =>
    plan.history.map(({ span, status, slots }) =>
      `${members.findIndex(({ article }) => article.id === span.article)} ${status} ${slots.date?.value ?? ''}`.trim(),
    ),
  )
  expect(found.sort()).toEqual(expected(own.map((row) => row.expects ?? '-')).sort())
})

test('every value of a plan stands in the article that it names', () => {
  const members = (stories.get('07') ?? []).map((row, i) =>
    member(row.text ?? '', row.published ?? '', `07/${i}`),
  )
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  const slots = linkPlans(members).flatMap((plan) =>
    plan.history.flatMap((entry) => Object.values(entry.slots)),
  )
  expect(slots.length).toBeGreaterThan(5)
  for (const { span } of slots) expect(texts.get(span.article)?.slice(span.start, span.end)).toMatch(/\S/)
})

test('a change that is sought is told, and is no change', () => {
  const members = [
    member('Envoys of Orsa and Veldt will hold talks in Tarn on Friday.', '2031-03-03', 's/1'),
    member(
      'Talks were expected to take place on Friday in Tarn, but Veldt is now seeking to change the timing of the talks.',
      '2031-03-04',
      's/2',
    ),
  ]
  const [plan] = linkPlans(members)
  expect(plan?.history.map((entry) => entry.revision)).toContainEqual(
    expect.arrayContaining(['change sought']),
  )
  expect(plan?.history.some((entry) => entry.revision.includes('date moved'))).toBe(false)
})

function member(text: string, published: string, path: string): PlanMember {
  const article = articleFromText({ text, published, url: `https://news.example/${path}` })
  return { article, reading: read(article) }
}

/** "a planned 2031-03-07; b planned 2031-03-08" in each row: the states of each plan with the row they stand in. */
function expected(cells: readonly string[]): string[][] {
  const plans = new Map<string, string[]>()
  cells.forEach((cell, i) => {
    for (const state of cell === '-' ? [] : cell.split('; ')) {
      const [letter = '', ...rest] = state.split(' ')
      plans.set(letter, [...(plans.get(letter) ?? []), `${i} ${rest.join(' ')}`])
    }
  })
  return [...plans.values()]
}
