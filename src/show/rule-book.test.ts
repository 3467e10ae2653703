import { expect, test } from 'vitest'
import { ruleBook } from './rule-book.ts'

test('every rule has an id of its own and says in words what it does', () => {
  const rules = [...ruleBook().values()].filter((rule) => rule.kind === 'rule')
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter((rule) => rule.says.length < 4).map((rule) => rule.id)).toEqual([])
  expect(
    rules.filter((rule) => !/^[A-Za-z][\w-]+$/.test(rule.id) && rule.table.startsWith('rules-')),
  ).toEqual([])
})

test('a row of a word list is known by its id and shows its word', () => {
  expect(ruleBook().get('Q-MARK-DOUBLE')?.kind).toBe('rule')
  expect([...ruleBook().values()].filter((rule) => rule.kind === 'word').length).toBeGreaterThan(50)
})
