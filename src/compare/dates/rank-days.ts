/** An article as date selection sees it: when it was published and which days it mentions. */
export type Dated = { readonly published: string; readonly days: readonly string[] }

/** What tells how important a day is, in order: see `traitsOf`. */
export const dayTraitNames = ['remembered', 'followed', 'published', 'excess'] as const

// How much one standard deviation of each counts; fitted by training/compare/fit-days.mjs, docs/compare.md says what folds give.
const fitted: readonly number[] = [1.34, 0.37, 0.39, -0.75]

/** After so many days a mention is memory, not the news of the day. */
const soon = 3

/** A day of a collection with its traits, each in standard deviations from the collection's mean. */
export type DayTraits = {
  readonly day: string
  /** True where an article mentions it or appeared on it. */
  readonly isNamed: boolean
  readonly traits: readonly number[]
}

/** Days of a collection by importance, most important first, of those between the first and the last publication. */
export function rankDays(
  articles: readonly Dated[],
  weights: readonly number[] = fitted,
): { readonly day: string; readonly weight: number }[] {
  return daysWithTraits(articles)
    .filter(({ isNamed }) => isNamed)
    .map(({ day, traits }) => ({
      day,
      weight: traits.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0),
    }))
    .sort((a, b) => b.weight - a.weight || (a.day < b.day ? -1 : 1))
}

/** All days from the first publication to the last, in order, with what tells how important they are. */
export function daysWithTraits(articles: readonly Dated[]): DayTraits[] {
  const counts = countsOf(articles)
  const { first, last } = counts
  if (first === undefined || last === undefined) return []
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const rows = traitsOf(days, counts)
  const columns = dayTraitNames.map((_, trait) => standardised(rows.map((row) => row[trait] ?? 0)))
  return days.map((day, i) => ({
    day: nameOf(day),
    isNamed: counts.named.has(day),
    traits: columns.map((column) => column[i] ?? 0),
  }))
}

type Counts = {
  readonly first: number | undefined
  readonly last: number | undefined
  /** Days that an article mentions or appeared on. */
  readonly named: ReadonlySet<number>
  readonly published: ReadonlyMap<number, number>
  /** Articles that mention a day within three days, and later. */
  readonly followed: ReadonlyMap<number, number>
  readonly remembered: ReadonlyMap<number, number>
}

function countsOf(articles: readonly Dated[]): Counts {
  const [published, followed, remembered] = [0, 1, 2].map(() => new Map<number, number>())
  const add = (counts: Map<number, number> | undefined, day: number) =>
    counts?.set(day, (counts.get(day) ?? 0) + 1)
  const named = new Set<number>()
  for (const { published: on, days } of articles) {
    const from = numberOf(on)
    if (from === undefined) continue
    add(published, from)
    named.add(from)
    for (const text of new Set(days)) {
      const to = numberOf(text)
      if (to === undefined || standsForMonth(text, from - to)) continue
      named.add(to)
      if (from - to > soon) add(remembered, to)
      else if (from > to) add(followed, to)
    }
  }
  const appeared = [...(published?.keys() ?? [])].sort((a, b) => a - b)
  const none: ReadonlyMap<number, number> = new Map()
  return {
    first: appeared[0],
    last: appeared.at(-1),
    named,
    published: published ?? none,
    followed: followed ?? none,
    remembered: remembered ?? none,
  }
}

// The first of a month that is spoken of from afar is mostly "in June" or "in 2030".
function standsForMonth(day: string, gap: number): boolean {
  return day.endsWith('-01') && Math.abs(gap) > soon
}

/**
 * By how many articles look back on a day from afar, how many mention it within three days, how many appeared on it, and how far
 * the first goes beyond what one expects of the number of articles that came later. That counts against a day: at equal
 * memory, the one that more articles came after is likelier to be on a timeline, which mostly ends before its collection.
 */
function traitsOf(days: readonly number[], counts: Counts): number[][] {
  const { published, followed, remembered } = counts
  const last = days.at(-1) ?? 0
  const later = days.map(() => 0)
  for (let i = days.length - 1, sum = 0; i >= 0; i--) {
    later[i] = sum
    sum += published.get((days[i] ?? last) + soon) ?? 0
  }
  const occasions = later.reduce((sum, each) => sum + each, 0)
  const memories = days.reduce((sum, day) => sum + (remembered.get(day) ?? 0), 0)
  return days.map((day, i) => {
    const back = remembered.get(day) ?? 0
    const expected = occasions === 0 ? 0 : (memories * (later[i] ?? 0)) / occasions
    return [
      Math.log1p(back),
      Math.log1p(followed.get(day) ?? 0),
      Math.log1p(published.get(day) ?? 0),
      Math.log((back + 1) / (expected + 1)),
    ]
  })
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  return values.map((value) => (value - mean) / spread)
}

const length = 86_400_000

function numberOf(day: string): number | undefined {
  const at = Date.parse(day.slice(0, 10))
  return Number.isNaN(at) ? undefined : Math.floor(at / length)
}

function nameOf(day: number): string {
  return new Date(day * length).toISOString().slice(0, 10)
}
