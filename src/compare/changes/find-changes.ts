import type { Change, Plan, PlanEntry, PlanSlot, SlotValue } from '../../model/record.ts'

/** Slots of a plan that took a newer value, and its changes of status, in order of report. */
export function findChanges(plans: readonly Plan[]): Change[] {
  return plans.flatMap(changesOf)
}

function changesOf(plan: Plan): Change[] {
  const latest = new Map<PlanSlot, SlotValue>()
  const changes: Change[] = []
  let before: PlanEntry | undefined
  for (const entry of plan.history) {
    const reported = entry.reported === undefined ? {} : { reported: entry.reported }
    for (const [slot, to] of slotsOf(entry)) {
      const from = latest.get(slot)
      if (from !== undefined && (to.relation === 'coarser' || isOpen(to))) continue
      if (from !== undefined && to.relation !== 'finer' && !isOpen(from) && !agree(from.value, to.value)) {
        changes.push({
          plan: plan.id,
          slot,
          from,
          to,
          kind: entry.revision[0] ?? `${slot} changed`,
          ...reported,
        })
      }
      latest.set(slot, to)
    }
    if (before !== undefined && before.status !== entry.status) {
      const from = { value: before.status, span: before.span }
      const to = { value: entry.status, span: entry.span }
      changes.push({ plan: plan.id, slot: 'status', from, to, kind: `now ${entry.status}`, ...reported })
    }
    before = entry
  }
  return changes
}

function slotsOf(entry: PlanEntry): (readonly [PlanSlot, SlotValue])[] {
  const order: readonly PlanSlot[] = [
    'date',
    'time',
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
