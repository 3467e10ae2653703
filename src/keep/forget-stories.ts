import { setCounter, versionGrows } from './counters.ts'
import type { Database } from './schema.ts'

/** Empties every table that is derived from the log, inside a transaction; named values stay. */
export async function forgetStories(transaction: Database): Promise<void> {
  for (const table of [
    'story',
    'story_article',
    'story_alias',
    'story_item',
    'placement',
    'placement_window',
  ] as const) {
    await transaction.deleteFrom(table).execute()
  }
  await setCounter(transaction, 'compared', 0)
  await versionGrows(transaction)
}
