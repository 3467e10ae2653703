import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Store } from './store.ts'

/** How to open a record: `never` refuses, with a message, to make a file that is not there. */
export type OpenOptions = { readonly make?: 'if-absent' | 'never' }

/**
 * Opens the record in an SQLite file, or in the PostgreSQL database of a `postgres://` address; rejects with a
 * `StoreProblem` that names it and says what to do.
 */
export async function openStore(place: string, options: OpenOptions = {}): Promise<Store> {
  if (!/^postgres(?:ql)?:\/\//.test(place)) return openSqlite(place, options)
  const { openPostgres } = await import('./postgres/open-postgres.ts')
  return openPostgres(place)
}
