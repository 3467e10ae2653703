import { expect, test } from 'vitest'
import { clausesIn } from './clauses.ts'
import { judged } from './verdicts.ts'

test.each([
  ['Six barges sank when the mole at Orrel gave way on Sunday', ['Six barges sank']],
  [
    'The ferry is late and the quay was flooded at noon',
    ['The ferry is late', 'the quay was flooded at noon'],
  ],
  ['She met the mayor and the harbour master', ['She met the mayor and the harbour master']],
  ['the lock was repaired, which took a week', ['the lock was repaired']],
  [
    'The barges sailed on Sunday, a day before they were due to be inspected',
    ['The barges sailed on Sunday'],
  ],
  ['he had resigned; the board accepted it', ['he had resigned', 'the board accepted it']],
  ['the lock was shut until further notice', ['the lock was shut until further notice']],
])('%s', (text, clauses) => {
  const range = { start: 0, end: text.length }
  expect(clausesIn(text, range, [range]).map(({ start, end }) => text.slice(start, end))).toEqual(clauses)
})

test.each([
  ['it was false that the mole had cracked', 'the mole had cracked', 'denied', 'happened'],
  ["it wasn't true that anybody drowned", 'anybody drowned', 'denied', 'happened'],
  ['it was far from clear that the lock would hold', 'the lock would hold', 'doubted', 'happened'],
  ['The company did not rule out selling the yard', 'selling the yard', 'affirmed', 'conditional'],
  ['it was clear that the lock would hold', 'it was clear that the lock would hold', 'affirmed', 'happened'],
])('%s: who holds to what', (text, words, polarity, modality) => {
  const clause = {
    range: { start: 0, end: text.length },
    polarity: 'affirmed',
    modality: 'happened',
  } as const
  const found = judged(text, clause)
  expect([text.slice(found.range.start, found.range.end), found.polarity, found.modality]).toEqual([
    words,
    polarity,
    modality,
  ])
})
