import { sql } from 'kysely'
import type { FullText, Words } from '../full-text.ts'
import type { Database } from '../schema.ts'

/** Full-text search by SQLite's FTS5: an index without the texts, whose row ids are places in the log. */
export const fts5: FullText = {
  async create(database: Database): Promise<void> {
    await sql`create virtual table if not exists article_words using fts5(
      title, outlet, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`.execute(
      database,
    )
  },
  async add(database: Database, words: readonly Words[]): Promise<void> {
    for (const { row, title, outlet, text } of words) {
      await sql`insert into article_words (rowid, title, outlet, text) values (${row}, ${title}, ${outlet}, ${text})`.execute(
        database,
      )
    }
  },
  async remove(database: Database, rows: readonly number[]): Promise<void> {
    for (const row of rows) await sql`delete from article_words where rowid = ${row}`.execute(database)
  },
  async search(database: Database, words: string, limit: number) {
    const query = fts5Query(words)
    if (query === undefined) return []
    const { rows } = await sql<{ article: string; score: number }>`
      select article.article_id as article, -found.rank as score
      from (select rowid, rank from article_words where article_words match ${query} and rank match 'bm25(5.0, 2.0, 1.0)'
            order by rank limit ${limit}) as found
      join article on article.sequence = found.rowid
      order by found.rank, article.article_id`.execute(database)
    return rows
  },
}

/**
 * Words as an FTS5 query: all must occur, "quoted words" as a phrase, a last `word*` as a beginning.
 * Undefined where there is nothing to look for; nothing that is typed is a syntax error.
 */
export function fts5Query(words: string): string | undefined {
  const terms = words.match(/"[^"]*"|[^\s"]+/gu) ?? []
  const query = terms.flatMap((term) => {
    const isBeginning = /^[^"]*\*$/.test(term)
    const bare = term.replace(/[^\p{L}\p{N}\p{M}\s]+/gu, ' ').trim()
    if (bare === '') return []
    return [`"${bare}"${isBeginning ? '*' : ''}`]
  })
  return query.length === 0 ? undefined : query.join(' ')
}
