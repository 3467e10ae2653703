import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Article } from '../../model/article.ts'
import type { Reading } from '../../model/reading.ts'
import type { Issue } from '../../model/reason.ts'
import type { ReadOptions } from '../read.ts'
import { readOrIssue } from '../read-or-issue.ts'

/** An article with its reading, or the issue on which the reader broke. */
export type ReadResult = ReturnType<typeof readOrIssue>

/** Reads articles beside the thread that keeps them. */
export type Readers = {
  /** Reads a batch; the results come in its order, the same as without workers. */
  readonly read: (articles: readonly Article[]) => Promise<readonly ReadResult[]>
  readonly close: () => Promise<void>
}

/** Fewer articles than this are read sooner than a worker has loaded the weights. */
const worthwhile = 24

/** Articles in one message to a worker: small enough to share a batch among them. */
const portion = 8

/** Readers on up to `workers` threads, started when a batch is worth it; 0 reads where it is called. */
export function openReaders(workers: number = defaultWorkers(), options: ReadOptions = {}): Readers {
  const pool: Line[] = []
  let next = 0
  return {
    async read(articles) {
      if (workers === 0 || (pool.length === 0 && articles.length < worthwhile))
        return articles.map((article) => readOrIssue(article, options))
      while (pool.length < workers) pool.push(openLine(options))
      const parts: Promise<readonly ReadResult[]>[] = []
      for (let start = 0; start < articles.length; start += portion) {
        const line = pool[next++ % pool.length]
        if (line !== undefined) parts.push(line.ask(articles.slice(start, start + portion)))
      }
      return (await Promise.all(parts)).flat()
    },
    async close() {
      await Promise.all(pool.map((line) => line.close()))
    },
  }
}

// One core is left to the thread that gathers, keeps and compares. TypeScript sources, as in tests, cannot be started.
function defaultWorkers(): number {
  return import.meta.url.endsWith('.ts') ? 0 : Math.min(4, availableParallelism() - 1)
}

type Line = {
  readonly ask: (articles: readonly Article[]) => Promise<readonly ReadResult[]>
  readonly close: () => Promise<number>
}

type Waiting = {
  readonly articles: readonly Article[]
  readonly resolve: (results: readonly ReadResult[]) => void
  readonly reject: (error: unknown) => void
}

type Answer = Reading | { readonly ok: false; readonly from: string; readonly issue: Issue }

/** A worker and the messages that it has not answered yet; it answers in order. */
function openLine(options: ReadOptions): Line {
  const worker = new Worker(new URL('./reader-worker.js', import.meta.url), { workerData: options })
  const waiting: Waiting[] = []
  let broken: unknown
  worker.on('message', (answers: readonly Answer[]) => {
    const first = waiting.shift()
    first?.resolve(answers.map((answer, i) => resultOf(answer, first.articles[i])))
  })
  worker.on('error', (error) => {
    broken = error
    for (const each of waiting.splice(0)) each.reject(error)
  })
  return {
    ask: (articles) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken)
        waiting.push({ articles, resolve, reject })
        worker.postMessage(articles)
      }),
    close: () => worker.terminate(),
  }
}

function resultOf(answer: Answer, article: Article | undefined): ReadResult {
  if ('ok' in answer) return answer
  if (article === undefined) throw new Error('a reader answered for an article that it was not given')
  return { ok: true, article, reading: answer }
}
