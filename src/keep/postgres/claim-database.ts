import pg from 'pg'
import { StoreProblem } from '../problem.ts'

// Beside the lock of migrations, which is 0x4f6e5265.
const watchLock = 0x4f6e5266

/**
 * Claims the watch of a record in a PostgreSQL database by an advisory lock of a connection of its own, which the server
 * gives back when the connection ends; rejects with the `StoreProblem` `watched` where another process holds it.
 */
export async function claimDatabase(address: string, shown: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: address })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [watchLock])
  if (rows[0]?.got === true) return () => client.end()
  await client.end()
  const found = 'another onrecord watch runs on this record'
  throw new StoreProblem('watched', `${shown}: ${found}; stop that one, or name another database with --db`)
}
