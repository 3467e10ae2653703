import type { Database, Tables } from './schema.ts'
import type { Counts } from './store.ts'

/** A named number of the record; its row exists since the first migration. */
export async function counterOf(database: Database, name: string): Promise<number> {
  const row = await database.selectFrom('counter').select('value').where('name', '=', name).executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** Sets a named number. */
export async function setCounter(database: Database, name: string, value: number): Promise<void> {
  await database.updateTable('counter').set({ value }).where('name', '=', name).execute()
}

/** A named number that nobody else can change before this transaction ends. */
export async function lockedCounter(transaction: Database, name: string): Promise<number> {
  const update = transaction.updateTable('counter').set((row) => ({ value: row.ref('value') }))
  const row = await update.where('name', '=', name).returning('value').executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** Counts a commit: whoever polls the version sees that something changed. Answers the new version. */
export async function versionGrows(transaction: Database): Promise<number> {
  const version = (await lockedCounter(transaction, 'version')) + 1
  await setCounter(transaction, 'version', version)
  return version
}

/** The end of the log, and how much of it the stories hold. */
export async function progressOf(database: Database): Promise<Pick<Counts, 'sequence' | 'compared'>> {
  const rows = await database.selectFrom('counter').selectAll().execute()
  const value = (name: string) => Number(rows.find((row) => row.name === name)?.value ?? 0)
  return { sequence: value('sequence'), compared: value('compared') }
}

/** How much the record holds. */
export async function countsOf(database: Database): Promise<Counts> {
  return {
    articles: await rowsOf(database, 'article'),
    revisions: await rowsOf(database, 'revision'),
    stories: await rowsOf(database, 'story'),
    ...(await progressOf(database)),
  }
}

async function rowsOf(database: Database, table: keyof Tables): Promise<number> {
  const query = database.selectFrom(table).select((select) => select.fn.countAll<number>().as('rows'))
  return Number((await query.executeTakeFirst())?.rows ?? 0)
}
