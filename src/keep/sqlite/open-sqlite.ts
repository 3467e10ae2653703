import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Kysely, sql } from 'kysely'
import Libsql from 'libsql'
import { migrations, schemaVersion } from '../migrations.ts'
import type { OpenOptions } from '../open-store.ts'
import { StoreProblem } from '../problem.ts'
import type { Database, Tables } from '../schema.ts'
import { sqlStore } from '../sql-store.ts'
import type { Store } from '../store.ts'
import { claimFile } from './claim-file.ts'
import { fts5 } from './fts5.ts'
import { libsqlDialect } from './libsql-dialect.ts'
import { sqliteProblem } from './sqlite-problem.ts'

// "OnRe": marks the file as ours, so that another program's database is never taken for a record.
const applicationId = 0x4f6e5265

/** Opens the record in a file, made and brought to this schema version where needed; `:memory:` keeps it in memory. */
export async function openSqlite(path: string, options: OpenOptions): Promise<Store> {
  if (path !== ':memory:') checkPath(path, options)
  let file: Libsql.Database
  try {
    file = new Libsql(path)
  } catch (error) {
    throw sqliteProblem(path, error)
  }
  const database: Database = new Kysely<Tables>({ dialect: libsqlDialect(path, file) })
  try {
    await checkFile(path, database)
    await migrate(database)
  } catch (error) {
    await database.destroy()
    throw sqliteProblem(path, error)
  }
  const store = sqlStore(database, fts5)
  return {
    ...store,
    claimWatch: () => claimFile(path),
    close: async () => {
      await foldLog(database)
      await store.close()
    },
  }
}

// The driver leaves the log of writes beside the file; it is folded in, as far as nobody else is reading it now.
async function foldLog(database: Database): Promise<void> {
  try {
    await sql`pragma wal_checkpoint(truncate)`.execute(database)
  } catch (error) {
    // Nothing is lost where this fails: whoever opens the record next finds the log.
    if (!(error instanceof StoreProblem)) throw error
  }
}

function checkPath(path: string, options: OpenOptions): void {
  if (existsSync(path)) return
  if (options.make === 'never') {
    throw new StoreProblem(
      'no-record',
      `${path}: there is no record here; make one with onrecord add or onrecord watch, or name another file with --db`,
    )
  }
  const folder = dirname(resolve(path))
  if (existsSync(folder)) return
  throw new StoreProblem(
    'no-folder',
    `${path}: its folder ${folder} does not exist; make it, or name another file with --db`,
  )
}

async function checkFile(path: string, database: Database): Promise<void> {
  const { rows } = await sql<{ owner: number; version: number; tables: number }>`
    select (select application_id from pragma_application_id) as owner,
      (select user_version from pragma_user_version) as version,
      (select count(*) from sqlite_master) as tables`.execute(database)
  const { owner, version, tables } = rows[0] ?? { owner: 0, version: 0, tables: 0 }
  if (tables > 0 && owner !== applicationId) {
    throw new StoreProblem(
      'not-a-record',
      `${path}: is a database of another program; name another file with --db`,
    )
  }
  if (version > schemaVersion) {
    throw new StoreProblem(
      'newer-record',
      `${path}: has schema version ${version}, and this program knows ${schemaVersion}; update onrecord, or name another file with --db`,
    )
  }
  // Readers and one writer at the same time; every commit is on the disk before it is acknowledged.
  await sql`pragma journal_mode = wal`.execute(database)
  await sql`pragma synchronous = full`.execute(database)
  await sql`pragma cache_size = -32000`.execute(database)
}

// All steps in one transaction, and the version is read inside it: two processes may open a new file at once.
async function migrate(database: Database): Promise<void> {
  if ((await versionOf(database)) >= schemaVersion) return
  await database.transaction().execute(async (transaction) => {
    const version = await versionOf(transaction)
    for (const step of migrations.slice(version)) {
      await step(transaction, { bytes: 'blob', integer: 'integer', key: 'text' })
    }
    if (version === 0) await fts5.create(transaction)
    await sql.raw(`pragma application_id = ${applicationId}`).execute(transaction)
    await sql.raw(`pragma user_version = ${schemaVersion}`).execute(transaction)
  })
}

async function versionOf(database: Database): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(database)
  return rows[0]?.user_version ?? 0
}
