import { parentPort } from 'node:worker_threads'
import type { Article } from '../../model/article.ts'
import { readOrIssue } from '../read-or-issue.ts'

// Reads the articles of each message and answers with the readings in the same order.
parentPort?.on('message', (articles: readonly Article[]) => {
  parentPort?.postMessage(articles.map(readOrIssue).map((result) => (result.ok ? result.reading : result)))
})
