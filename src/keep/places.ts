import type { Features } from '../compare/features/article-features.ts'
import type { Placement } from '../compare/stories/place-article.ts'
import { lockedCounter } from './counters.ts'
import { pack, unpack } from './pack.ts'
import type { Database, Tables } from './schema.ts'
import { slices } from './slices.ts'
import type { Place, Placed, PlacementWindow } from './store.ts'

/** Articles as they were placed, in the order of placement, after the turn `after`. */
export async function* placedAfter(database: Database, after: string): AsyncGenerator<Placed> {
  for (let last = after; ; ) {
    const query = database.selectFrom('placement').selectAll().where('place_key', '>', last)
    const rows = await query.orderBy('place_key').limit(500).execute()
    if (rows.length === 0) return
    for (const row of rows) {
      last = row.place_key
      yield placedOf(row)
    }
  }
}

/** The places of these articles, those that have one. */
export async function placesOf(database: Database, articles: readonly string[]): Promise<readonly Placed[]> {
  const places: Placed[] = []
  for (const ids of slices(articles, 500)) {
    const rows = await database.selectFrom('placement').selectAll().where('article_id', 'in', ids).execute()
    places.push(...rows.map(placedOf))
  }
  return places
}

/** The places that a story holds. */
export async function placesIn(database: Database, story: string): Promise<readonly Place[]> {
  const query = database.selectFrom('placement').select(['place_key', 'placement'])
  const rows = await query.where('story_id', '=', story).orderBy('place_key').execute()
  return rows.map(({ place_key: key, placement }) => ({ key, placement: JSON.parse(placement) as Placement }))
}

/** Writes places inside a transaction; windows that an earlier article comes before are forgotten. */
export async function writePlaces(transaction: Database, placed: readonly Placed[]): Promise<void> {
  for (const some of slices(placed, 100)) {
    const ids = some.map((each) => each.features.article)
    const before = transaction.selectFrom('placement').select('place_key').where('article_id', 'in', ids)
    const known = new Set((await before.execute()).map((row) => row.place_key))
    const now = new Set(some.map((each) => each.key))
    const moved = [...now, ...known].filter((key) => !known.has(key) || !now.has(key))
    const [first] = moved.sort()
    await transaction.deleteFrom('placement').where('article_id', 'in', ids).execute()
    await transaction.insertInto('placement').values(some.map(rowOf)).execute()
    if (first !== undefined) {
      await transaction.deleteFrom('placement_window').where('place_key', '>=', first).execute()
    }
  }
}

/** The latest window. */
export async function latestWindow(database: Database): Promise<PlacementWindow | undefined> {
  const query = database.selectFrom('placement_window').selectAll().orderBy('place_key', 'desc').limit(1)
  const row = await query.executeTakeFirst()
  return row && { key: row.place_key, articles: Number(row.articles), body: unpack<string>(row.body) }
}

/** Keeps a window in place of those before it, inside a transaction, unless more was compared meanwhile. */
export async function saveWindow(
  transaction: Database,
  window: PlacementWindow,
  compared: number,
): Promise<'saved' | 'stale'> {
  if ((await lockedCounter(transaction, 'compared')) !== compared) return 'stale'
  await transaction.deleteFrom('placement_window').execute()
  const row = { place_key: window.key, articles: window.articles, body: pack(window.body) }
  await transaction.insertInto('placement_window').values(row).execute()
  return 'saved'
}

function placedOf(row: Tables['placement']): Placed {
  return {
    key: row.place_key,
    sequence: Number(row.sequence),
    features: unpack<Features>(row.features),
    placement: JSON.parse(row.placement) as Placement,
  }
}

function rowOf({ key, sequence, features, placement }: Placed): Tables['placement'] {
  return {
    article_id: features.article,
    place_key: key,
    sequence,
    story_id: placement.story,
    features: pack(features),
    placement: JSON.stringify(placement),
  }
}
