import type { Claim, Plan, TimelineEntry } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** Dated lines of a story by day: plans as they last stood, and events that the articles date; best supported first on a day. */
export function buildTimeline(
  members: readonly Member[],
  found: { readonly plans: readonly Plan[]; readonly claims: readonly Claim[] },
): TimelineEntry[] {
  const support = supportBySpan(found.claims)
  const entries = members.flatMap(({ article, reading }) =>
    reading.events.flatMap((event): TimelineEntry[] => {
      const interval = event.times
        .map((time) => reading.times[time]?.interval)
        .find((known) => known !== undefined)
      if (interval === undefined) return []
      const span = { article: article.id, start: event.range.start, end: event.range.end }
      const plan = found.plans.find(({ history }) =>
        history.some((entry) => entry.span.article === article.id && overlaps(entry.span, event.range)),
      )
      return [
        {
          when: interval,
          status: event.status,
          span,
          ...(article.published === undefined ? {} : { reported: article.published }),
          origins: support(span),
          ...(plan === undefined ? {} : { plan: plan.id }),
        },
      ]
    }),
  )
  return withoutRepeats(entries).sort(
    (a, b) =>
      a.when.from.localeCompare(b.when.from) ||
      a.when.to.localeCompare(b.when.to) ||
      b.origins - a.origins ||
      a.span.start - b.span.start,
  )
}

// One line for each plan and day, the first that reported it.
function withoutRepeats(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    if (entry.plan === undefined) return true
    const key = `${entry.plan} ${entry.when.from} ${entry.status}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function supportBySpan(claims: readonly Claim[]): (span: Span) => number {
  const byArticle = new Map<string, { readonly span: Span; readonly certain: number }[]>()
  for (const claim of claims) {
    for (const { span } of claim.carriers) {
      const list = byArticle.get(span.article) ?? []
      list.push({ span, certain: claim.certain })
      byArticle.set(span.article, list)
    }
  }
  return (span) =>
    Math.max(
      1,
      ...(byArticle.get(span.article) ?? [])
        .filter((one) => overlaps(one.span, span))
        .map((one) => one.certain),
    )
}
