import { gather } from './gather/gather.ts'
import type { GatherOptions, GatherResult } from './gather/result.ts'
import { inBatches } from './keep/batches.ts'
import { openPace } from './keep/pace.ts'
import { rereadRecord } from './keep/reread-record.ts'
import { openSettler } from './keep/settle/settle.ts'
import type { Kept, Outcome, Store } from './keep/store.ts'
import type { Issue } from './model/reason.ts'
import { read } from './read/read.ts'
import { readOrIssue } from './read/read-or-issue.ts'

/** What became of one thing that was gathered. */
export type Added =
  | {
      readonly from: string
      readonly outcome: Outcome
      readonly id: string
      readonly issues: readonly Issue[]
    }
  | { readonly from: string; readonly outcome: 'failed'; readonly issues: readonly Issue[] }

/** How to add: `acknowledge` is called for each article once it cannot be lost; `signal` stops after the batch at hand. */
export type AddOptions = {
  readonly batch?: number
  readonly acknowledge?: (added: Added) => void
  readonly progress?: (stage: 'compare', done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** The whole flow: gather → read → keep → compare. Every batch is kept before the next is read. */
export async function addToRecord(
  store: Store,
  inputs: readonly string[],
  options: AddOptions & GatherOptions = {},
) {
  await addArticles(store, gather(inputs, options), options)
}

/** The flow from what was gathered: read, keep, compare. */
export async function addArticles(
  store: Store,
  found: AsyncIterable<GatherResult>,
  options: AddOptions = {},
): Promise<void> {
  const { acknowledge, progress, signal } = options
  const settler = openSettler(store)
  const pace = openPace()
  const size = options.batch ?? 64
  for await (const batch of inBatches(found, size)) {
    const kept: Kept[] = []
    for (const result of batch) {
      const outcome = result.ok ? readOrIssue(result.article) : result
      if (outcome.ok) kept.push(outcome)
      else acknowledge?.({ from: outcome.from, outcome: 'failed', issues: [outcome.issue] })
    }
    const outcomes = await store.keep(kept)
    outcomes.forEach(({ id, outcome }, i) => {
      const article = kept[i]?.article
      acknowledge?.({ from: article?.provenance.from ?? id, id, outcome, issues: article?.issues ?? [] })
    })
    const hasPaused = batch.length < size
    if (hasPaused || pace.isDue()) await pace.take(() => settler.settle({ late: 'wait' }))
    if (signal?.aborted) break
  }
  await settler.settle({ progress: (done, of) => progress?.('compare', done, of) })
}

/** Reads every article again where the reader changed, and makes all stories anew from the log. */
export async function rebuild(store: Store, options: Pick<AddOptions, 'progress'> = {}): Promise<void> {
  await rereadRecord(store, read)
  await store.forgetStories()
  await openSettler(store).settle({ progress: (done, of) => options.progress?.('compare', done, of) })
}
