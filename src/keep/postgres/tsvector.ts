import { sql } from 'kysely'
import type { FullText, Words } from '../full-text.ts'
import type { Database } from '../schema.ts'
import type { Hit } from '../store.ts'

/** Full-text search by PostgreSQL's tsvector: words as they are, without case and diacritics, titles weighing most. */
export const tsvector: FullText = {
  async create(database: Database): Promise<void> {
    await sql`create table article_words ("row" bigint primary key, words tsvector not null)`.execute(
      database,
    )
    await sql`create index article_words_words on article_words using gin (words)`.execute(database)
  },
  async add(database: Database, words: readonly Words[]): Promise<void> {
    for (const { row, title, outlet, text } of words) {
      await sql`insert into article_words ("row", words) values (${row},
        setweight(to_tsvector('simple', ${folded(title)}), 'A') || setweight(to_tsvector('simple', ${folded(outlet)}), 'B')
        || to_tsvector('simple', ${folded(text)}))`.execute(database)
    }
  },
  async remove(database: Database, rows: readonly number[]): Promise<void> {
    for (const row of rows) await sql`delete from article_words where "row" = ${row}`.execute(database)
  },
  async search(database: Database, words: string, limit: number): Promise<readonly Hit[]> {
    const terms = termsOf(words)
    if (terms.length === 0) return []
    const query = sql.join(
      terms.map(({ text, isBeginning }) =>
        isBeginning ? sql`to_tsquery('simple', ${`'${text}':*`})` : sql`phraseto_tsquery('simple', ${text})`,
      ),
      sql` && `,
    )
    const { rows } = await sql<Hit>`
      select article.article_id as article, ts_rank_cd(found.words, ${query})::float8 as score
      from article_words as found join article on article.sequence = found."row"
      where found.words @@ (${query})
      order by score desc, article.article_id limit ${limit}`.execute(database)
    return rows
  },
}

type Term = { readonly text: string; readonly isBeginning: boolean }

// Words as they are typed: all must occur, "quoted words" as a phrase, a last `word*` as a beginning.
function termsOf(words: string): Term[] {
  return (words.match(/"[^"]*"|[^\s"]+/gu) ?? []).flatMap((term) => {
    const text = folded(term)
      .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
      .trim()
    return text === '' ? [] : [{ text, isBeginning: /^[^"]*\*$/.test(term) }]
  })
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
