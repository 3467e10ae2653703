import type { Instant } from '../../model/article.ts'
import type { FeedItem } from '../feed/feed-item.ts'

/** How a feed stands: never asked, answering, without an answer since its last good one, gone for good (410). */
export type FeedState = 'new' | 'fine' | 'failing' | 'gone'

/** A feed or news sitemap that is watched, with what its last answers were. */
export type Feed = {
  /** Where it is asked for; a permanent move changes it and leaves `movedFrom`. */
  readonly url: string
  readonly movedFrom?: string
  readonly title?: string
  readonly state: FeedState
  readonly added: Instant
  /** When it is asked next. */
  readonly next: Instant
  readonly checked?: Instant
  readonly succeeded?: Instant
  /** Answers without use in a row. */
  readonly failures: number
  /** What was wrong with the last answer; absent where it was good. */
  readonly error?: string
  readonly etag?: string
  readonly lastModified?: string
  /** Entries that it brought so far, and those of its last good answer. */
  readonly entries: number
  readonly latest: number
}

/** Whether a page is still to be fetched, is on the record, or cannot be had. */
export type PageState = 'waiting' | 'kept' | 'lost'

/** A page that a feed names, until it is on the record and will not be looked at again. */
export type AwaitedPage = {
  /** The page's address; of an entry that has none, the feed's address and the entry's key. */
  readonly url: string
  readonly host: string
  readonly feed: string
  readonly state: PageState
  /** When it is fetched next; a kept page may be looked at again for changes. */
  readonly next?: Instant
  /** Failures in a row, and good answers so far. */
  readonly failures: number
  readonly visits: number
  readonly error?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly entry: FeedItem
}

/** What asking a feed brought: its new standing, the pages that it names, and its former address where it moved. */
export type Poll = {
  readonly feed: Feed
  readonly pages: readonly AwaitedPage[]
  readonly was?: string
}

/** How many pages of a feed are in each state. */
export type PageCounts = Readonly<Record<PageState, number>>

/** What is to be asked next, and what became of it; kept by the record, so that a watch goes on where it stopped. */
export interface Agenda {
  /** All feeds by their address. */
  feeds(): Promise<readonly Feed[]>
  /** Adds feeds; those known already, also under a former address, stay as they are. Answers the addresses that are new. */
  addFeeds(feeds: readonly Feed[]): Promise<readonly string[]>
  /** Removes a feed with the pages that are still to be fetched for it; false where there is none of that address. */
  removeFeed(url: string): Promise<boolean>
  /** Keeps a poll in one transaction; answers how many of its pages are new or have changed. */
  savePoll(poll: Poll): Promise<number>
  /** Pages with a `next`, the earliest first, without those of the hosts named. */
  pages(query: {
    readonly limit: number
    readonly except: readonly string[]
  }): Promise<readonly AwaitedPage[]>
  /** Keeps the standing of pages in one transaction. */
  savePages(pages: readonly AwaitedPage[]): Promise<void>
  /** Puts off what is due of a host until a moment. */
  restHost(host: string, until: Instant): Promise<void>
  /** For each feed that has pages, how many are in each state. */
  pageCounts(): Promise<ReadonlyMap<string, PageCounts>>
}
