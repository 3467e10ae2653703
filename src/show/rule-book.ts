import { readdirSync } from 'node:fs'
import { table } from '../text/table.ts'

/** A rule in words: what an id that stands beside an output means. */
export type RuleEntry = {
  readonly id: string
  /** The table that it is a row of, such as "rules-read". */
  readonly table: string
  readonly says: string
  /** A rule says what it does; a word is a row of a word list. */
  readonly kind: 'rule' | 'word'
  readonly example?: string
}

/** Every rule of the tables in `data/`, by id; rows of word lists say which word they are. */
export function ruleBook(): ReadonlyMap<string, RuleEntry> {
  book ??= new Map(tableNames().flatMap((name) => entriesOf(name).map((entry) => [entry.id, entry])))
  return book
}

let book: ReadonlyMap<string, RuleEntry> | undefined

function tableNames(): string[] {
  const files = readdirSync(new URL('../../data/', import.meta.url)).filter((file) => file.endsWith('.tsv'))
  return files.sort().map((file) => file.slice(0, -'.tsv'.length))
}

function entriesOf(name: string): RuleEntry[] {
  return table(name).flatMap((row): RuleEntry[] => {
    const { id, says, example, ...rest } = row
    if (id === undefined || id === '') return []
    const cells = Object.values(rest).filter((cell) => cell !== '')
    if (says === undefined || says === '') return [{ id, table: name, kind: 'word', says: cells.join(', ') }]
    return [{ id, table: name, kind: 'rule', says, example: example || undefined }]
  })
}
