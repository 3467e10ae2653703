import type { Database } from './schema.ts'
import type { Hit } from './store.ts'

/** The words of an article's newest revision. `row` is its place in the log, which no other revision shares. */
export type Words = {
  readonly article: string
  readonly row: number
  readonly title: string
  readonly outlet: string
  readonly text: string
}

/** Full-text search: the only part of a store that is written once for each database. */
export interface FullText {
  /** Makes the index when there is none. */
  create(database: Database): Promise<void>
  add(database: Database, words: readonly Words[]): Promise<void>
  /** Forgets revisions that are no longer an article's newest, by their place in the log. */
  remove(database: Database, rows: readonly number[]): Promise<void>
  search(database: Database, words: string, limit: number): Promise<readonly Hit[]>
}
