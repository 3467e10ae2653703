import type { Article } from '../model/article.ts'
import type { Reading } from '../model/reading.ts'
import type { Story } from '../model/record.ts'

/** An article's revision with what was read in it. */
export type Kept = { readonly article: Article; readonly reading: Reading }

/** What keeping an article did: new to the record, a new revision of a known one, or nothing new. */
export type Outcome = 'added' | 'revised' | 'unchanged'

/** A hit of full-text search. */
export type Hit = { readonly article: string; readonly score: number }

/** One story's line in a list: what the story page says in full. */
export type StorySummary = {
  readonly id: string
  readonly title: string
  readonly articles: number
  readonly outlets: number
  readonly origins: number
  readonly disputes: number
  readonly first?: string
  readonly last?: string
}

/**
 * The record: an append-only log of articles, readings and corrections, and stories derived from it.
 * Both the SQLite and the PostgreSQL store pass `store.contract.ts`.
 */
export interface Store {
  /** Keeps a batch in one transaction; when it resolves, nothing of the batch can be lost. */
  keep(batch: readonly Kept[]): Promise<readonly { readonly id: string; readonly outcome: Outcome }[]>
  /** The newest revision of an article, or the one named. */
  article(id: string, revision?: string): Promise<Kept | undefined>
  articles(ids: readonly string[]): Promise<readonly Kept[]>
  /** Revisions of an article, oldest first. */
  revisions(id: string): Promise<readonly { readonly revision: string; readonly sequence: number }[]>
  /** Every article id with the sequence number of its newest revision, oldest sequence first, after `since`. */
  log(since?: number): AsyncIterable<{ readonly id: string; readonly sequence: number }>
  /** Replaces stories and removes those named, in one transaction. */
  saveStories(change: { readonly save: readonly Story[]; readonly remove: readonly string[] }): Promise<void>
  /** A story by id or alias. */
  story(id: string): Promise<Story | undefined>
  stories(page?: { readonly limit?: number; readonly offset?: number }): Promise<readonly StorySummary[]>
  /** The story that an article belongs to. */
  storyOf(article: string): Promise<string | undefined>
  search(words: string, limit?: number): Promise<readonly Hit[]>
  /** Small named values: the snapshot of the compare stage, the state of a feed. */
  state(name: string): Promise<string | undefined>
  saveState(name: string, value: string): Promise<void>
  /** A number that grows with every commit by any process: an open page polls it. */
  version(): Promise<number>
  close(): Promise<void>
}
