import type { Plan, PlanEntry } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import type { PlanPoint } from './align.ts'

/** The state of a plan that a statement tells of: the entry that shares most of its stretch, at least half of the shorter one. */
export function planPoints(plans: readonly Plan[]): (span: Span) => PlanPoint | undefined {
  const entries = plans.flatMap((plan) => plan.history.map((entry) => ({ plan, entry })))
  return (span) => {
    let best: { readonly point: PlanPoint; readonly common: number } | undefined
    for (const { plan, entry } of entries) {
      const common = commonLength(entry.span, span)
      if (common > (best?.common ?? 0)) best = { point: pointOf(plan, entry), common }
    }
    return best?.point
  }
}

function commonLength(a: Span, b: Span): number {
  if (a.article !== b.article) return 0
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common * 2 > Math.min(a.end - a.start, b.end - b.start) ? common : 0
}

function pointOf(plan: Plan, { status, slots }: PlanEntry): PlanPoint {
  const day = slots.date?.value
  return { id: plan.id, state: stateOf(status, day), ...(day === undefined ? {} : { day }) }
}

// "set for Friday", "confirmed for Friday", "moved to Friday": it is to be on Friday.
function stateOf(status: PlanEntry['status'], day: string | undefined): string {
  if (status === 'postponed') return day === undefined ? status : 'ahead'
  return ['planned', 'confirmed', 'moved', 'resumed'].includes(status) ? 'ahead' : status
}
