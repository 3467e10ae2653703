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

test('an id names one row of one table', () => {
  const seen = new Map<string, string>()
  const twice: string[] = []
  for (const file of tables) {
    for (const { id } of rowsOf(file)) {
      if (id === undefined || id === '') continue
      const before = seen.get(id)
      if (before !== undefined) twice.push(`${id} in ${before} and ${file}`)
      seen.set(id, file)
    }
  }
  expect(twice).toEqual([])
})
