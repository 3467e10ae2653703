import type { Kysely } from 'kysely'

/** Packed JSON: see {@link pack}. */
type Packed = Uint8Array

/** The tables of a record, the same in every database; `docs/storage.md` says what each is for. */
export type Tables = {
  /** The newest revision of each article, with what lists need. */
  article: {
    article_id: string
    revision: string
    sequence: number
    outlet: string | null
    title: string | null
    url: string | null
    published: string | null
    modified: string | null
  }
  /** Append-only: every revision of every article that was ever kept. */
  revision: {
    article_id: string
    revision: string
    sequence: number
    kept_at: string
    text: string
    article: Packed
  }
  /** What was read in a revision; made again when the reader changes. */
  reading: { article_id: string; revision: string; reader: string; body: Packed }
  /** Append-only: what people decided. */
  correction: { correction_id: string; sequence: number; body: string }
  /** Derived: a whole story, with what lists need. */
  story: {
    story_id: string
    slug: string
    title: string
    articles: number
    outlets: number
    origins: number
    possible_origins: number
    disputes: number
    first: string | null
    last: string | null
    /** Milliseconds of `last`, for order. */
    last_at: number | null
    body: Packed
  }
  story_article: { article_id: string; story_id: string }
  /** Which story holds a claim, plan, dispute or person: ids of the stories' parts. */
  story_item: { item_id: string; story_id: string }
  story_alias: { alias: string; story_id: string }
  /** Derived: what story placement knows of an article, in the order in which articles are placed. */
  placement: {
    article_id: string
    place_key: string
    sequence: number
    story_id: string
    features: Packed
    placement: string
  }
  /** What placement remembers after the article of that key; removed when an earlier article arrives. */
  placement_window: { place_key: string; articles: number; body: Packed }
  /** A feed that is watched: a `Feed` in JSON. */
  feed: { feed_url: string; body: string }
  /** A page that a feed names; `next_at`, in milliseconds, is absent where it will not be fetched again. */
  awaited_page: {
    page_url: string
    host: string
    feed_url: string
    state: 'waiting' | 'kept' | 'lost'
    next_at: number | null
    entry_hash: string
    entry: Packed
    body: string
  }
  state: { name: string; value: string }
  /** `sequence` numbers the log, `version` counts commits, `compared` is the last sequence that stories hold. */
  counter: { name: string; value: number }
}

/** A connection or transaction over the tables of a record. */
export type Database = Kysely<Tables>
