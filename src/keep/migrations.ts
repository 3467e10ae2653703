import { type QueryExecutorProvider, sql } from 'kysely'

/** The SQL types that differ between databases. Ids and keys sort by their bytes everywhere. */
export type ColumnTypes = {
  readonly bytes: 'blob' | 'bytea'
  readonly integer: 'integer' | 'bigint'
  readonly key: 'text' | 'text collate "C"'
}

/** One step of the schema. Steps are never edited once released: a later one changes what an earlier one made. */
export type Migration = (database: QueryExecutorProvider, types: ColumnTypes) => Promise<void>

/** The steps that make the schema; a database's schema version is the number of steps it has taken. */
export const migrations: readonly Migration[] = [first, agenda]

/** The schema version that this program writes; a database of a higher one is refused. */
export const schemaVersion: number = migrations.length

async function first(database: QueryExecutorProvider, types: ColumnTypes): Promise<void> {
  const bytes = sql.raw(types.bytes)
  const integer = sql.raw(types.integer)
  const key = sql.raw(types.key)
  const statements = [
    sql`create table article (
      article_id ${key} primary key, revision ${key} not null, sequence ${integer} not null,
      outlet text, title text, url text, published text, modified text)`,
    sql`create index article_sequence on article (sequence)`,
    sql`create table revision (
      article_id ${key} not null, revision ${key} not null, sequence ${integer} not null, kept_at text not null,
      text text not null, article ${bytes} not null, primary key (article_id, revision))`,
    sql`create table reading (
      article_id ${key} not null, revision ${key} not null, reader text not null, body ${bytes} not null,
      primary key (article_id, revision))`,
    sql`create table correction (correction_id ${key} primary key, sequence ${integer} not null, body text not null)`,
    sql`create table story (
      story_id ${key} primary key, slug ${key} not null, title text not null, articles ${integer} not null,
      outlets ${integer} not null, origins ${integer} not null, possible_origins ${integer} not null,
      disputes ${integer} not null, first text, last text, last_at ${integer}, body ${bytes} not null)`,
    sql`create index story_last on story (last_at, story_id)`,
    sql`create index story_slug on story (slug)`,
    sql`create table story_article (article_id ${key} primary key, story_id ${key} not null)`,
    sql`create index story_article_story on story_article (story_id)`,
    sql`create table story_item (item_id ${key} not null, story_id ${key} not null, primary key (item_id, story_id))`,
    sql`create index story_item_story on story_item (story_id)`,
    sql`create table story_alias (alias ${key} primary key, story_id ${key} not null)`,
    sql`create index story_alias_story on story_alias (story_id)`,
    sql`create table placement (
      article_id ${key} primary key, place_key ${key} not null, sequence ${integer} not null, story_id ${key} not null,
      features ${bytes} not null, placement text not null)`,
    sql`create unique index placement_key on placement (place_key)`,
    sql`create index placement_story on placement (story_id)`,
    sql`create table placement_window (
      place_key ${key} primary key, articles ${integer} not null, body ${bytes} not null)`,
    sql`create table state (name ${key} primary key, value text not null)`,
    sql`create table counter (name ${key} primary key, value ${integer} not null)`,
    sql`insert into counter (name, value) values ('sequence', 0), ('version', 0), ('compared', 0)`,
  ]
  for (const statement of statements) await statement.execute(database)
}

async function agenda(database: QueryExecutorProvider, types: ColumnTypes): Promise<void> {
  const bytes = sql.raw(types.bytes)
  const integer = sql.raw(types.integer)
  const key = sql.raw(types.key)
  const statements = [
    sql`create table feed (feed_url ${key} primary key, body text not null)`,
    sql`create table awaited_page (
      page_url ${key} primary key, host ${key} not null, feed_url ${key} not null, state text not null,
      next_at ${integer}, entry_hash text not null, entry ${bytes} not null, body text not null)`,
    sql`create index awaited_page_next on awaited_page (next_at, page_url)`,
    sql`create index awaited_page_feed on awaited_page (feed_url)`,
  ]
  for (const statement of statements) await statement.execute(database)
}
