import { parentPort, workerData } from 'node:worker_threads'
import { extractPage, type RawPage } from '../../gather/format/raw-page.ts'
import type { Article } from '../../model/article.ts'
import { provideWeights } from '../../text/weight-files.ts'
import type { ReadOptions } from '../read.ts'
import { readOrIssue } from '../read-or-issue.ts'

/** What a worker is started with: how to read, and the weights that it shares with the thread that starts it. */
export type WorkerStart = {
  readonly options: ReadOptions
  readonly weights: ReadonlyMap<string, Uint8Array>
}

const { options, weights }: WorkerStart = workerData
for (const [name, bytes] of weights) provideWeights(name, bytes)

/** What a worker is asked for: to read articles, or to find the articles of pages. */
export type Work = { readonly articles: readonly Article[] } | { readonly pages: readonly RawPage[] }

// One message after the other is answered, each with its results in the same order.
let turn: Promise<void> = Promise.resolve()
parentPort?.on('message', (work: Work) => {
  turn = turn.then(async () => {
    const answer =
      'pages' in work ? await Promise.all(work.pages.map(extractPage)) : work.articles.map(reading)
    parentPort?.postMessage(answer)
  })
})

function reading(article: Article) {
  const result = readOrIssue(article, options)
  return result.ok ? result.reading : result
}
