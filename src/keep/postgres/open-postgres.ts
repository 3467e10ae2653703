import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { migrations, schemaVersion } from '../migrations.ts'
import { StoreProblem } from '../problem.ts'
import type { Database, Tables } from '../schema.ts'
import { sqlStore } from '../sql-store.ts'
import type { Store } from '../store.ts'
import { claimDatabase } from './claim-database.ts'
import { tsvector } from './tsvector.ts'

/** Opens the record in a PostgreSQL database (15 or later), brought to this schema version where needed. */
export async function openPostgres(address: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: address, max: 4 })
  // An idle connection that the server ends is replaced by the next query; without a listener it would end us.
  pool.on('error', () => {})
  const database: Database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(database, shown(address))
  } catch (error) {
    await database.destroy()
    if (error instanceof StoreProblem) throw error
    const found = error instanceof Error ? error.message || error.name : String(error)
    throw new StoreProblem(
      'unreachable',
      `${shown(address)}: ${found}; see that the server runs, and that user and database exist`,
      { cause: error },
    )
  }
  return { ...sqlStore(database, tsvector), claimWatch: () => claimDatabase(address, shown(address)) }
}

// Two processes may open a new database at once: the lock lasts to the end of the transaction.
async function migrate(database: Database, address: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${0x4f6e5265})`.execute(transaction)
    await sql`create table if not exists schema_version (version integer not null)`.execute(transaction)
    const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(transaction)
    const version = rows[0]?.version ?? 0
    if (version > schemaVersion) {
      throw new StoreProblem(
        'newer-record',
        `${address}: has schema version ${version}, and this program knows ${schemaVersion}; update onrecord, or use another database`,
      )
    }
    if (version === schemaVersion) return
    for (const step of migrations.slice(version)) {
      await step(transaction, { bytes: 'bytea', integer: 'bigint', key: 'text collate "C"' })
    }
    if (version === 0) await tsvector.create(transaction)
    await sql`delete from schema_version`.execute(transaction)
    await sql`insert into schema_version (version) values (${schemaVersion})`.execute(transaction)
  })
}

// An address may carry a password; messages do not.
function shown(address: string): string {
  return address.replace(/(?<=\/\/[^/@]*):[^/@]*@/, ':…@')
}
