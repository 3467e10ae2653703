import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { extractPage, type RawPage } from '../../gather/format/raw-page.ts'
import type { GatherResult } from '../../gather/result.ts'
import type { Article } from '../../model/article.ts'
import type { Reading } from '../../model/reading.ts'
import { allWeightFiles } from '../../text/weight-files.ts'
import type { ReadOptions } from '../read.ts'
import { readOrIssue } from '../read-or-issue.ts'
import type { Work, WorkerStart } from './reader-worker.ts'

/** An article with its reading, or the issue on which the reader broke. */
export type ReadResult = ReturnType<typeof readOrIssue>

/** Finds articles in pages and reads articles beside the thread that keeps them. */
export type Readers = {
  /** Reads a batch; the results come in its order, the same as without workers. */
  readonly read: (articles: readonly Article[]) => Promise<readonly ReadResult[]>
  /** Finds the article of a page: on a worker that has little to do, else here, so that neither side waits for the other. */
  readonly extract: (page: RawPage) => Promise<GatherResult>
  /** Pages that are worth being extracted at once. */
  readonly atOnce: number
  readonly close: () => Promise<void>
}

/** Fewer articles than this are read sooner than a worker has loaded the weights. */
const worthwhile = 24

/** Articles in one message to a worker: small enough to share a batch among them. */
const portion = 8

/** Messages that a worker has waiting at most when it is given a page. */
const mostWaiting = 2

/** Readers on up to `workers` threads, started when a batch is worth it; 0 reads where it is called. */
export function openReaders(workers: number = defaultWorkers(), options: ReadOptions = {}): Readers {
  const pool: Line[] = []
  let isClosed = false
  const leastBusy = () =>
    pool.reduce<Line | undefined>(
      (a, b) => (a !== undefined && a.waiting() <= b.waiting() ? a : b),
      undefined,
    )
  return {
    async read(articles) {
      if (workers === 0 || (pool.length === 0 && articles.length < worthwhile))
        return articles.map((article) => readOrIssue(article, options))
      while (pool.length < workers) pool.push(openLine(options))
      const parts: Promise<readonly ReadResult[]>[] = []
      for (let start = 0; start < articles.length; start += portion) {
        const line = leastBusy()
        if (line !== undefined) parts.push(readOn(line, articles.slice(start, start + portion)))
      }
      return (await Promise.all(parts)).flat()
    },
    async extract(page) {
      const line = leastBusy()
      if (line === undefined || line.waiting() >= mostWaiting) return await extractPage(page)
      try {
        return await extractOn(line, page)
      } catch (error) {
        // A worker that was closed in the middle leaves its page to whoever still waits for it.
        if (isClosed) return await extractPage(page)
        throw error
      }
    },
    atOnce: Math.max(1, workers * mostWaiting),
    async close() {
      isClosed = true
      await Promise.all(pool.map((line) => line.close()))
    },
  }
}

// One core is left to the thread that gathers, keeps and compares. TypeScript sources, as in tests, cannot be started.
function defaultWorkers(): number {
  return import.meta.url.endsWith('.ts') ? 0 : Math.min(4, availableParallelism() - 1)
}

async function readOn(line: Line, articles: readonly Article[]): Promise<readonly ReadResult[]> {
  const answers = (await line.ask({ articles })) as readonly (Reading | (GatherResult & { ok: false }))[]
  return answers.map((answer, i) => {
    if ('ok' in answer) return answer
    const article = articles[i]
    if (article === undefined) throw new Error('a reader answered for an article that it was not given')
    return { ok: true, article, reading: answer }
  })
}

async function extractOn(line: Line, page: RawPage): Promise<GatherResult> {
  const [answer] = (await line.ask({ pages: [page] })) as readonly GatherResult[]
  if (answer === undefined) throw new Error('a reader did not answer for a page')
  return answer
}

type Line = {
  readonly ask: (work: Work) => Promise<unknown>
  /** Messages that are not answered yet. */
  readonly waiting: () => number
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/** A worker and the messages that it has not answered yet; it answers in order. */
function openLine(options: ReadOptions): Line {
  const workerData: WorkerStart = { options, weights: allWeightFiles() }
  const worker = new Worker(new URL('./reader-worker.js', import.meta.url), { workerData })
  const waiting: Waiting[] = []
  let broken: unknown
  const end = (error: unknown) => {
    broken = error
    for (const each of waiting.splice(0)) each.reject(error)
  }
  worker.on('message', (answer: unknown) => waiting.shift()?.resolve(answer))
  worker.on('error', end)
  return {
    ask: (work) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken)
        waiting.push({ resolve, reject })
        worker.postMessage(work)
      }),
    waiting: () => waiting.length,
    async close() {
      await worker.terminate()
      end(new Error('the readers are closed'))
    },
  }
}
