import type { BriefLine, Change, Claim, Dispute, Plan } from '../../model/record.ts'

const most = 8

/** The story in its own sentences: best-founded claims first, then where plans stand; each line marked disputed, changed or single-origin. */
export function writeBrief(found: {
  readonly claims: readonly Claim[]
  readonly plans: readonly Plan[]
  readonly disputes: readonly Dispute[]
  readonly changes: readonly Change[]
}): BriefLine[] {
  const disputed = new Set(found.disputes.flatMap((dispute) => dispute.claims))
  const changed = new Set(found.changes.map((change) => change.plan))
  const claims = [...found.claims]
    .filter((claim) => claim.certain > 0)
    .sort(
      (a, b) =>
        b.certain - a.certain ||
        b.levels.outlets - a.levels.outlets ||
        b.carriers.length - a.carriers.length ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, most)
  const plans = found.plans.flatMap((plan): BriefLine[] => {
    const last = plan.history.at(-1)
    if (last === undefined) return []
    return [{ span: last.span, plan: plan.id, ...(changed.has(plan.id) ? { state: 'changed' } : {}) }]
  })
  return [...claims.map((claim) => lineOf(claim, disputed)), ...plans]
}

function lineOf(claim: Claim, disputed: ReadonlySet<string>): BriefLine {
  const state = disputed.has(claim.id) ? 'disputed' : claim.certain < 2 ? 'single-origin' : undefined
  return { span: claim.gist, claim: claim.id, ...(state === undefined ? {} : { state }) }
}
