import type { Article } from '../model/article.ts'
import type { Reading } from '../model/reading.ts'
import { unpack } from './pack.ts'
import type { Database } from './schema.ts'
import { slices } from './slices.ts'
import type { Kept } from './store.ts'

/** A revision of an article with its reading: the newest one, or the one named. */
export async function keptRevision(
  database: Database,
  id: string,
  revision?: string,
): Promise<Kept | undefined> {
  if (revision === undefined) return (await keptArticles(database, [id]))[0]
  const query = database
    .selectFrom('revision')
    .innerJoin('reading', (join) =>
      join
        .onRef('reading.article_id', '=', 'revision.article_id')
        .onRef('reading.revision', '=', 'revision.revision'),
    )
    .select(['revision.text', 'revision.article', 'reading.body'])
    .where('revision.article_id', '=', id)
    .where('revision.revision', '=', revision)
  const row = await query.executeTakeFirst()
  return row && keptOf(row)
}

/** The newest revisions of articles, in the order asked for; unknown ids are left out. */
export async function keptArticles(database: Database, ids: readonly string[]): Promise<readonly Kept[]> {
  const found = new Map<string, Kept>()
  for (const some of slices(ids, 500)) {
    const rows = await database
      .selectFrom('article')
      .innerJoin('revision', (join) =>
        join
          .onRef('revision.article_id', '=', 'article.article_id')
          .onRef('revision.revision', '=', 'article.revision'),
      )
      .innerJoin('reading', (join) =>
        join
          .onRef('reading.article_id', '=', 'article.article_id')
          .onRef('reading.revision', '=', 'article.revision'),
      )
      .select(['article.article_id', 'revision.text', 'revision.article', 'reading.body'])
      .where('article.article_id', 'in', some)
      .execute()
    for (const row of rows) found.set(row.article_id, keptOf(row))
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The revisions of an article, oldest first. */
export async function revisionsOf(database: Database, id: string) {
  const query = database.selectFrom('revision').select(['revision', 'sequence', 'kept_at'])
  const rows = await query.where('article_id', '=', id).orderBy('sequence').execute()
  return rows.map((row) => ({ revision: row.revision, sequence: Number(row.sequence), keptAt: row.kept_at }))
}

/** Articles by the place of their newest revision in the log, after `since`; what is added meanwhile comes too. */
export async function* logAfter(database: Database, since: number) {
  for (let last = since; ; ) {
    const query = database.selectFrom('article').select(['article_id', 'sequence'])
    const rows = await query.where('sequence', '>', last).orderBy('sequence').limit(1000).execute()
    if (rows.length === 0) return
    for (const row of rows) {
      last = Number(row.sequence)
      yield { id: row.article_id, sequence: last }
    }
  }
}

/** Articles whose id begins so, at most ten. */
export async function findArticles(database: Database, beginning: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('article')
    .select('article_id')
    .where('article_id', '>=', beginning)
    .where('article_id', '<', `${beginning}\u{10ffff}`)
    .orderBy('article_id')
    .limit(10)
    .execute()
  const ids = rows.map((row) => row.article_id)
  return ids[0] === beginning ? [beginning] : ids
}

function keptOf(row: { text: string; article: Uint8Array; body: Uint8Array }): Kept {
  const rest = unpack<Omit<Article, 'text'>>(row.article)
  return { article: { ...rest, text: row.text }, reading: unpack<Reading>(row.body) }
}
