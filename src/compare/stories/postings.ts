import { partOf, rowOf, type Shelf } from './shelf.ts'

/** How many articles are kept for a term, its latest ones. */
const most = 64

/** For each term the latest articles that have it: one ring a term, all in one array, in blocks of 2 to 64. */
export type Postings = {
  articles: Int32Array
  /** How much of `articles` is given out, and where blocks of each size were given back: of 2, 4, 8 and so on. */
  used: number
  readonly free: readonly number[][]
  /** By term: where its block begins, and how many articles were entered. */
  start: Int32Array
  entered: Uint32Array
}

/** Postings without articles. */
export function emptyPostings(): Postings {
  return {
    articles: new Int32Array(1024),
    used: 0,
    free: Array.from({ length: 6 }, () => []),
    start: new Int32Array(1024),
    entered: new Uint32Array(1024),
  }
}

/** Enters an article's terms; articles are entered in the order of their numbers. */
export function enterTerms(postings: Postings, shelf: Shelf, number: number): void {
  for (const term of partOf(rowOf(shelf, number), 'terms')) {
    if (term >= postings.start.length) makeRoomFor(postings, term)
    const entered = postings.entered[term] ?? 0
    if (entered < most && (entered === 0 || entered === roomFor(entered))) enlargeBlock(postings, term)
    const room = roomFor(entered + 1)
    postings.articles[(postings.start[term] ?? 0) + (entered & (room - 1))] = number
    postings.entered[term] = entered + 1
  }
}

/** Tells of the latest articles with a term that the shelf still holds, latest first. */
export function eachWith(
  { articles, start, entered }: Postings,
  { term, first }: { readonly term: number; readonly first: number },
  tell: (number: number) => void,
): void {
  const all = entered[term] ?? 0
  const from = start[term] ?? 0
  const mask = roomFor(all) - 1
  for (let i = all - 1; i >= 0 && i >= all - most; i--) {
    const number = articles[from + (i & mask)] ?? 0
    if (number < first) return
    tell(number)
  }
}

/** Gives back what was kept for terms that no article has any more. */
export function forgetTerms(postings: Postings, terms: readonly number[]): void {
  for (const term of terms) {
    const entered = postings.entered[term] ?? 0
    if (entered > 0) postings.free[sizeOf(roomFor(entered))]?.push(postings.start[term] ?? 0)
    postings.entered[term] = 0
  }
}

/** The postings of all articles of a shelf that are no copies. */
export function postingsOf(shelf: Shelf): Postings {
  const postings = emptyPostings()
  for (let number = shelf.first; number < shelf.next; number++) {
    if (shelf.original[number % shelf.capacity] === number) enterTerms(postings, shelf, number)
  }
  return postings
}

// The smallest block that holds so many.
function roomFor(entered: number): number {
  return entered <= 2 ? 2 : entered >= most ? most : 2 ** (32 - Math.clz32(entered - 1))
}

function sizeOf(room: number): number {
  return 30 - Math.clz32(room)
}

function enlargeBlock(postings: Postings, term: number): void {
  const entered = postings.entered[term] ?? 0
  const room = roomFor(entered + 1)
  const start = postings.free[sizeOf(room)]?.pop() ?? grow(postings, room)
  if (entered > 0) {
    const before = postings.start[term] ?? 0
    postings.articles.copyWithin(start, before, before + entered)
    postings.free[sizeOf(roomFor(entered))]?.push(before)
  }
  postings.start[term] = start
}

function grow(postings: Postings, room: number): number {
  const start = postings.used
  postings.used += room
  if (postings.used > postings.articles.length) {
    const larger = new Int32Array(Math.ceil(postings.used * 1.3))
    larger.set(postings.articles)
    postings.articles = larger
  }
  return start
}

function makeRoomFor(postings: Postings, term: number): void {
  const length = Math.ceil((term + 1) * 1.5)
  const start = new Int32Array(length)
  const entered = new Uint32Array(length)
  start.set(postings.start)
  entered.set(postings.entered)
  Object.assign(postings, { start, entered })
}
