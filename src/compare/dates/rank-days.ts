/** An article as date selection sees it: when it was published and which days it mentions. */
export type Dated = { readonly published: string; readonly days: readonly string[]; readonly words: number }

/**
 * Days of a collection by importance, most important first: each article's day of publication counts a little, each
 * mention counts more the more others agree, and a day right before publication counts as news rather than memory.
 */
export function rankDays(articles: readonly Dated[]): { readonly day: string; readonly weight: number }[] {
  const published = new Map<string, number>()
  const mentioned = new Map<string, number>()
  let first = ''
  let last = ''
  for (const { published: on, days } of articles) {
    add(published, on, 1)
    if (first === '' || on < first) first = on
    if (on > last) last = on
    for (const day of new Set(days)) add(mentioned, day, recency(on, day))
  }
  const days = new Set([...published.keys(), ...mentioned.keys()])
  return [...days]
    .filter((day) => day >= first && day <= last)
    .map((day) => ({ day, weight: (mentioned.get(day) ?? 0) + 0.25 * (published.get(day) ?? 0) }))
    .sort((a, b) => b.weight - a.weight || (a.day < b.day ? -1 : 1))
}

// A day that is still written about later matters more than the day before's news.
function recency(published: string, day: string): number {
  const gap = Math.abs(Date.parse(published) - Date.parse(day)) / 86_400_000
  if (Number.isNaN(gap)) return 0
  return gap <= 1 ? 1 : 1.5
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
