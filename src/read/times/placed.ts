import type { TimeExpression } from '../../model/reading.ts'
import {
  addMonths,
  type Day,
  dayOf,
  daysIn,
  four,
  isoDay,
  isoMonth,
  isoWeek,
  mondayOf,
  partsOf,
  two,
  weekdayOf,
  weekOf,
} from './calendar.ts'
import type { Unit } from './meaning.ts'

export type Granularity = TimeExpression['granularity']

/** A value on the calendar: its TIMEX3 form, its grain, and the first and last day that it may mean. */
export type Placed = {
  readonly value: string
  readonly grain: Granularity
  readonly from: Day
  readonly to: Day
}

/** A single day. */
export function placedDay(day: Day): Placed {
  return { value: isoDay(day), grain: 'day', from: day, to: day }
}

/** The ISO week of a day. */
export function placedWeek(day: Day): Placed {
  const monday = day - weekdayOf(day) + 1
  return { value: isoWeek(day), grain: 'week', from: monday, to: monday + 6 }
}

/** The weekend of the ISO week of a day. */
export function placedWeekend(day: Day): Placed {
  const monday = day - weekdayOf(day) + 1
  return { value: `${isoWeek(day)}-WE`, grain: 'weekend', from: monday + 5, to: monday + 6 }
}

/** A month of a year. */
export function placedMonth(year: number, month: number): Placed {
  return { value: isoMonth(year, month), grain: 'month', from: startOf(year, month), to: endOf(year, month) }
}

/** A quarter of a year, 1 to 4. */
export function placedQuarter(year: number, quarter: number): Placed {
  return {
    value: `${four(year)}-Q${quarter}`,
    grain: 'quarter',
    from: startOf(year, quarter * 3 - 2),
    to: endOf(year, quarter * 3),
  }
}

/** A half of a year, 1 or 2. */
export function placedHalf(year: number, half: number): Placed {
  return {
    value: `${four(year)}-H${half}`,
    grain: 'half',
    from: startOf(year, half * 6 - 5),
    to: endOf(year, half * 6),
  }
}

/** A season of a year by its code; the winter of a year begins in its December. */
export function placedSeason(year: number, season: string): Placed {
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 3
  const last = addMonths(year, first, 2)
  return {
    value: `${four(year)}-${season}`,
    grain: 'season',
    from: startOf(year, first),
    to: endOf(last.year, last.month),
  }
}

/** A year. */
export function placedYear(year: number): Placed {
  return { value: four(year), grain: 'year', from: startOf(year, 1), to: endOf(year, 12) }
}

/** A decade by its first year. */
export function placedDecade(first: number): Placed {
  return {
    value: four(first).slice(0, 3),
    grain: 'decade',
    from: startOf(first, 1),
    to: endOf(first + 9, 12),
  }
}

/** A century by its first two digits. */
export function placedCentury(hundreds: number): Placed {
  return {
    value: two(hundreds),
    grain: 'century',
    from: startOf(hundreds * 100, 1),
    to: endOf(hundreds * 100 + 99, 12),
  }
}

/** The unit of the calendar that lies `by` units from the one that holds a day. */
export function placedUnit(day: Day, unit: Unit, by: number): Placed {
  const { year, month, day: ofMonth } = partsOf(day)
  switch (unit) {
    case 'W':
      return placedWeek(day + 7 * by)
    case 'F':
      return placedWeek(day + 14 * by)
    case 'WE':
      return placedWeekend(day + 7 * by)
    case 'MO': {
      const to = addMonths(year, month, by)
      return placedMonth(to.year, to.month)
    }
    case 'Q': {
      const to = addMonths(year, month, 3 * by)
      return placedQuarter(to.year, Math.ceil(to.month / 3))
    }
    case 'Y':
      return placedYear(year + by)
    case 'SU':
    case 'WI':
      return placedSeason(year + by, unit)
    case 'E':
      return placedDecade(Math.floor(year / 10) * 10 + 10 * by)
    case 'C':
      return placedCentury(Math.floor(year / 100) + by)
    default:
      return placedDay(dayOf(year, month, ofMonth) === undefined ? day : day + by)
  }
}

/** The date of a holiday rule in a year: "12-25", "11-W4-4" (fourth Thursday), "E-2" (days from Easter). */
export function holidayIn(rule: string, year: number): Day | undefined {
  if (rule.startsWith('E')) return easterOf(year) + Number(rule.slice(1))
  const nth = /^(\d+)-W(-?\d)-(\d)$/.exec(rule)
  if (nth !== null) return nthWeekday(year, Number(nth[1]), { nth: Number(nth[2]), weekday: Number(nth[3]) })
  const [month = 0, day = 0] = rule.split('-').map(Number)
  return dayOf(year, month, day)
}

/** The nth weekday of a month, counted from its end when negative; undefined when the month has no such day. */
export function nthWeekday(
  year: number,
  month: number,
  which: { readonly nth: number; readonly weekday: number },
): Day | undefined {
  const first = startOf(year, month)
  const last = endOf(year, month)
  const day =
    which.nth > 0
      ? first + ((which.weekday - weekdayOf(first) + 7) % 7) + (which.nth - 1) * 7
      : last - ((weekdayOf(last) - which.weekday + 7) % 7) + (which.nth + 1) * 7
  return day > last || day < first ? undefined : day
}

/** The week of a month: the first is the one that holds its first day, -1 the one that holds its last full week. */
export function weekOfMonth(year: number, month: number, nth: number): Placed {
  if (nth > 0) return placedWeek(startOf(year, month) + (nth - 1) * 7)
  const last = placedWeek(endOf(year, month))
  return last.to > endOf(year, month) ? placedWeek(last.from - 7) : last
}

/** The days of an ISO week written "2031-W10". */
export function daysOfWeek(value: string): { readonly from: Day; readonly to: Day } | undefined {
  const found = /^(\d{4})-W(\d{2})/.exec(value)
  if (found === null) return undefined
  const from = mondayOf(Number(found[1]), Number(found[2]))
  return { from, to: from + 6 }
}

/** True when both days lie in one ISO week. */
export function isSameWeek(a: Day, b: Day): boolean {
  const [first, second] = [weekOf(a), weekOf(b)]
  return first.year === second.year && first.week === second.week
}

function startOf(year: number, month: number): Day {
  return dayOf(year, month, 1) ?? 0
}

function endOf(year: number, month: number): Day {
  return dayOf(year, month, daysIn(year, month)) ?? 0
}

// The Gregorian rule of 1876 (Meeus, Jones, Butcher).
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32) ?? 0
}
