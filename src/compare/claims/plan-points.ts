import type { Plan, PlanEntry, PlanSlot } from '../../model/record.ts'
import { contains, type Span } from '../../model/span.ts'
import type { PlanPoint } from './align.ts'
import type { Statement } from './statements.ts'

/** The state of a plan that a statement tells of: the entry that shares most of its stretch, at least half of the shorter one. */
export function planPoints(plans: readonly Plan[]): (span: Span) => PlanPoint | undefined {
  const entries = entriesByArticle(plans)
  return (span) => {
    let best: { readonly point: PlanPoint; readonly common: number } | undefined
    for (const each of entries.get(span.article) ?? []) {
      const common = commonLength(each.entry.span, span)
      if (common > (best?.common ?? 0)) best = { point: pointOf(each), common }
    }
    return best?.point
  }
}

/** Cuts a statement that tells of several plans: "will meet twice, in Sarn on Tuesday and at a summit in Velm on the 15th" is two. */
export function partsByPlan(plans: readonly Plan[]): (statement: Statement) => readonly Statement[] {
  const entries = entriesByArticle(plans)
  return (statement) => {
    const { span } = statement
    const inside = (entries.get(span.article) ?? [])
      .map(({ entry }) => entry.span)
      .filter((one) => contains(span, one))
      .sort((a, b) => a.start - b.start)
    const apart = inside.filter((one, i) => i === 0 || one.start >= (inside[i - 1]?.end ?? 0))
    if (apart.length < 2) return [statement]
    return apart.map((one, i) => ({
      ...statement,
      span: {
        ...span,
        start: i === 0 ? span.start : one.start,
        end: i < apart.length - 1 ? one.end : span.end,
      },
    }))
  }
}

type Entry = {
  readonly plan: Plan
  readonly entry: PlanEntry
  /** How often each slot of the plan had been changed by then. */
  readonly versions: ReadonlyMap<string, number>
}

function entriesByArticle(plans: readonly Plan[]): ReadonlyMap<string, readonly Entry[]> {
  const byArticle = new Map<string, Entry[]>()
  for (const plan of plans) {
    let versions: ReadonlyMap<string, number> = new Map()
    for (const entry of plan.history) {
      versions = changedBy(versions, entry)
      const known = byArticle.get(entry.span.article)
      if (known === undefined) byArticle.set(entry.span.article, [{ plan, entry, versions }])
      else known.push({ plan, entry, versions })
    }
  }
  return byArticle
}

function commonLength(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common * 2 > Math.min(a.end - a.start, b.end - b.start) ? common : 0
}

function pointOf({ plan, entry, versions }: Entry): PlanPoint {
  const { status, slots } = entry
  const day = slots.date?.value
  const own = changing.filter(({ slot }) => slots[slot] !== undefined)
  return {
    id: plan.id,
    state: stateOf(status, day),
    ...(day === undefined ? {} : { day }),
    versions: new Map(own.map(({ slot }) => [slot, versionOf({ plan, entry, versions }, slot)])),
  }
}

// Each value of articles without a date that differs has a negative number of its own.
function versionOf({ plan: { history }, entry, versions }: Entry, slot: PlanSlot): number {
  const { value, relation } = entry.slots[slot] ?? {}
  if (relation === 'beside') return -1 - history.findIndex(({ slots }) => slots[slot]?.value === value)
  return versions.get(slot) ?? 0
}

function changedBy(
  before: ReadonlyMap<string, number>,
  { revision }: PlanEntry,
): ReadonlyMap<string, number> {
  const changed = changing.filter(({ changes }) => revision.some((one) => changes.test(one)))
  if (changed.length === 0) return before
  return new Map([...before, ...changed.map(({ slot }) => [slot, (before.get(slot) ?? 0) + 1] as const)])
}

// "in Velm", then "moved to Sarn": who names the place tells of the plan as it stood or as it stands.
const changing = [
  { slot: 'venue', changes: /^(?:venue moved|held elsewhere)$/ },
  { slot: 'format', changes: /^format changed$/ },
  { slot: 'participants', changes: /^participant (?:joined|left)$/ },
] as const

// "set for Friday", "confirmed for Friday", "moved to Friday": it is to be on Friday.
function stateOf(status: PlanEntry['status'], day: string | undefined): string {
  if (status === 'postponed') return day === undefined ? status : 'ahead'
  return ['planned', 'confirmed', 'moved', 'resumed'].includes(status) ? 'ahead' : status
}
