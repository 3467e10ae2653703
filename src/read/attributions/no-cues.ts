import { table } from '../../text/table.ts'

type Kind =
  | 'phrase'
  | 'naming'
  | 'object'
  | 'picture'
  | 'matter'
  | 'people'
  | 'hearer'
  | 'time'
  | 'nobody'
  | 'topic'
  | 'label'
  | 'headline'

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** True for words that `data/no-cues.tsv` lists as attributing nothing, in lower case. */
export function isNoCue(kind: Kind, words: string): boolean {
  known ??= readRows()
  return known.get(kind)?.has(words) ?? false
}

function readRows(): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, Set<string>>()
  for (const { kind = '', words = '' } of table('no-cues')) {
    const listed = rows.get(kind) ?? new Set<string>()
    for (const one of words.split('|')) listed.add(one)
    rows.set(kind, listed)
  }
  return rows
}
