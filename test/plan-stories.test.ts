import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { f1, measure } from '../bench/plans/measure.mjs'
import { record } from '../src/show/predict/record.ts'

const stories = readFileSync(new URL('../bench/plans/stories.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

test('plans of thirty stories, from raw text: of linking and changes nine in ten are right, of days more', () => {
  expect(stories.length).toBeGreaterThanOrEqual(30)
  const figures = measure(stories.map((story) => [story, record({ id: story.id, articles: story.articles })]))
  const errors = figures.errors.join('\n')
  expect(f1(figures.linking), errors).toBeGreaterThan(90)
  expect(f1(figures.changes), errors).toBeGreaterThan(90)
  expect(f1(figures.slots.date), errors).toBeGreaterThan(92)
})

test('the same stories measured against themselves are all right, and against nothing all missed', () => {
  const same = measure(stories.map((story) => [story, story]))
  expect([same.entries, same.linking, same.changes].map(f1)).toEqual([100, 100, 100])
  const none = measure(stories.map((story) => [story, { id: story.id, plans: [] }]))
  expect([none.entries, none.linking, none.changes].map(f1)).toEqual([0, 0, 0])
})
