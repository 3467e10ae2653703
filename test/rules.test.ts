import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseTable } from '../src/text/table.ts'

const root = join(import.meta.dirname, '..')
const tables = readdirSync(join(root, 'data')).filter((file) => file.endsWith('.tsv'))
const rowsOf = (file: string) => parseTable(readFileSync(join(root, 'data', file), 'utf8'))

test('every rule stands in docs/rules.md (write it again with: node scripts/rules.mjs)', () => {
  const documented = readFileSync(join(root, 'docs', 'rules.md'), 'utf8')
  const rules = tables.flatMap((file) => rowsOf(file).filter((row) => row.says))
  expect(rules.length).toBeGreaterThan(100)
  expect(rules.filter((row) => !documented.includes(`\`${row.id}\``)).map((row) => row.id)).toEqual([])
})

test('an id names one rule, and one row of its table', () => {
  const rules = tables.flatMap((file) => rowsOf(file).filter((row) => row.says))
  expect(twice(rules.map((row) => row.id ?? ''))).toEqual([])
  const inTable = tables.flatMap((file) =>
    twice(rowsOf(file).flatMap((row) => (row.id ? `${file}: ${row.id}` : []))),
  )
  expect(inTable).toEqual([])
})

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i)
}
