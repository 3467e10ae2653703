import type { Reading } from '../model/reading.ts'
import { versionGrows } from './counters.ts'
import { pack } from './pack.ts'
import type { Database } from './schema.ts'

/** Replaces readings of revisions that the record holds, inside a transaction. */
export async function rereadArticles(transaction: Database, readings: readonly Reading[]): Promise<void> {
  for (const reading of readings) {
    await transaction
      .updateTable('reading')
      .set({ reader: reading.reader, body: pack(reading) })
      .where('article_id', '=', reading.article)
      .where('revision', '=', reading.revision)
      .execute()
  }
  if (readings.length > 0) await versionGrows(transaction)
}
