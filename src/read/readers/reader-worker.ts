import { parentPort, workerData } from 'node:worker_threads'
import type { Article } from '../../model/article.ts'
import type { ReadOptions } from '../read.ts'
import { readOrIssue } from '../read-or-issue.ts'

const options: ReadOptions = workerData

// Reads the articles of each message and answers with the readings in the same order.
parentPort?.on('message', (articles: readonly Article[]) => {
  const results = articles.map((article) => readOrIssue(article, options))
  parentPort?.postMessage(results.map((result) => (result.ok ? result.reading : result)))
})
