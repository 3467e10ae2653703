import { gather } from './gather/gather.ts'
import type { GatherOptions, GatherResult } from './gather/result.ts'
import { ahead } from './gather/source/ahead.ts'
import { openWatch, type WatchOptions } from './gather/watch/watch.ts'
import { inBatches } from './keep/batches.ts'
import { openPace } from './keep/pace.ts'
import { rereadRecord } from './keep/reread-record.ts'
import { openSettler } from './keep/settle/settle.ts'
import type { Kept, Outcome, Store } from './keep/store.ts'
import type { Issue } from './model/reason.ts'
import { type ReadOptions, read } from './read/read.ts'
import { readBatch } from './read/readers/read-batch.ts'
import { openReaders, type Readers } from './read/readers/readers.ts'

/** What became of one thing that was gathered. */
export type Added =
  | {
      readonly from: string
      readonly outcome: Outcome
      readonly id: string
      /** What neither the text nor the caller states of it. */
      readonly lacks: readonly ('published' | 'outlet')[]
      readonly issues: readonly Issue[]
    }
  | { readonly from: string; readonly outcome: 'failed'; readonly issues: readonly Issue[] }

/** How to add: `acknowledge` is called for each article once it cannot be lost; `signal` stops after the batch at hand. */
export type AddOptions = {
  readonly batch?: number
  /** Threads that read; 0 reads where everything else happens. As many as the machine has cores to spare, unless told. */
  readonly workers?: number
  /** How the articles are read. */
  readonly reading?: ReadOptions
  readonly acknowledge?: (added: Added) => void
  readonly progress?: (stage: 'compare', done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** The whole flow: gather → read → keep → compare. Every batch is kept before the next is read. */
export async function addToRecord(
  store: Store,
  inputs: readonly string[],
  options: AddOptions & GatherOptions = {},
): Promise<void> {
  const readers = openReaders(options.workers, options.reading)
  const { extract, atOnce } = readers
  try {
    await addFound(store, gather(inputs, { extract, atOnce, ...options }), { ...options, readers })
  } finally {
    await readers.close()
  }
}

type Means = AddOptions & {
  readonly readers: Readers
  /** Hears where a batch came from before it is acknowledged. */
  readonly settle?: (from: readonly string[]) => Promise<void>
}

/** The flow from what was gathered: read, keep, compare. */
export async function addArticles(
  store: Store,
  found: AsyncIterable<GatherResult>,
  options: AddOptions = {},
): Promise<void> {
  const readers = openReaders(options.workers, options.reading)
  try {
    await addFound(store, found, { ...options, readers })
  } finally {
    await readers.close()
  }
}

async function addFound(store: Store, found: AsyncIterable<GatherResult>, means: Means): Promise<void> {
  const { acknowledge, progress, readers, settle, signal } = means
  const size = means.batch ?? 64
  const settler = openSettler(store)
  const pace = openPace()
  for await (const batch of ahead(inBatches(found, size), (some) => readBatch(some, readers), 2)) {
    const outcomes = await store.keep(batch.kept)
    await settle?.([...batch.failed.map(({ from }) => from), ...batch.kept.map(fromOf)])
    for (const { from, issue } of batch.failed) acknowledge?.({ from, outcome: 'failed', issues: [issue] })
    outcomes.forEach(({ id, outcome }, i) => {
      const kept = batch.kept[i]
      if (kept === undefined) return
      const { issues } = kept.article
      acknowledge?.({ from: fromOf(kept), id, outcome, lacks: lacksOf(kept), issues })
    })
    const hasPaused = batch.kept.length + batch.failed.length < size
    if (hasPaused || pace.isDue()) await pace.take(() => settler.settle({ late: 'wait' }))
    if (signal?.aborted) break
  }
  await settler.settle({ progress: (done, of) => progress?.('compare', done, of) })
}

function lacksOf({ article }: Kept): ('published' | 'outlet')[] {
  return (['published', 'outlet'] as const).filter((each) => article[each] === undefined)
}

function fromOf({ article }: Kept): string {
  return article.provenance.from
}

/**
 * The flow from the feeds that the record watches, until it is stopped or, with `until: 'idle'`, nothing is left to do now.
 * One process at a time may watch a record. What was acknowledged is not fetched again by the next watch.
 */
export async function watchRecord(store: Store, options: AddOptions & WatchOptions = {}): Promise<void> {
  const release = await store.claimWatch()
  const readers = openReaders(options.workers, options.reading)
  const watch = openWatch(store.agenda, { extract: readers.extract, ...options })
  try {
    await addFound(store, watch.results, { ...options, readers, settle: watch.settle })
  } finally {
    await readers.close()
    await watch.close()
    await release()
  }
}

/** Reads every article again where the reader changed, and makes all stories anew from the log. */
export async function rebuild(
  store: Store,
  options: Pick<AddOptions, 'progress' | 'reading'> = {},
): Promise<void> {
  await rereadRecord(store, (article) => read(article, options.reading))
  await store.forgetStories()
  await openSettler(store).settle({ progress: (done, of) => options.progress?.('compare', done, of) })
}
