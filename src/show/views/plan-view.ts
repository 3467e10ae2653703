import type { EventStatus } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'
import type { Plan, PlanEntry, PlanSlot, SlotValue } from '../../model/record.ts'
import { type Evidence, evidenceOf, type StoryContext } from './evidence.ts'
import { capitalised, dayInWords, plainText, rangeInWords } from './wording.ts'

/** A value of a slot with the characters that give it; replaced ones are shown struck through. */
export type SlotStep = {
  readonly words: string
  readonly evidence: Evidence
  readonly isReplaced: boolean
  readonly unknown?: string
}

/** A plan's state as one article gives it. */
export type PlanStep = {
  readonly evidence: Evidence
  readonly status: EventStatus
  readonly reported?: string
  /** What differs from the entry before: "venue: Pontvar → Port Imber". */
  readonly changes: readonly { readonly slot: PlanSlot; readonly from?: string; readonly to: string }[]
  readonly revision: readonly string[]
}

/** A plan, what it says now, and how it came to. */
export type PlanView = {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly status: EventStatus
  readonly slots: readonly { readonly slot: PlanSlot; readonly values: readonly SlotStep[] }[]
  readonly history: readonly PlanStep[]
  readonly isRevised: boolean
}

/** A plan with its slots' values in order, the replaced ones told apart. */
export function planView(context: StoryContext, plan: Plan): PlanView {
  const slots = slotOrder.flatMap((slot) => {
    const values = slotSteps(context, plan, slot)
    return values.length === 0 ? [] : [{ slot, values }]
  })
  return {
    id: plan.id,
    title: capitalised(plainText(plan.title)),
    type: plan.type,
    status: plan.history.at(-1)?.status ?? 'unknown',
    slots,
    history: historyOf(context, plan),
    isRevised: slots.some((slot) => slot.values.some((value) => value.isReplaced)),
  }
}

/** A slot's value in words: days, weeks and months are spelled out, everything else stays as the record has it. */
export function valueInWords(value: string): string {
  const week = /^(\d{4})-W(\d\d)$/.exec(value)
  if (week !== null) return weekInWords(Number(week[1]), Number(week[2]))
  if (/^\d{4}-\d\d$/.test(value)) return rangeInWords(`${value}-01`, lastDayOf(value))
  const days = /^(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?$/.exec(value)
  if (days?.[1] === undefined) return plainText(value)
  return days[2] === undefined ? dayInWords(days[1]) : rangeInWords(days[1], days[2])
}

// Weeks of ISO 8601: the first holds 4 January, and each begins on a Monday.
function weekInWords(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * day + (week - 1) * 7 * day
  return rangeInWords(isoDay(monday), isoDay(monday + 6 * day))
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return isoDay(Date.UTC(year, number, 0))
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

const day = 86_400_000

const slotOrder: readonly PlanSlot[] = [
  'date',
  'venue',
  'format',
  'level',
  'participants',
  'mediators',
  'agenda',
  'deadline',
  'condition',
]

// The same value told again is one step; what a denied or doubted report says replaces nothing.
function slotSteps(context: StoryContext, plan: Plan, slot: PlanSlot): SlotStep[] {
  const steps: SlotStep[] = []
  for (const entry of plan.history) {
    const value = entry.slots[slot]
    if (value === undefined || entry.status === 'denied' || steps.at(-1)?.words === valueInWords(value.value))
      continue
    const evidence = evidenceOf(context, value.span)
    if (evidence !== undefined) steps.push(stepOf(value, evidence))
  }
  // Who takes part is named differently from passage to passage; only the latest wording is shown.
  const shown = slot === 'participants' ? steps.slice(-1) : steps
  return shown.map((step, i) => ({ ...step, isReplaced: i < shown.length - 1 }))
}

function stepOf(value: SlotValue, evidence: Evidence): SlotStep {
  const unknown = value.reason === undefined ? undefined : reasonText[value.reason]
  return { words: valueInWords(value.value), evidence, isReplaced: false, unknown }
}

function historyOf(context: StoryContext, plan: Plan): PlanStep[] {
  const known = new Map<PlanSlot, string>()
  return plan.history.flatMap((entry) => {
    const evidence = evidenceOf(context, entry.span)
    if (evidence === undefined) return []
    return [
      {
        evidence,
        status: entry.status,
        reported: entry.reported,
        changes: changesOf(entry, known),
        revision: entry.revision,
      },
    ]
  })
}

function changesOf(entry: PlanEntry, known: Map<PlanSlot, string>): PlanStep['changes'] {
  if (entry.status === 'denied') return []
  return slotOrder.flatMap((slot) => {
    const value = entry.slots[slot]
    if (value === undefined) return []
    const from = known.get(slot)
    const to = valueInWords(value.value)
    known.set(slot, to)
    return from === to ? [] : [{ slot, from, to }]
  })
}
