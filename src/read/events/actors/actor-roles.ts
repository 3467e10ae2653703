import { table } from '../../../text/table.ts'

/** The role code of what a phrase's words call an actor, such as "GOV" for "foreign minister", with the row that says so; the last of the longest match counts. */
export function roleNamed(
  lemmas: readonly string[],
): { readonly role: string; readonly rule: string } | undefined {
  agents ??= readAgents()
  for (let end = lemmas.length; end > 0; end--) {
    for (let start = Math.max(0, end - 4); start < end; start++) {
      const row = agents.get(lemmas.slice(start, end).join(' '))
      if (row !== undefined) return row
    }
  }
  return undefined
}

let agents: ReadonlyMap<string, { readonly role: string; readonly rule: string }> | undefined

function readAgents(): ReadonlyMap<string, { readonly role: string; readonly rule: string }> {
  return new Map(
    table('actor-agents').map((row) => [row.word ?? '', { role: row.role ?? '', rule: row.id ?? '' }]),
  )
}
