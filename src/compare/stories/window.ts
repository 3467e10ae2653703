import { type BandTable, emptyBands } from './band-table.ts'

/** A story as the window remembers it: enough to judge whether a new article belongs. */
export type WindowStory = {
  /** `s:` and the id of its first article. */
  readonly id: string
  /** Milliseconds of the first and the latest article. */
  readonly first: number
  last: number
  articles: number
  /** Hashes ascending with summed weights: the centroid, at most 96 terms. */
  terms: Uint32Array
  weights: Float32Array
  names: Uint32Array
  nameWeights: Float32Array
  /** Hashes of its first title's words, ascending. */
  readonly title: Uint32Array
}

/** A remembered sketch: which story its article went to. */
export type WindowSketch = { readonly story: number; readonly at: number; readonly sketch: Uint16Array }

/** What streaming placement remembers. It is changed in place; `freezeWindow` and `thawWindow` store and restore it. */
export type Window = {
  /** Order key of the latest article placed. */
  latest: string
  clock: number
  nextStory: number
  readonly stories: Map<number, WindowStory>
  /** Story numbers by term, newest last, capped. */
  readonly postings: Map<number, number[]>
  /** In how many of the window's articles a term occurs. */
  readonly frequency: Map<number, number>
  readonly days: Map<number, { articles: number; readonly frequency: Map<number, number> }>
  articles: number
  nextSketch: number
  readonly sketches: Map<number, WindowSketch>
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
    stories: new Map(),
    postings: new Map(),
    frequency: new Map(),
    days: new Map(),
    articles: 0,
    nextSketch: 0,
    sketches: new Map(),
    bands: emptyBands(),
  }
}

const dayLength = 86_400_000

/** Days since 1970 of a time in milliseconds. */
export function dayOf(at: number): number {
  return Math.floor(at / dayLength)
}
