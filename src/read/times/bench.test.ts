import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { readLanguage } from '../../text/language.ts'
import { parseTable } from '../../text/table.ts'
import { findTimes } from './times.ts'

const rows = parseTable(readFileSync(new URL('../../../bench/times/times.tsv', import.meta.url), 'utf8'))

test('times of diplomatic news in context: at least 92 in 100 have the right value', () => {
  const wrong = rows.filter((row) => !isRight(row.sentence ?? '', row.published ?? '', row.value ?? ''))
  expect(rows.length).toBeGreaterThanOrEqual(200)
  expect(
    wrong.length / rows.length,
    wrong.map((row) => `${row.sentence} ${row.value}`).join('\n'),
  ).toBeLessThan(0.08)
})

test('weekdays that lie ahead: at least 90 in 100 are found ahead', () => {
  const ahead = rows.filter(
    (row) => /\[(?:on )?\w+day\]/.test(row.sentence ?? '') && (row.value ?? '') > (row.published ?? ''),
  )
  const right = ahead.filter((row) => isRight(row.sentence ?? '', row.published ?? '', row.value ?? ''))
  expect(ahead.length).toBeGreaterThan(25)
  expect(right.length / ahead.length).toBeGreaterThanOrEqual(0.9)
})

function isRight(marked: string, published: string, value: string): boolean {
  const start = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  const end = marked.indexOf(']') - 1
  const article = articleFromText({
    text,
    published,
    blocks: [{ start: 0, end: text.length, kind: 'prose', rule: 'TXT-PARAGRAPH' }],
  })
  const times = findTimes({ article, language: readLanguage(text, article.blocks) })
  return times.some((time) => time.start < end && start < time.end && time.value === value)
}
