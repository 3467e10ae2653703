import type { TimeExpression } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import type { Anchors, Resolved } from './anchors.ts'
import { type Day, isoDay } from './calendar.ts'
import type { Direction } from './direction.ts'
import type { Found } from './match.ts'
import type { Meaning } from './meaning.ts'
import type { Granularity, Placed } from './placed.ts'
import { resolvePoint } from './resolve.ts'

/** A time that later ones may be counted from, with where it stands. */
export type Spoken = { readonly placed: Placed; readonly range: Range }

/** What surrounds an expression in its article. */
export type Around = {
  readonly range: Range
  readonly publication: Day | undefined
  readonly dateline: Spoken | undefined
  readonly spoken: Spoken | undefined
  /** The same, of a single day. */
  readonly spokenDay: Spoken | undefined
  readonly dayFirst: boolean | undefined
  readonly direction: () => Direction | undefined
}

/** A found expression as the reading keeps it, with the time that it leaves spoken of. */
export function expressionOf(
  found: Found,
  around: Around,
): { time: TimeExpression; spoken?: { placed: Placed } } {
  const anchors: Anchors = {
    publication: around.publication,
    spoken: around.spoken?.placed,
    spokenDay: around.spokenDay?.placed,
    direction: around.direction,
    dayFirst: around.dayFirst,
  }
  const { meaning } = found
  if (meaning.kind === 'stated') return { time: stated(found, meaning, around) }
  if (meaning.kind === 'part' || meaning.kind === 'time')
    return partOrClock(found, meaning, { around, anchors })
  const resolved = resolvePoint(meaning, anchors)
  if (resolved.relative?.startsWith('P') === true && resolved.placed === undefined)
    return {
      time: {
        ...around.range,
        type: 'DURATION',
        value: resolved.relative,
        granularity: 'duration',
        rules: [...found.rules, ...resolved.rules],
      },
    }
  const time = timeOf(resolved, found, { around, type: 'DATE', grain: grainOf(meaning) })
  return resolved.placed === undefined ||
    resolved.placed.grain === 'decade' ||
    resolved.placed.grain === 'century'
    ? { time }
    : { time, spoken: { placed: resolved.placed } }
}

type Stated = Meaning & { kind: 'stated' }

function stated(found: Found, meaning: Stated, around: Around): TimeExpression {
  const granularity = meaning.type === 'DATE' ? 'reference' : meaning.type === 'SET' ? 'set' : 'duration'
  const directions = { PAST_REF: 'past', FUTURE_REF: 'future', PRESENT_REF: 'present' } as const
  const direction = meaning.type === 'DATE' ? directions[meaning.value as keyof typeof directions] : undefined
  return {
    ...around.range,
    type: meaning.type,
    value: meaning.value,
    granularity,
    ...(direction === undefined ? {} : { direction }),
    rules: found.rules,
  }
}

type Shape = { readonly around: Around; readonly type: 'DATE' | 'TIME'; readonly grain: Granularity }

function timeOf(resolved: Resolved, found: Found, shape: Shape): TimeExpression {
  const { placed } = resolved
  const anchor = placed === undefined ? undefined : anchorOf(resolved, shape.around)
  const value = placed?.value ?? resolved.relative
  const direction = resolved.direction ?? sideOf(placed, shape.around.publication)
  const rules = [
    ...found.rules,
    ...resolved.rules,
    ...(anchor !== undefined && resolved.against === 'publication' && shape.around.dateline !== undefined
      ? ['T-ANCHOR-DATELINE']
      : []),
  ]
  return {
    ...shape.around.range,
    type: shape.type,
    ...(value === undefined ? {} : { value }),
    ...(resolved.alternatives === undefined || resolved.alternatives.length === 0
      ? {}
      : { alternatives: resolved.alternatives }),
    ...(placed === undefined ? {} : { interval: { from: isoDay(placed.from), to: isoDay(placed.to) } }),
    granularity: placed?.grain ?? shape.grain,
    ...(anchor === undefined ? {} : { anchor }),
    ...(direction === undefined ? {} : { direction }),
    ...(resolved.reason === undefined ? {} : { reason: resolved.reason }),
    rules,
  }
}

// Wholly before publication or wholly after it.
function sideOf(placed: Placed | undefined, publication: Day | undefined): 'past' | 'future' | undefined {
  if (placed === undefined || publication === undefined) return undefined
  if (placed.to < publication) return 'past'
  return placed.from > publication ? 'future' : undefined
}

function anchorOf(resolved: Resolved, around: Around): TimeExpression['anchor'] {
  const spoken =
    resolved.against === 'time' ? around.spoken : resolved.against === 'day' ? around.spokenDay : undefined
  if (spoken !== undefined) return { kind: 'time', value: spoken.placed.value, range: spoken.range }
  if (resolved.against !== 'publication' || around.publication === undefined) return undefined
  if (around.dateline !== undefined)
    return { kind: 'time', value: around.dateline.placed.value, range: around.dateline.range }
  return { kind: 'publication', value: isoDay(around.publication) }
}

type Parted = Meaning & { kind: 'part' | 'time' }

/** A part of a day or a time of day: of the day that it names, else of the one spoken of, else of publication. */
function partOrClock(
  found: Found,
  meaning: Parted,
  given: { around: Around; anchors: Anchors },
): { time: TimeExpression; spoken?: { placed: Placed } } {
  const { around, anchors } = given
  const of: Meaning = meaning.of ?? { kind: 'shift', unit: 'D', by: 0, against: 'time' }
  const day = resolvePoint(of, { ...anchors, spoken: anchors.spokenDay })
  const suffix = meaning.kind === 'part' ? `T${meaning.part}` : clockSuffix(meaning)
  const grain = meaning.kind === 'part' ? 'part-of-day' : 'instant'
  const unzoned =
    meaning.kind === 'time' && (meaning.zone === '?' || meaning.zone === undefined)
      ? { reason: 'unknown-zone' as const }
      : {}
  const { placed } = day
  if (placed === undefined) {
    const relative = day.relative === undefined ? `XXXX-XX-XX${suffix}` : `${day.relative}${suffix}`
    return { time: timeOf({ ...day, relative }, found, { around, type: 'TIME', grain }) }
  }
  const moved = { ...placed, value: `${placed.value}${suffix}`, grain: grain as Granularity }
  const time = timeOf(
    {
      ...day,
      ...unzoned,
      placed: moved,
      rules: [...day.rules, ...(unzoned.reason === undefined ? [] : ['T-ZONE-UNKNOWN'])],
    },
    found,
    { around, type: 'TIME', grain },
  )
  return { time, spoken: { placed } }
}

function clockSuffix(meaning: Meaning & { kind: 'time' }): string {
  const [hour = '0', minute = '00'] = meaning.clock.split(':')
  const zone = meaning.zone === undefined || meaning.zone === '?' ? '' : zoneSuffix(Number(meaning.zone))
  return `T${hour.padStart(2, '0')}:${minute}${zone}`
}

function zoneSuffix(hours: number): string {
  if (hours === 0) return 'Z'
  const minutes = Math.round(Math.abs(hours) * 60)
  return `${hours < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function grainOf(meaning: Meaning): Granularity {
  const grains: Partial<Record<Meaning['kind'], Granularity>> = {
    month: 'month',
    quarter: 'quarter',
    half: 'half',
    season: 'season',
    year: 'year',
    decade: 'decade',
  }
  return grains[meaning.kind] ?? 'day'
}
