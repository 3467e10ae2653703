import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Store } from './store.ts'

/** How to open a record: `existing` refuses, with a message, to make one that is not there. */
export type OpenOptions = { readonly make?: 'if-absent' | 'never' }

/** Opens the record in an SQLite file; rejects with a `StoreProblem` that names the file and says what to do. */
export function openStore(path: string, options: OpenOptions = {}): Promise<Store> {
  return openSqlite(path, options)
}
