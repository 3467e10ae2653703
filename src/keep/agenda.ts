import type { Agenda, AwaitedPage, Feed, PageCounts, Poll } from '../gather/watch/agenda.ts'
import { hash64 } from '../model/id.ts'
import { pack, unpack } from './pack.ts'
import type { Database, Tables } from './schema.ts'
import { slices } from './slices.ts'

/** The agenda of a watch in the tables `feed` and `awaited_page` of a record. */
export function sqlAgenda(database: Database): Agenda {
  const inTransaction = <T>(work: (transaction: Database) => Promise<T>) =>
    database.transaction().execute(work)
  return {
    feeds: () => allFeeds(database),
    addFeeds: (feeds) => inTransaction((transaction) => addFeeds(transaction, feeds)),
    removeFeed: (url) => inTransaction((transaction) => removeFeed(transaction, url)),
    savePoll: (poll) => inTransaction((transaction) => savePoll(transaction, poll)),
    pages: (query) => nextPages(database, query),
    savePages: (pages) =>
      inTransaction(async (transaction) => {
        for (const { page_url, ...row } of pages.map(rowOf))
          await transaction.updateTable('awaited_page').set(row).where('page_url', '=', page_url).execute()
      }),
    restHost: async (host, until) => {
      const next_at = Date.parse(until)
      const due = database.updateTable('awaited_page').set({ next_at }).where('host', '=', host)
      await due.where('next_at', '<', next_at).execute()
    },
    pageCounts: () => pageCounts(database),
  }
}

async function allFeeds(database: Database): Promise<readonly Feed[]> {
  const rows = await database.selectFrom('feed').select('body').orderBy('feed_url').execute()
  return rows.map((row) => JSON.parse(row.body) as Feed)
}

async function addFeeds(transaction: Database, feeds: readonly Feed[]): Promise<readonly string[]> {
  const known = new Set(
    (await allFeeds(transaction)).flatMap(({ url, movedFrom }) => [url, movedFrom ?? url]),
  )
  const fresh: Feed[] = []
  for (const feed of feeds) {
    if (known.has(feed.url)) continue
    known.add(feed.url)
    fresh.push(feed)
  }
  for (const some of slices(fresh, 100)) {
    await transaction.insertInto('feed').values(some.map(feedRow)).execute()
  }
  return fresh.map(({ url }) => url)
}

async function removeFeed(transaction: Database, url: string): Promise<boolean> {
  const known = transaction.selectFrom('feed').select('feed_url').where('feed_url', '=', url)
  if ((await known.executeTakeFirst()) === undefined) return false
  await transaction.deleteFrom('feed').where('feed_url', '=', url).execute()
  await transaction.deleteFrom('awaited_page').where('feed_url', '=', url).execute()
  return true
}

async function savePoll(transaction: Database, { feed, pages, was }: Poll): Promise<number> {
  if (was !== undefined) {
    await transaction.deleteFrom('feed').where('feed_url', '=', was).execute()
    const moved = transaction.updateTable('awaited_page').set({ feed_url: feed.url })
    await moved.where('feed_url', '=', was).execute()
  }
  const row = feedRow(feed)
  await transaction
    .insertInto('feed')
    .values(row)
    .onConflict((conflict) => conflict.column('feed_url').doUpdateSet({ body: row.body }))
    .execute()
  let changed = 0
  for (const some of slices(pages, 50)) changed += await addPages(transaction, some)
  return changed
}

// An entry that its feed changed is looked at again; the same page named by another feed is not.
async function addPages(transaction: Database, pages: readonly AwaitedPage[]): Promise<number> {
  const written = await transaction
    .insertInto('awaited_page')
    .values(pages.map(rowOf))
    .onConflict((conflict) =>
      conflict
        .column('page_url')
        .doUpdateSet((row) => ({
          next_at: row.ref('excluded.next_at'),
          entry_hash: row.ref('excluded.entry_hash'),
          entry: row.ref('excluded.entry'),
        }))
        .whereRef('awaited_page.feed_url', '=', 'excluded.feed_url')
        .whereRef('awaited_page.entry_hash', '!=', 'excluded.entry_hash'),
    )
    .returning('page_url')
    .execute()
  return written.length
}

async function nextPages(
  database: Database,
  { limit, except }: { limit: number; except: readonly string[] },
): Promise<readonly AwaitedPage[]> {
  const waiting = database.selectFrom('awaited_page').selectAll().where('next_at', 'is not', null)
  const elsewhere = except.length === 0 ? waiting : waiting.where('host', 'not in', except)
  const rows = await elsewhere.orderBy('next_at').orderBy('page_url').limit(limit).execute()
  return rows.map((row) => ({
    ...(JSON.parse(row.body) as Pick<AwaitedPage, 'failures' | 'visits'>),
    url: row.page_url,
    host: row.host,
    feed: row.feed_url,
    state: row.state,
    next: new Date(Number(row.next_at)).toISOString(),
    entry: unpack<AwaitedPage['entry']>(row.entry),
  }))
}

async function pageCounts(database: Database): Promise<ReadonlyMap<string, PageCounts>> {
  const rows = await database
    .selectFrom('awaited_page')
    .select((select) => ['feed_url', 'state', select.fn.countAll<number>().as('pages')])
    .groupBy(['feed_url', 'state'])
    .execute()
  const counts = new Map<string, PageCounts>()
  for (const { feed_url, state, pages } of rows) {
    const before = counts.get(feed_url) ?? { waiting: 0, kept: 0, lost: 0 }
    counts.set(feed_url, { ...before, [state]: Number(pages) })
  }
  return counts
}

function feedRow(feed: Feed): Tables['feed'] {
  return { feed_url: feed.url, body: JSON.stringify(feed) }
}

function rowOf({ url, host, feed, state, next, entry, ...rest }: AwaitedPage): Tables['awaited_page'] {
  return {
    page_url: url,
    host,
    feed_url: feed,
    state,
    next_at: next === undefined ? null : Date.parse(next),
    entry_hash: hash64(
      JSON.stringify([entry.title, entry.published, entry.modified, entry.html, entry.summary]),
    ),
    entry: pack(entry),
    body: JSON.stringify(rest),
  }
}
