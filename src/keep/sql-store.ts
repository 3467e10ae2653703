import { sqlAgenda } from './agenda.ts'
import { counterOf, countsOf, progressOf, versionGrows } from './counters.ts'
import { forgetStories } from './forget-stories.ts'
import type { FullText } from './full-text.ts'
import { keepBatch } from './keep-batch.ts'
import { latestWindow, placedAfter, placesIn, placesOf, saveWindow } from './places.ts'
import { findArticles, keptArticles, keptRevision, logAfter, revisionsOf } from './read-articles.ts'
import { findItems, findStories, listStories, newIn, storyById } from './read-stories.ts'
import { rereadArticles } from './reread-articles.ts'
import type { Database } from './schema.ts'
import type { Correction, Store } from './store.ts'
import { writeStories } from './write-stories.ts'

/** A store over the tables of a record, in whichever database; only full-text search differs. */
export function sqlStore(database: Database, fullText: FullText): Omit<Store, 'claimWatch'> {
  return {
    keep: (batch) => database.transaction().execute((transaction) => keepBatch(transaction, fullText, batch)),
    article: (id, revision) => keptRevision(database, id, revision),
    articles: (ids) => keptArticles(database, ids),
    revisions: (id) => revisionsOf(database, id),
    log: (since = 0) => logAfter(database, since),
    reread: (readings) =>
      database.transaction().execute((transaction) => rereadArticles(transaction, readings)),
    saveStories: (change) =>
      database.transaction().execute((transaction) => writeStories(transaction, change)),
    placed: (after = '') => placedAfter(database, after),
    placesOf: (articles) => placesOf(database, articles),
    placesIn: (story) => placesIn(database, story),
    window: () => latestWindow(database),
    saveWindow: (window, compared) =>
      database.transaction().execute((transaction) => saveWindow(transaction, window, compared)),
    forgetStories: () => database.transaction().execute(forgetStories),
    findArticles: (beginning) => findArticles(database, beginning),
    findStories: (reference) => findStories(database, reference),
    findItems: (beginning) => findItems(database, beginning),
    story: (id) => storyById(database, id),
    stories: (page) => listStories(database, page),
    newIn: (story, since) => newIn(database, story, since),
    storyOf: async (article) => {
      const query = database.selectFrom('story_article').select('story_id').where('article_id', '=', article)
      const held = (await query.executeTakeFirst())?.story_id
      if (held !== undefined) return held
      // Of a large story not every article is compared.
      const placed = database.selectFrom('placement').select('story_id').where('article_id', '=', article)
      return (await placed.executeTakeFirst())?.story_id
    },
    search: (words, limit = 50) => fullText.search(database, words, limit),
    state: async (name) => {
      const query = database.selectFrom('state').select('value').where('name', '=', name)
      return (await query.executeTakeFirst())?.value
    },
    saveState: async (name, value) => {
      const query = database.insertInto('state').values({ name, value })
      await query.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
    },
    correct: (correction) => appendCorrection(database, correction),
    corrections: async () => {
      const rows = await database.selectFrom('correction').select('body').orderBy('sequence').execute()
      return rows.map((row) => JSON.parse(row.body) as Correction)
    },
    agenda: sqlAgenda(database),
    counts: () => countsOf(database),
    progress: () => progressOf(database),
    version: () => counterOf(database, 'version'),
    close: () => database.destroy(),
  }
}

async function appendCorrection(database: Database, correction: Correction): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const known = transaction
      .selectFrom('correction')
      .select('correction_id')
      .where('correction_id', '=', correction.id)
    if ((await known.executeTakeFirst()) !== undefined) return
    const sequence = await versionGrows(transaction)
    const row = { correction_id: correction.id, sequence, body: JSON.stringify(correction) }
    await transaction.insertInto('correction').values(row).execute()
  })
}
