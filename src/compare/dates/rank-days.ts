/** An article as date selection sees it: when it was published and which days it mentions. */
export type Dated = { readonly published: string; readonly days: readonly string[]; readonly words: number }

// How much each doubling counts, by logistic regression on news timelines; docs/compare.md says what folds give.
const weights = { remembered: 0.8, followed: 0.55, published: 0.55 }

/** After so many days a mention is memory, not the news of the day. */
const soon = 3

type Counts = { remembered: number; followed: number; published: number }

/**
 * Days of a collection by importance, most important first: by how many articles look back on a day from more than three days
 * later, how many mention it within three days, and how many appeared on it.
 */
export function rankDays(articles: readonly Dated[]): { readonly day: string; readonly weight: number }[] {
  const counts = new Map<string, Counts>()
  const countsOf = (day: string) => {
    const known = counts.get(day) ?? { remembered: 0, followed: 0, published: 0 }
    counts.set(day, known)
    return known
  }
  for (const { published, days } of articles) {
    countsOf(published).published++
    for (const day of new Set(days)) {
      const gap = (Date.parse(published) - Date.parse(day)) / 86_400_000
      const known = countsOf(day)
      if (gap > soon) known.remembered++
      else if (gap > 0) known.followed++
    }
  }
  const appeared = articles.map(({ published }) => published).sort()
  const [first = '', last = ''] = [appeared[0], appeared.at(-1)]
  return [...counts]
    .filter(([day]) => day >= first && day <= last)
    .map(([day, each]) => ({ day, weight: weightOf(each) }))
    .sort((a, b) => b.weight - a.weight || (a.day < b.day ? -1 : 1))
}

function weightOf({ remembered, followed, published }: Counts): number {
  return (
    weights.remembered * Math.log1p(remembered) +
    weights.followed * Math.log1p(followed) +
    weights.published * Math.log1p(published)
  )
}
