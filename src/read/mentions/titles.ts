import { table } from '../../text/table.ts'

/** What a word of a title can do: head a role ("minister"), or only stand beside one ("foreign"). */
export type TitleKind = 'noun' | 'modifier'

let kinds: Map<string, TitleKind> | undefined

/** The part that a word plays in titles, by `data/titles.tsv`; undefined for any other word. */
export function titleKind(word: string): TitleKind | undefined {
  kinds ??= new Map(
    table('titles').map((row) => [row.word ?? '', row.kind === 'noun' ? 'noun' : 'modifier'] as const),
  )
  const lower = word.toLowerCase().replace(/\.$/, '')
  return kinds.get(lower) ?? (lower.endsWith('s') ? kinds.get(lower.slice(0, -1)) : undefined)
}
