import { sql } from 'kysely'
import type { Story } from '../model/record.ts'
import { unpack } from './pack.ts'
import type { Database, Tables } from './schema.ts'
import type { StorySummary } from './store.ts'
import { slugOf } from './summary.ts'

/** A story by its id or an alias of it. */
export async function storyById(database: Database, id: string): Promise<Story | undefined> {
  const direct = await bodyOf(database, id)
  if (direct !== undefined) return direct
  const query = database.selectFrom('story_alias').select('story_id').where('alias', '=', id)
  const alias = await query.executeTakeFirst()
  const current = alias?.story_id ?? (await holderOf(database, id))
  return current === undefined ? undefined : bodyOf(database, current)
}

// A story is named after its first article. When it becomes part of another, its name still leads to where that went.
async function holderOf(database: Database, id: string): Promise<string | undefined> {
  if (!id.startsWith('s:')) return undefined
  const query = database.selectFrom('story_article').select('story_id').where('article_id', '=', id.slice(2))
  return (await query.executeTakeFirst())?.story_id
}

/** Story summaries, the one with the latest report first; undated stories come last. */
export async function listStories(
  database: Database,
  page: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly StorySummary[]> {
  const rows = await database
    .selectFrom('story')
    .select([
      'story_id',
      'title',
      'slug',
      'articles',
      'outlets',
      'origins',
      'possible_origins',
      'disputes',
      'first',
      'last',
    ])
    .orderBy('last_at', (order) => order.desc().nullsLast())
    .orderBy('story_id')
    .limit(page.limit ?? 1000)
    .offset(page.offset ?? 0)
    .execute()
  return rows.map(summaryFrom)
}

/** Ids of stories that a reference names, at most ten; an exact id, alias or slug comes before beginnings, and those before words of a title. */
export async function findStories(database: Database, reference: string): Promise<readonly string[]> {
  const ids = database.selectFrom('story').select('story_id').limit(10)
  const aliases = database.selectFrom('story_alias').select('story_id').limit(10)
  const after = `${reference}\u{10ffff}`
  const members = database.selectFrom('story_article').select('story_id').limit(10)
  const short = `s:${reference}`
  const words = slugOf(reference)
    .split('-')
    .filter((word) => word !== '')
  const steps = [
    ids.where('story_id', '=', reference),
    aliases.where('alias', '=', reference),
    ids.where('slug', '=', reference),
    members.where('article_id', '=', reference.replace(/^s:/, '')),
    ids.where('story_id', '>=', reference).where('story_id', '<', after),
    ids.where('story_id', '>=', short).where('story_id', '<', `${short}\u{10ffff}`),
    aliases.where('alias', '>=', reference).where('alias', '<', after),
    ids.where('slug', '>=', reference).where('slug', '<', after),
    ...(words.length === 0 ? [] : [ids.where(({ and }) => and(words.map(inSlug)))]),
  ]
  for (const step of steps) {
    const rows = await step.execute()
    if (rows.length > 0) return [...new Set(rows.map((row) => row.story_id))].sort()
  }
  return []
}

/** Articles of a story whose first revision was kept after an instant, by id. */
export async function newIn(database: Database, story: string, since: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('story_article')
    .innerJoin('revision', 'revision.article_id', 'story_article.article_id')
    .select('story_article.article_id as id')
    .where('story_article.story_id', '=', story)
    .groupBy('story_article.article_id')
    .having(({ fn }) => fn.min('revision.kept_at'), '>', since)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Claims, plans, disputes and people whose id begins so, each with a story that holds it, at most ten. */
export async function findItems(database: Database, beginning: string) {
  const query = database
    .selectFrom('story_item')
    .select(['item_id as item', 'story_id as story'])
    .where('item_id', '>=', beginning)
    .where('item_id', '<', `${beginning}\u{10ffff}`)
    .orderBy('item_id')
    .orderBy('story_id')
    .limit(10)
  const rows = await query.execute()
  return rows[0]?.item === beginning ? rows.slice(0, 1) : rows
}

// A slug's words are letters and digits alone, so nothing in them is a wildcard.
function inSlug(word: string) {
  return sql<boolean>`'-' || slug || '-' like ${`%-${word}-%`}`
}

async function bodyOf(database: Database, id: string): Promise<Story | undefined> {
  const query = database.selectFrom('story').select('body').where('story_id', '=', id)
  const row = await query.executeTakeFirst()
  return row && unpack<Story>(row.body)
}

function summaryFrom(row: Omit<Tables['story'], 'body' | 'last_at'>): StorySummary {
  return {
    id: row.story_id,
    slug: row.slug,
    title: row.title,
    articles: Number(row.articles),
    outlets: Number(row.outlets),
    origins: Number(row.origins),
    possibleOrigins: Number(row.possible_origins),
    disputes: Number(row.disputes),
    first: row.first ?? undefined,
    last: row.last ?? undefined,
  }
}
