import type { Change, Claim, Plan, PlanEntry, TimelineEntry } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { dayOfEvent, intervalOf } from './day-of-event.ts'
import { mergeLines } from './merge-lines.ts'
import { tellsNews } from './tells-news.ts'

/** Dated lines of a story by day: plans as they stood, and events that the articles date, one line for what several tell; best supported first on a day. */
export function buildTimeline(
  members: readonly Member[],
  found: {
    readonly plans: readonly Plan[]
    readonly claims: readonly Claim[]
    readonly changes: readonly Change[]
  },
): TimelineEntry[] {
  const support = supportBySpan(found.claims)
  const isOfPlan = spansOfPlans(found.plans)
  const byId = new Map(members.map((member) => [member.article.id, member]))
  const ofPlans = found.plans.flatMap((plan) => linesOf(byId, plan, support))
  const ofEvents = members.flatMap((member) =>
    member.reading.events.flatMap((event): TimelineEntry[] => {
      const { article } = member
      const day = dayOfEvent(member, event)
      const span = { article: article.id, start: event.range.start, end: event.range.end }
      if (day === undefined || !tellsNews(member, event) || isOfPlan(span)) return []
      return [
        {
          ...day,
          status: event.status,
          span: wholeSpan(byId, span),
          ...(article.published === undefined ? {} : { reported: article.published }),
          origins: support(span),
        },
      ]
    }),
  )
  const lines = mergeLines(members, { ofPlans, ofEvents, plans: found.plans })
  return withCounts(lines, found.changes, support).sort(
    (a, b) =>
      a.when.from.localeCompare(b.when.from) ||
      a.when.to.localeCompare(b.when.to) ||
      b.origins - a.origins ||
      (a.reported ?? '~').localeCompare(b.reported ?? '~') ||
      a.span.start - b.span.start,
  )
}

// A count that went on stands on the line of its passage, else on the day on which it was reported.
function withCounts(
  lines: readonly TimelineEntry[],
  changes: readonly Change[],
  support: (span: Span) => number,
): TimelineEntry[] {
  const told = [...lines]
  const ofArticle = new Map<string, number[]>()
  lines.forEach(({ span, plan }, at) => {
    if (plan !== undefined) return
    const known = ofArticle.get(span.article)
    if (known === undefined) ofArticle.set(span.article, [at])
    else known.push(at)
  })
  for (const { relation, slot, about = '', from, to, reported } of changes) {
    if (slot !== 'count' || relation !== 'updates' || reported === undefined) continue
    const count = { about, from: from.value, to: to.value }
    const at = ofArticle.get(to.span.article)?.find((place) => isAt(told[place]?.span, to.span))
    const line = at === undefined ? undefined : told[at]
    const day = reported.slice(0, 10)
    if (at !== undefined && line !== undefined && line.count === undefined) told[at] = { ...line, count }
    else
      told.push({
        when: { from: day, to: day },
        status: 'happened',
        span: to.span,
        reported,
        origins: support(to.span),
        count,
      })
  }
  return told
}

function isAt(a: Span | undefined, b: Span): boolean {
  return a !== undefined && overlaps(a, b)
}

type ById = ReadonlyMap<string, Member>

function spansOfPlans(plans: readonly Plan[]): (span: Span) => boolean {
  const byArticle = new Map<string, Span[]>()
  for (const { span } of plans.flatMap(({ history }) => history)) {
    const known = byArticle.get(span.article)
    if (known === undefined) byArticle.set(span.article, [span])
    else known.push(span)
  }
  return (span) => (byArticle.get(span.article) ?? []).some((other) => overlaps(other, span))
}

/** A line for each day that a plan stood on and each of its states there, by the first that reported it. */
function linesOf(members: ById, plan: Plan, support: (span: Span) => number): TimelineEntry[] {
  const seen = new Set<string>()
  let last: TimelineEntry['when'] | undefined
  return plan.history.flatMap((entry) => {
    const when = dayOfEntry(members, entry) ?? last
    if (when === undefined || entry.revision.includes('change sought')) return []
    last = when
    const isToldAgain = entry.status === 'planned' && seen.has(when.from)
    const key = `${when.from} ${entry.status}`
    if (isToldAgain || seen.has(key)) return []
    seen.add(key).add(when.from)
    return [
      {
        when,
        status: entry.status,
        span: wholeSpan(members, entry.span),
        ...(entry.slots.date?.inferredFrom === undefined
          ? {}
          : { inferredFrom: entry.slots.date.inferredFrom }),
        ...(entry.reported === undefined ? {} : { reported: entry.reported }),
        origins: support(entry.span),
        plan: plan.id,
      },
    ]
  })
}

// "This week" after "on Friday" of that week is no day of its own.
function dayOfEntry(members: ById, { slots }: PlanEntry): TimelineEntry['when'] | undefined {
  const { date } = slots
  if (date === undefined || date.relation === 'coarser') return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(date.value)) return { from: date.value, to: date.value }
  const member = members.get(date.span.article)
  return member?.reading.times.map((time) => intervalOf(time, date.span)).find((found) => found !== undefined)
}

// "would travel to Mirath on Saturday" is told with its subject, where that is short and nobody speaks in it.
function wholeSpan(members: ById, span: Span): Span {
  const member = members.get(span.article)
  if (member === undefined || !/^\p{Ll}/u.test(member.article.text.slice(span.start, span.start + 1)))
    return span
  const sentence = member.reading.sentences.find(({ start, end }) => start <= span.start && span.start < end)
  const before = member.article.text.slice(sentence?.start ?? span.start, span.start)
  return before.length > 80 || /[“”"‘:;]|\b(?:said|told|that|says|say)\b/.test(before)
    ? span
    : { ...span, start: span.start - before.length }
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
