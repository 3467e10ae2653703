import { table } from '../../text/table.ts'
import { stem } from '../words/stem.ts'

/** What a word for a speaker tells: with whose voice it speaks, and how it stands to others. */
export type Role = {
  readonly side: 'state' | 'bystander' | 'other'
  readonly rank?: 'head' | 'staff' | 'office' | 'voice'
  /** The part of public life that it belongs to: "justice", "police", "company". */
  readonly field?: string
}

let roles: ReadonlyMap<string, Role> | undefined

/** What the stem of a word tells of who speaks; undefined for a word that tells nothing. */
export function roleOf(key: string): Role | undefined {
  roles ??= new Map(
    table('compare-sides').map((row) => [
      stem(row.word ?? ''),
      {
        side: sideOf(row.side),
        ...(row.rank ? { rank: rankOf(row.rank) } : {}),
        ...(row.field ? { field: row.field } : {}),
      },
    ]),
  )
  return roles.get(key)
}

function sideOf(side: string | undefined): Role['side'] {
  return side === 'state' || side === 'bystander' ? side : 'other'
}

function rankOf(rank: string): NonNullable<Role['rank']> {
  return rank === 'head' || rank === 'staff' || rank === 'voice' ? rank : 'office'
}
