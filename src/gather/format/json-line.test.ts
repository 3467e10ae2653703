import { expect, test } from 'vitest'
import { readJsonLine } from './json-line.ts'

test.each(['text', 'body', 'content', 'articleBody', 'html'])('a number is no %s of an article', (key) => {
  const read = readJsonLine(JSON.stringify({ [key]: 5 }), 'a.jsonl')
  expect(read.kind === 'wrong' && read.found).toContain(
    `"${key}": Invalid input: expected string, received number`,
  )
})

test('a time of publication may be a number', () => {
  const read = readJsonLine('{"text": "The pier is shut.", "published": 1936137600}', 'a.jsonl')
  expect(read.kind === 'draft' && read.draft.published).toBe('1936137600')
})
