import type { Account, Change, Plan, PlanEntry, PlanSlot, SlotValue } from '../../model/record.ts'

/** Slots of a plan that took a newer or a finer value, and its changes of status, in order of report. */
export function findChanges(plans: readonly Plan[]): Change[] {
  return plans.flatMap(changesOf)
}

function changesOf(plan: Plan): Change[] {
  const latest = new Map<PlanSlot, Account>()
  const changes: Change[] = []
  let before: PlanEntry | undefined
  for (const entry of plan.history) {
    const told = changesBy(entry, before, latest)
    const reported = entry.reported === undefined ? {} : { reported: entry.reported }
    changes.push(...told.map((change) => ({ ...change, plan: plan.id, ...reported })))
    if (before === undefined || !isUnordered(entry)) before = entry
  }
  return changes
}

function changesBy(
  entry: PlanEntry,
  before: PlanEntry | undefined,
  latest: Map<PlanSlot, Account>,
): Change[] {
  const changes: Change[] = []
  for (const [slot, value] of slotsOf(entry)) {
    const to = accountOf(value, entry)
    const from = latest.get(slot) ?? dayOf(slot, latest)
    if (from !== undefined && (to.relation === 'coarser' || to.relation === 'beside' || isOpen(to))) continue
    latest.set(slot, to)
    if (from === undefined || isOpen(from)) continue
    if (to.relation === 'finer' || from === dayOf(slot, latest))
      changes.push({
        relation: 'refines',
        slot,
        from,
        to,
        kind: `${slot} told more closely`,
        rules: ['CHN-FINER'],
      })
    else if (!agree(from.value, to.value)) {
      const kind = entry.revision[0] ?? `${slot} changed`
      changes.push({ relation: 'updates', slot, from, to, kind, rules: ['CHN-PLAN'] })
    }
  }
  if (before === undefined || before.status === entry.status || isUnordered(entry)) return changes
  const isFailed = entry.status === 'not-held'
  return [
    ...changes,
    {
      relation: isFailed ? 'failed' : 'updates',
      slot: 'status',
      from: accountOf({ value: before.status, span: before.span }, before),
      to: accountOf({ value: entry.status, span: entry.span }, entry),
      kind: isFailed ? 'did not take place' : `now ${entry.status}`,
      rules: [isFailed ? 'CHN-FAILED-PLAN' : 'CHN-PLAN'],
    },
  ]
}

// What an article without a date has of a plan may have come before what others have, or after.
function isUnordered({ reported, status }: PlanEntry): boolean {
  return reported === undefined && (status === 'planned' || status === 'confirmed')
}

function accountOf(value: SlotValue, { reported, origin }: PlanEntry): Account {
  return {
    ...value,
    ...(reported === undefined ? {} : { reported }),
    ...(origin === undefined ? {} : { origin }),
  }
}

// "at 10am on Friday" after "on Friday": an hour told for a day that was known.
function dayOf(slot: PlanSlot, latest: ReadonlyMap<PlanSlot, Account>): Account | undefined {
  return slot === 'time' ? latest.get('date') : undefined
}

function slotsOf(entry: PlanEntry): (readonly [PlanSlot, SlotValue])[] {
  // The hour before the day: it belongs to the day that stood before.
  const order: readonly PlanSlot[] = [
    'time',
    'date',
    'venue',
    'format',
    'participants',
    'agenda',
    'deadline',
    'condition',
    'level',
    'mediators',
  ]
  return order.flatMap((slot) => {
    const value = entry.slots[slot]
    return value === undefined ? [] : [[slot, value] as const]
  })
}

// "Friday" of an article without a date may be any Friday.
function isOpen({ reason }: SlotValue): boolean {
  return reason === 'no-publication-date'
}

// "Sarn" and "the Old Customs House, Sarn" agree, one only says more; and so do lists of the same, in whatever order.
function agree(a: string, b: string): boolean {
  const [few = [], many = []] = [partsOf(a), partsOf(b)].sort((one, other) => one.length - other.length)
  return few.every((part) => many.some((other) => other.includes(part) || part.includes(other)))
}

function partsOf(value: string): string[] {
  return value.toLowerCase().split(/\s*;\s*/u)
}
