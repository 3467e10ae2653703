import type { EventStatus } from '../../model/reading.ts'
import type { TimelineEntry } from '../../model/record.ts'
import { type Evidence, evidenceOf, type StoryContext } from './evidence.ts'
import type { PlanView } from './plan-view.ts'
import { rangeInWords } from './wording.ts'

/** One dated line: when it happened or is to happen, and when it was first reported. */
export type TimelineLine = {
  readonly from: string
  readonly to: string
  readonly when: string
  readonly status: EventStatus
  readonly evidence: Evidence
  readonly reported?: string
  readonly origins: number
  /** How many other passages tell the same of the same day. */
  readonly also: number
  /** What this report changed: slots of a plan, a count of people. */
  readonly changes: readonly { readonly slot: string; readonly from?: string; readonly to: string }[]
  /** True when a later report of the same plan replaced this day. */
  readonly isReplaced: boolean
  readonly isPlan: boolean
  /** The words of another article that fix a day which its own article leaves open. */
  readonly inferredFrom?: Evidence
  /** True for a line of the short timeline: one of a plan or a count that changed, or one that several origins or passages stand behind. */
  readonly isKey: boolean
}

/** A story's timeline in order of the day meant, with what became of each plan. */
export function timelineView(context: StoryContext, plans: readonly PlanView[]): TimelineLine[] {
  const lines = context.story.timeline
    .flatMap((entry) => lineOf(context, plans, entry) ?? [])
    .sort((a, b) => order(a.from, b.from) || order(a.reported ?? '~', b.reported ?? '~'))
  return lines.filter((line, i) => !lines.slice(0, i).some((earlier) => isSame(earlier, line)))
}

/** The short timeline: lines of plans and of several origins; where there are few, what happened or is planned on a day fills up. */
export function keyLines(lines: readonly TimelineLine[]): readonly TimelineLine[] {
  const wanted = 10
  const chosen = new Set(lines.filter((line) => line.isKey).slice(0, wanted))
  for (const line of lines) {
    if (chosen.size >= wanted) break
    if (line.from === line.to && line.status !== 'unknown' && line.status !== 'conditional') chosen.add(line)
  }
  return chosen.size === 0 ? lines.slice(0, wanted) : lines.filter((line) => chosen.has(line))
}

function lineOf(
  context: StoryContext,
  plans: readonly PlanView[],
  entry: TimelineEntry,
): TimelineLine | undefined {
  const evidence = evidenceOf(context, entry.span)
  if (evidence === undefined) return undefined
  const inferredFrom = entry.inferredFrom === undefined ? undefined : evidenceOf(context, entry.inferredFrom)
  const plan = plans.find((each) => each.id === entry.plan)
  const step = plan?.history.find(
    ({ evidence: { span } }) => span.article === entry.span.article && span.start === entry.span.start,
  )
  return {
    from: entry.when.from,
    to: entry.when.to,
    when: rangeInWords(entry.when.from, entry.when.to),
    status: entry.status,
    evidence,
    reported: entry.reported,
    origins: entry.origins,
    changes: [
      ...(step?.changes.filter((change) => change.from !== undefined) ?? []),
      ...(entry.count === undefined
        ? []
        : [{ slot: entry.count.about, from: entry.count.from, to: entry.count.to }]),
    ],
    also: entry.also?.length ?? 0,
    ...(inferredFrom === undefined ? {} : { inferredFrom }),
    isPlan: entry.plan !== undefined,
    isKey:
      entry.plan !== undefined || entry.count !== undefined || entry.origins > 1 || entry.also !== undefined,
    isReplaced: plan !== undefined && entry.status === 'planned' && isSuperseded(plan, entry),
  }
}

// A copied passage says the same of the same day, and a clause may stand twice for two events that it holds.
function isSame(a: TimelineLine, b: TimelineLine): boolean {
  return a.when === b.when && a.status === b.status && a.evidence.quote === b.evidence.quote
}

function isSuperseded(plan: PlanView, entry: TimelineEntry): boolean {
  const day = rangeInWords(entry.when.from, entry.when.to)
  const dates = plan.slots.find((slot) => slot.slot === 'date')?.values ?? []
  return dates.some((value) => value.isReplaced && value.words === day)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
