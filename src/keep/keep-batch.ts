import type { Article } from '../model/article.ts'
import { lockedCounter, setCounter, versionGrows } from './counters.ts'
import type { FullText } from './full-text.ts'
import { pack } from './pack.ts'
import type { Database, Tables } from './schema.ts'
import { slices } from './slices.ts'
import type { Kept, Outcome } from './store.ts'

/** What becomes of each article of a batch, in its order. */
export type Kepts = readonly { readonly id: string; readonly outcome: Outcome }[]

/**
 * Writes a batch inside a transaction: revisions that the record lacks go to the log, and the newest of each article
 * becomes its head. Revisions that it has change nothing.
 */
export async function keepBatch(
  transaction: Database,
  fullText: FullText,
  batch: readonly Kept[],
): Promise<Kepts> {
  const log = await lockedCounter(transaction, 'sequence')
  const known = await knownOf(transaction, batch)
  const fresh: Placed[] = []
  const replaced: number[] = []
  const outcomes = batch.map(({ article, reading }) => {
    const { id, revision } = article
    if (known.revisions.has(`${id} ${revision}`)) return { id, outcome: 'unchanged' as const }
    known.revisions.add(`${id} ${revision}`)
    const before = known.heads.get(id)
    const sequence = log + fresh.length + 1
    fresh.push({ article, reading, sequence })
    if (before === undefined || isNewer(article, before)) {
      if (before !== undefined) replaced.push(before.sequence)
      known.heads.set(id, { ...momentOf(article), sequence })
    }
    return { id, outcome: before === undefined ? ('added' as const) : ('revised' as const) }
  })
  if (fresh.length === 0) return outcomes
  const heads = fresh.filter((each) => known.heads.get(each.article.id)?.sequence === each.sequence)
  await writeLog(transaction, fresh)
  await writeHeads(transaction, heads)
  await fullText.remove(
    transaction,
    replaced.filter((sequence) => sequence <= log),
  )
  await fullText.add(transaction, heads.map(wordsOf))
  await setCounter(transaction, 'sequence', log + fresh.length)
  await versionGrows(transaction)
  return outcomes
}

type Placed = Kept & { readonly sequence: number }
type Head = { readonly moment?: number; readonly sequence: number }

async function knownOf(transaction: Database, batch: readonly Kept[]) {
  const revisions = new Set<string>()
  const heads = new Map<string, Head>()
  for (const ids of slices([...new Set(batch.map((each) => each.article.id))], 500)) {
    const rows = await transaction
      .selectFrom('revision')
      .innerJoin('article', 'article.article_id', 'revision.article_id')
      .select([
        'revision.article_id',
        'revision.revision',
        'article.sequence',
        'article.published',
        'article.modified',
      ])
      .where('revision.article_id', 'in', ids)
      .execute()
    for (const row of rows) {
      revisions.add(`${row.article_id} ${row.revision}`)
      const moment = momentOf({ published: row.published ?? undefined, modified: row.modified ?? undefined })
      heads.set(row.article_id, { ...moment, sequence: Number(row.sequence) })
    }
  }
  return { revisions, heads }
}

// Dated revisions stand in the order of their dates however they arrive; others in the order of arrival.
function isNewer(article: Article, head: Head): boolean {
  const { moment } = momentOf(article)
  return moment === undefined || head.moment === undefined || moment >= head.moment
}

function momentOf(article: Pick<Article, 'published' | 'modified'>): { moment?: number } {
  const moment = Date.parse(article.modified ?? article.published ?? '')
  return Number.isNaN(moment) ? {} : { moment }
}

async function writeLog(transaction: Database, fresh: readonly Placed[]): Promise<void> {
  const kept_at = new Date().toISOString()
  for (const some of slices(fresh, 32)) {
    const revisions: Tables['revision'][] = []
    const readings: Tables['reading'][] = []
    for (const { article, reading, sequence } of some) {
      const { text, ...rest } = article
      const key = { article_id: article.id, revision: article.revision }
      revisions.push({ ...key, sequence, kept_at, text, article: pack(rest) })
      readings.push({ ...key, reader: reading.reader, body: pack(reading) })
    }
    await transaction.insertInto('revision').values(revisions).execute()
    await transaction.insertInto('reading').values(readings).execute()
  }
}

async function writeHeads(transaction: Database, heads: readonly Placed[]): Promise<void> {
  for (const some of slices(heads, 32)) {
    await transaction
      .insertInto('article')
      .values(some.map(headOf))
      .onConflict((conflict) =>
        conflict.column('article_id').doUpdateSet((row) => ({
          revision: row.ref('excluded.revision'),
          sequence: row.ref('excluded.sequence'),
          outlet: row.ref('excluded.outlet'),
          title: row.ref('excluded.title'),
          url: row.ref('excluded.url'),
          published: row.ref('excluded.published'),
          modified: row.ref('excluded.modified'),
        })),
      )
      .execute()
  }
}

function headOf({ article, sequence }: Placed): Tables['article'] {
  return {
    article_id: article.id,
    revision: article.revision,
    sequence,
    outlet: article.outlet ?? null,
    title: article.title ?? null,
    url: article.url ?? null,
    published: article.published ?? null,
    modified: article.modified ?? null,
  }
}

function wordsOf({ article, sequence }: Placed) {
  return {
    article: article.id,
    row: sequence,
    title: article.title ?? '',
    outlet: article.outlet ?? '',
    text: article.text,
  }
}
