import type { EventStatus } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'
import type { Plan, PlanEntry, PlanSlot, SlotValue } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { originInWords } from './claim-view.ts'
import { type Evidence, evidenceOf, type StoryContext } from './evidence.ts'
import { statusInWords } from './status-words.ts'
import { capitalised, dayInWords, plainText, rangeInWords } from './wording.ts'

/** A value of a slot with the characters that give it; replaced ones are shown struck through. */
export type SlotStep = {
  readonly words: string
  readonly evidence: Evidence
  readonly isReplaced: boolean
  readonly unknown?: string
  /** The words of another article that fix a value which its own article leaves open. */
  readonly inferredFrom?: Evidence
}

/** A plan's state as one article gives it. */
export type PlanStep = {
  readonly evidence: Evidence
  readonly status: EventStatus
  readonly reported?: string
  /** What differs from the entry before: "venue: Pontvar → Port Imber". */
  readonly changes: readonly {
    readonly slot: PlanSlot
    readonly from?: string
    readonly to: string
    /** True where it says more closely what stood there: nothing has moved. */
    readonly refines?: true
  }[]
  readonly revision: readonly string[]
  /** Who stands behind the passage, as far as a claim holds it. */
  readonly origin?: string
  /** True when another article of the story fixes its day. */
  readonly isInferred: boolean
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
    status:
      (plan.history.findLast((entry) => entry.reported !== undefined) ?? plan.history.at(-1))?.status ??
      'unknown',
    slots,
    history: historyOf(context, plan),
    isRevised: slots.some((slot) => slot.values.some((value) => value.isReplaced)),
  }
}

/** A slot's value in words: days, weeks and months are spelled out, everything else stays as the record has it. */
export function valueInWords(value: string): string {
  const period = periodOf(value)
  if (period === undefined) return plainText(value)
  return period.from === period.to ? dayInWords(period.from) : rangeInWords(period.from, period.to)
}

/** What one report says of a plan: "moved: date Sun 8 May 2033, venue Port Imber". */
export function stepInWords({ status, changes, revision, isInferred }: PlanStep): string {
  const { word } = statusInWords(status, 'plan')
  const told = revision.filter((kind) => kind !== word)
  const values = changes.map(
    ({ slot, to, refines }) =>
      `${refines ? 'refines: ' : ''}${slot} ${to}${slot === 'date' && isInferred ? ' (inferred)' : ''}`,
  )
  const inferred = isInferred && !changes.some(({ slot }) => slot === 'date') ? ['day inferred'] : []
  const parts = [...told, ...values, ...inferred].join(', ')
  return parts === '' ? word : `${word}: ${parts}`
}

// First and last day of "2033-05-06", "2033-05-16/2033-05-22", "2033-W20" and "2033-02".
function periodOf(value: string): { readonly from: string; readonly to: string } | undefined {
  const days = /^(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?$/.exec(value)
  if (days?.[1] !== undefined) return { from: days[1], to: days[2] ?? days[1] }
  const week = /^(\d{4})-W(\d\d)$/.exec(value)
  if (week !== null) return weekOf(Number(week[1]), Number(week[2]))
  return /^\d{4}-\d\d$/.test(value) ? { from: `${value}-01`, to: lastDayOf(value) } : undefined
}

// Weeks of ISO 8601: the first holds 4 January, and each begins on a Monday.
function weekOf(year: number, week: number): { readonly from: string; readonly to: string } {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * day + (week - 1) * 7 * day
  return { from: isoDay(monday), to: isoDay(monday + 6 * day) }
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
  'time',
  'venue',
  'format',
  'level',
  'participants',
  'mediators',
  'agenda',
  'deadline',
  'condition',
]

// The same value told again is one step, and so is a vaguer one; what a denied or doubted report says replaces nothing.
function slotSteps(context: StoryContext, plan: Plan, slot: PlanSlot): SlotStep[] {
  const steps: SlotStep[] = []
  const beside: SlotStep[] = []
  let before: SlotValue | undefined
  for (const entry of plan.history) {
    const value = entry.slots[slot]
    if (value === undefined || entry.status === 'denied') continue
    if (value.relation === 'coarser' && before !== undefined) continue
    // Which day "last Friday" is, is open: it may be the one that stands there.
    if (value.reason === 'no-publication-date' && before !== undefined) continue
    if (steps.at(-1)?.words === valueInWords(value.value) || isVaguer(value.value, before?.value)) continue
    // A venue told more closely, or a day where it was open, takes the place of what it refines.
    if (value.relation === 'finer' || before?.reason === 'no-publication-date') steps.pop()
    const evidence = evidenceOf(context, value.span)
    if (evidence === undefined) continue
    const inferredFrom =
      value.inferredFrom === undefined ? undefined : evidenceOf(context, value.inferredFrom)
    const step = { ...stepOf(value, evidence), ...(inferredFrom === undefined ? {} : { inferredFrom }) }
    // Nobody knows whether it came before or after: it replaces nothing, and nothing replaces it.
    if (value.relation === 'beside') beside.push({ ...step, unknown: reasonText['no-publication-date'] })
    else {
      steps.push(step)
      before = value
    }
  }
  const shown = isList.has(slot) ? steps.slice(-1) : condensed(steps)
  return [...shown.map((step, i) => ({ ...step, isReplaced: i < shown.length - 1 })), ...beside]
}

// What is told in ever other words: the latest stands, and nothing is said to have been replaced.
const isList: ReadonlySet<PlanSlot> = new Set<PlanSlot>(['participants', 'mediators', 'agenda', 'level'])

// "This week" after "on Friday" says nothing new when that Friday is in it.
function isVaguer(value: string, before: string | undefined): boolean {
  const [outer, inner] = [periodOf(value), before === undefined ? undefined : periodOf(before)]
  return outer !== undefined && inner !== undefined && outer.from <= inner.from && inner.to <= outer.to
}

// A long back and forth is told by its values, each where it stands last; the history below has every report.
function condensed(steps: readonly SlotStep[]): SlotStep[] {
  if (steps.length <= 4) return [...steps]
  const first = steps[0]
  return steps.filter(
    (step, i) => step === first || !steps.slice(i + 1).some((later) => later.words === step.words),
  )
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
    const origin = entry.origin === undefined ? undefined : originNamed(context, entry.origin, entry.span)
    return [
      {
        evidence,
        ...(origin === undefined ? {} : { origin }),
        isInferred: entry.slots.date?.inferredFrom !== undefined,
        status: entry.status,
        reported: entry.reported,
        changes: changesOf(entry, known),
        revision: entry.revision,
      },
    ]
  })
}

// One outlet may be told by several sources: the claim that holds the passage says which of them.
function originNamed(context: StoryContext, id: string, span: Span): string | undefined {
  const claim = context.story.claims.find(({ carriers }) =>
    carriers.some(
      (carrier) =>
        carrier.origin === id && carrier.span.article === span.article && overlaps(carrier.span, span),
    ),
  )
  const origin = claim?.origins.find((each) => each.id === id)
  return origin === undefined ? undefined : originInWords(context, origin)
}

function changesOf(entry: PlanEntry, known: Map<PlanSlot, string>): PlanStep['changes'] {
  if (entry.status === 'denied') return []
  return slotOrder.flatMap((slot) => {
    const value = entry.slots[slot]
    if (value === undefined) return []
    const from = known.get(slot)
    const to = valueInWords(value.value)
    if (value.relation === 'coarser' && from !== undefined) return []
    const isBeside = value.reason === 'no-publication-date' || value.relation === 'beside'
    if (isBeside && from !== undefined) return [{ slot, to }]
    known.set(slot, to)
    // Names in other words or another order replace nothing; who joined or left does.
    const isNews = !isList.has(slot) || entry.revision.some((kind) => kind.startsWith('participant'))
    if (!isNews && from !== undefined) return sameNames(from, to) ? [] : [{ slot, to }]
    // "Port Imber" after "Mirath", of which it is a city, says more closely what stood there: nothing has moved.
    if (value.relation === 'finer' && from !== undefined)
      return from === to ? [] : [{ slot, to, refines: true }]
    return from === to ? [] : [{ slot, from, to }]
  })
}

// "Kelmaria; Ardovia" are "Ardovia; Kelmaria".
function sameNames(a: string, b: string): boolean {
  return a.split('; ').sort().join() === b.split('; ').sort().join()
}
