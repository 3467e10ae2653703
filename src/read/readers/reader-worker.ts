import { parentPort, workerData } from 'node:worker_threads'
import { extractPage, type RawPage } from '../../gather/format/raw-page.ts'
import type { Article } from '../../model/article.ts'
import type { ReadOptions } from '../read.ts'
import { readOrIssue } from '../read-or-issue.ts'

const options: ReadOptions = workerData

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
