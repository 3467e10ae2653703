import type { Reason } from '../../model/reason.ts'
import type { Day } from './calendar.ts'
import type { Direction } from './direction.ts'
import type { Against } from './meaning.ts'
import { type Placed, placedDay } from './placed.ts'

/** What an expression is counted from. */
export type Anchors = {
  readonly publication: Day | undefined
  /** The time last spoken of. */
  readonly spoken: Placed | undefined
  /** The day last spoken of. */
  readonly spokenDay: Placed | undefined
  /** Where the clause looks; asked only when the words leave it open. */
  readonly direction: () => Direction | undefined
  /** True where the outlet's country writes the day before the month, false where it writes the month first. */
  readonly dayFirst: boolean | undefined
}

/** An expression on the calendar, or why it is not there. `relative` is its TIMEX3 form when it has one without a date. */
export type Resolved = {
  readonly placed?: Placed
  readonly alternatives?: readonly string[]
  readonly reason?: Reason
  readonly relative?: string
  readonly against?: Against
  readonly direction?: 'past' | 'future' | 'present'
  readonly rules: readonly string[]
}

/** A day on the calendar, or that there is no such day. */
export function known(day: Day | undefined): Resolved {
  return day === undefined
    ? { reason: 'impossible-date', rules: ['T-IMPOSSIBLE'] }
    : { placed: placedDay(day), rules: [] }
}

/** Counts from publication or from the time last spoken of; from publication when nothing was. */
export function counted(anchors: Anchors, against: Against, place: (day: Day) => Placed): Resolved {
  const spoken =
    against === 'publication'
      ? undefined
      : against === 'day'
        ? (anchors.spokenDay ?? anchors.spoken)
        : anchors.spoken
  if (spoken !== undefined) {
    const by = spoken === anchors.spoken ? 'time' : 'day'
    return { placed: place(spoken.from), against: by, rules: ['T-ANCHOR-TIME'] }
  }
  if (anchors.publication === undefined) return { reason: 'no-publication-date', rules: ['T-ANCHOR-NONE'] }
  const rules = against === 'publication' ? [] : ['T-ANCHOR-PUBLICATION']
  return { placed: place(anchors.publication), against: 'publication', rules }
}

/** What has a form of its own and no date to be counted from. */
export function noDate(relative: string): Resolved {
  return { reason: 'no-publication-date', relative, rules: ['T-ANCHOR-NONE'] }
}
