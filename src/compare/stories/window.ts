import { type BandTable, emptyBands } from './band-table.ts'
import { emptyPostings, type Postings } from './postings.ts'
import { emptyShelf, type Shelf } from './shelf.ts'
import { emptyVocabulary, type Vocabulary } from './vocabulary.ts'

/** A story as the window remembers it. */
export type WindowStory = {
  /** `s:` and the id of the article that began it. */
  readonly id: string
  /** Milliseconds of the latest article. */
  last: number
  /** Numbers of its articles in the window that are no copies, ascending. */
  members: number[]
  /** True once articles of it have left the window: it then keeps its id whatever it is merged with. */
  isOld: boolean
}

/** Why an article stands in another story than the one it was placed in. */
export type Settled = {
  readonly rule: string
  readonly score: number
  readonly because: readonly string[]
  /** Why it was moved before that, the last move first; the oldest are dropped where there are many. */
  readonly earlier?: readonly Omit<Settled, 'earlier'>[]
}

/** What streaming placement remembers. It is changed in place; `freezeWindow` and `thawWindow` store and restore it. */
export type Window = {
  /** Order key of the latest article placed. */
  latest: string
  clock: number
  nextStory: number
  /** How many of the window's articles count in term frequencies: all but copies. */
  articles: number
  readonly stories: Map<number, WindowStory>
  readonly storyIds: Set<string>
  readonly vocabulary: Vocabulary
  readonly postings: Postings
  readonly shelf: Shelf
  /** Copies in the window by the number of their original. */
  readonly copies: Map<number, number[]>
  /** By number of an article that was moved. */
  readonly settled: Map<number, Settled>
  /** By number of an article: ids of stories that are part of its story by now. */
  readonly carried: Map<number, readonly string[]>
  bands: BandTable
}

/** A story with no article for so many days is no longer a candidate. */
export const windowDays = 14

/** A window that remembers nothing. */
export function emptyWindow(): Window {
  return {
    latest: '',
    clock: 0,
    nextStory: 0,
    articles: 0,
    stories: new Map(),
    storyIds: new Set(),
    vocabulary: emptyVocabulary(),
    postings: emptyPostings(),
    shelf: emptyShelf(),
    copies: new Map(),
    settled: new Map(),
    carried: new Map(),
    bands: emptyBands(),
  }
}

const dayLength = 86_400_000

/** Days since 1970 of a time in milliseconds. */
export function dayOf(at: number): number {
  return Math.floor(at / dayLength)
}
