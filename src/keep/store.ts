import type { Features } from '../compare/features/article-features.ts'
import type { Placement } from '../compare/stories/place-article.ts'
import type { Agenda } from '../gather/watch/agenda.ts'
import type { Article } from '../model/article.ts'
import type { Reading } from '../model/reading.ts'
import type { Story } from '../model/record.ts'

/** An article's revision with what was read in it. */
export type Kept = { readonly article: Article; readonly reading: Reading }

/** What keeping an article did: new to the record, a new revision of a known one, or nothing new. */
export type Outcome = 'added' | 'revised' | 'unchanged'

/** An article's place in a story, with what placed it; `key` is its turn in the order of placement. */
export type Placed = {
  readonly key: string
  readonly sequence: number
  readonly features: Features
  readonly placement: Placement
}

/** An article's place without what it is compared by. */
export type Place = Pick<Placed, 'key' | 'placement'>

/** What placement remembers after the turn `key`, having placed `articles` of them, in the words of the compare stage. */
export type PlacementWindow = { readonly key: string; readonly articles: number; readonly body: string }

/** A change of the stories: those to write, those to remove, and how far the log is compared with it. */
export type StoryChange = {
  readonly save: readonly Story[]
  readonly remove: readonly string[]
  /** Articles that were placed, also those that were placed anew. */
  readonly placed?: readonly Placed[]
  /** The log was compared up to `from`, and is compared up to `to` with this change. */
  readonly compared?: { readonly from: number; readonly to: number }
}

/** How much a record holds; `sequence` is the end of the log, `compared` how much of it the stories hold. */
export type Counts = {
  readonly articles: number
  readonly revisions: number
  readonly stories: number
  readonly sequence: number
  readonly compared: number
}

/** A person's decision, appended and never edited: what it is about, what is so, and why. */
export type Correction = {
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly value: string
  readonly by?: string
  readonly at: string
  readonly why?: string
}

/** A hit of full-text search. */
export type Hit = { readonly article: string; readonly score: number }

/** One story's line in a list: what the story page says in full. */
export type StorySummary = {
  readonly id: string
  readonly title: string
  /** The title as words for an address or a command line. */
  readonly slug?: string
  readonly articles: number
  readonly outlets: number
  /** Origins that are certainly apart from one another; `possibleOrigins` counts those that may be, too. */
  readonly origins: number
  readonly possibleOrigins?: number
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
  revisions(
    id: string,
  ): Promise<readonly { readonly revision: string; readonly sequence: number; readonly keptAt?: string }[]>
  /** Every article id with the sequence number of its newest revision, oldest sequence first, after `since`. */
  log(since?: number): AsyncIterable<{ readonly id: string; readonly sequence: number }>
  /** Replaces the newest readings of articles, for a newer reader. */
  reread(readings: readonly Reading[]): Promise<void>
  /**
   * Replaces stories and removes those named, in one transaction. When `compared.from` is no longer how far the log is
   * compared, another process was faster: nothing is changed and the answer is `stale`.
   */
  saveStories(change: StoryChange): Promise<'saved' | 'stale'>
  /** Articles as they were placed, in the order of placement, after the turn `after`. */
  placed(after?: string): AsyncIterable<Placed>
  /** The places of these articles, those that have one. */
  placesOf(articles: readonly string[]): Promise<readonly Placed[]>
  /** The places that a story holds. */
  placesIn(story: string): Promise<readonly Place[]>
  /** The latest window that no earlier article has come before since it was kept. */
  window(): Promise<PlacementWindow | undefined>
  /** Keeps a window in place of those before, unless the log is no longer compared up to `compared`. */
  saveWindow(window: PlacementWindow, compared: number): Promise<'saved' | 'stale'>
  /** Forgets stories, places and windows, and that anything was compared: the log alone is left. */
  forgetStories(): Promise<void>
  /** Articles whose id begins so, at most ten; an id itself comes alone. */
  findArticles(beginning: string): Promise<readonly string[]>
  /** Stories that a reference names, at most ten: by id, alias, slug of the title, or the beginning of an id or slug. */
  findStories(reference: string): Promise<readonly string[]>
  /** Claims, plans, disputes and people whose id begins so, each with a story that holds it, at most ten. */
  findItems(beginning: string): Promise<readonly { readonly item: string; readonly story: string }[]>
  /** A story by id or alias. */
  story(id: string): Promise<Story | undefined>
  stories(page?: { readonly limit?: number; readonly offset?: number }): Promise<readonly StorySummary[]>
  /** Articles of a story that came onto the record after an instant (RFC 3339, UTC), by id. */
  newIn(story: string, since: string): Promise<readonly string[]>
  /** The story that an article belongs to. */
  storyOf(article: string): Promise<string | undefined>
  search(words: string, limit?: number): Promise<readonly Hit[]>
  /** The feeds that are watched, and the pages that they name. */
  readonly agenda: Agenda
  /** Small named values, such as the snapshot of the compare stage. */
  state(name: string): Promise<string | undefined>
  saveState(name: string, value: string): Promise<void>
  /** Appends a decision; the same one twice changes nothing. */
  correct(correction: Correction): Promise<void>
  /** Every decision, oldest first. */
  corrections(): Promise<readonly Correction[]>
  counts(): Promise<Counts>
  /** The end of the log, and how much of it the stories hold: cheap at any size. */
  progress(): Promise<Pick<Counts, 'sequence' | 'compared'>>
  /** A number that grows with every commit by any process: an open page polls it. */
  version(): Promise<number>
  /**
   * Claims the watch of this record, which one process at a time may have; the answer gives it back. Rejects with the
   * `StoreProblem` `watched` where another has it. A process that ends in whatever way has it no more.
   */
  claimWatch(): Promise<() => Promise<void>>
  close(): Promise<void>
}
