import { leastOdds, type Neighbour } from './neighbours.ts'
import { type Shelf, shelfSizes } from './shelf.ts'
import { type CompanyWeights, weights } from './weights.ts'

/** What else is near two articles that are near each other, in log-odds and logarithms of sums. */
export type Company = { readonly [measure in Exclude<keyof CompanyWeights, 'bias'>]: number }

/** Neighbours of articles in rows of fixed width, by number plus one, with their log-odds times 100, the nearest first. */
export type Nearby = {
  readonly near: Int32Array
  readonly odds: Int16Array
  /** The first article that counts, and how many at most: numbers are told apart by their rest. */
  readonly first: number
  readonly capacity: number
  /** Where an article's row begins; -1 where it has none. */
  readonly startOf: (number: number) => number
}

const width = shelfSizes.near
const least = leastOdds * 100
const most = 800

/** Pairs with lower log-odds (times 100) are not weighed in company. */
const weighedFrom = -500

/**
 * The neighbours of articles among each other, with log-odds that regard what else is near: two articles are of one story not
 * for being alike alone, but where what is near one is near the other, and neither is much nearer to something else. Weighed
 * twice: the second time the company is known better.
 */
export function inCompany(shelf: Shelf, members: readonly number[]): Nearby {
  const [first, again] = weights.company
  return reweighed(reweighed(nearbyOf(shelf), members, first), members, again)
}

/** The neighbours that a shelf remembers. */
export function nearbyOf(shelf: Shelf): Nearby {
  const { near, odds, capacity, first } = shelf
  // Of an article that left the window nothing is told.
  return {
    near,
    odds,
    first,
    capacity,
    startOf: (number) => (number < first ? -1 : (number % capacity) * width),
  }
}

/** The neighbours in an article's row, nearest first. */
export function neighboursIn({ near, odds, startOf }: Nearby, article: number): Neighbour[] {
  const start = startOf(article)
  const found: Neighbour[] = []
  for (let i = start; i < start + width && (near[i] ?? 0) > 0; i++) {
    found.push({ number: (near[i] ?? 0) - 1, odds: (odds[i] ?? 0) / 100 })
  }
  return found
}

/** The neighbours of articles, of whose own neighbours something is known, with their log-odds in company. */
export function reweighed(from: Nearby, members: readonly number[], by: CompanyWeights): Nearby {
  const places = new Map(members.map((member, i) => [member, i * width]))
  const near = new Int32Array(members.length * width)
  const odds = new Int16Array(members.length * width)
  for (const member of members) {
    const found = new Map<number, number>()
    forCompanies(from, member, (number, company) => {
      const inHundredths = Math.round(100 * weighed(company, by))
      if (inHundredths > least) found.set(number, Math.min(most, inHundredths))
    })
    const start = places.get(member) ?? 0
    ;[...found]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .forEach(([number, each], i) => {
        near[start + i] = number + 1
        odds[start + i] = each
      })
  }
  return {
    near,
    odds,
    first: from.first,
    capacity: from.capacity,
    startOf: (number) => places.get(number) ?? -1,
  }
}

/** Tells of each neighbour of an article that is near enough what company the two keep. */
export function forCompanies(
  from: Nearby,
  article: number,
  tell: (number: number, company: Company) => void,
): void {
  const { near, odds, first, capacity, startOf } = from
  const start = startOf(article)
  const held: number[] = []
  for (let i = start; i < start + width && (near[i] ?? 0) > 0; i++) {
    if ((near[i] ?? 0) > first) held.push(i)
  }
  if (marks.length < capacity) marks = new Int16Array(capacity)
  let expected = 0
  let apart = 0
  for (const i of held) {
    const here = odds[i] ?? 0
    marks[((near[i] ?? 0) - 1) % capacity] = here - least + 1
    expected += chanceOf(here)
    apart += chanceOf(here) * (here - least)
  }
  for (const [place, i] of held.entries()) {
    const other = (near[i] ?? 0) - 1
    const own = odds[i] ?? 0
    if (own <= weighedFrom || startOf(other) < 0) continue
    const nearest = odds[held[place === 0 ? 1 : 0] ?? -1] ?? least
    const aside = {
      article,
      nearest,
      expected: expected - chanceOf(own),
      apart: apart - chanceOf(own) * (own - least),
    }
    tell(other, companyOf(from, aside, { other, own }))
  }
  for (const i of held) marks[((near[i] ?? 0) - 1) % capacity] = 0
}

// How near the article at hand is to others, where it is: above 0, and all 0 again for the next article.
let marks = new Int16Array(1024)

/** An article with the sums over its neighbours but the one that it is weighed with. */
type Aside = {
  readonly article: number
  readonly nearest: number
  readonly expected: number
  readonly apart: number
}

function companyOf(
  { near, odds, first, capacity, startOf }: Nearby,
  aside: Aside,
  { other, own }: { readonly other: number; readonly own: number },
): Company {
  let { apart } = aside
  let nearest = least
  let expected = 0
  let common = least
  let commonToo = least
  let commonAll = 0
  const start = startOf(other)
  for (let i = start; i < start + width && (near[i] ?? 0) > 0; i++) {
    const number = (near[i] ?? 0) - 1
    if (number < first || number === aside.article) continue
    const there = odds[i] ?? 0
    const chance = chanceOf(there)
    expected += chance
    if (there > nearest) nearest = there
    const mark = marks[number % capacity] ?? 0
    const here = mark === 0 ? least : mark - 1 + least
    if (mark > 0) {
      const both = Math.min(here, there)
      if (both > common) {
        commonToo = common
        common = both
      } else if (both > commonToo) commonToo = both
      commonAll += chanceOf(here) * chance
      apart -= chanceOf(here) * (Math.min(here, there) - least)
    }
    if (there > here) apart += chance * (there - here)
  }
  return {
    own: own / 100,
    farther: Math.min(aside.nearest, nearest) / 100,
    nearer: Math.max(aside.nearest, nearest) / 100,
    behind: Math.max(0, Math.max(aside.nearest, nearest) - own) / 100,
    behindBoth: (Math.max(0, aside.nearest - own) + Math.max(0, nearest - own)) / 100,
    common: common / 100,
    commonToo: commonToo / 100,
    commonAll: Math.log1p(commonAll),
    apart: Math.log1p(Math.max(0, apart) / 100),
    fewer: Math.log1p(Math.min(aside.expected, expected)),
    more: Math.log1p(Math.max(aside.expected, expected)),
  }
}

function weighed(company: Company, by: CompanyWeights): number {
  return (
    by.bias +
    by.own * company.own +
    by.farther * company.farther +
    by.nearer * company.nearer +
    by.behind * company.behind +
    by.behindBoth * company.behindBoth +
    by.common * company.common +
    by.commonToo * company.commonToo +
    by.commonAll * company.commonAll +
    by.apart * company.apart +
    by.fewer * company.fewer +
    by.more * company.more
  )
}

const chances = Float64Array.from(
  { length: most - least + 1 },
  (_, i) => 1 / (1 + Math.exp(-(i + least) / 100)),
)

// Of log-odds times 100.
function chanceOf(odds: number): number {
  return chances[odds - least] ?? 0
}
