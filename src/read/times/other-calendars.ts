import type { TimeExpression } from '../../model/reading.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'

/** Times with the dates of calendars that are not read: "22 Bahman 1404", "Reiwa 13", "25 October (Old Style)". They stand on no day, and say why. */
export function withOtherCalendars(text: string, times: readonly TimeExpression[]): TimeExpression[] {
  shapes ??= readShapes()
  const found = shapes
    .flatMap((shape) => [...text.matchAll(shape)].map((match) => rangeOf(match)))
    .filter((range, i, all) => !all.slice(0, i).some((earlier) => overlaps(earlier, range)))
  const others = found.map((range): TimeExpression => {
    const read = times.find((time) => overlaps(time, range) && time.value !== undefined)
    return {
      ...range,
      type: 'DATE',
      granularity: 'day',
      reason: 'other-calendar',
      // An old-style date read as one of today's calendar is only another reading.
      ...(read?.value === undefined ? {} : { alternatives: [read.value] }),
      rules: ['T-OTHER-CALENDAR'],
    }
  })
  if (others.length === 0) return [...times]
  const beside = times.filter((time) => !others.some((other) => overlaps(other, time)))
  return [...beside, ...others].sort((a, b) => a.start - b.start)
}

function rangeOf(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length }
}

let shapes: readonly RegExp[] | undefined

function readShapes(): readonly RegExp[] {
  const rows = table('calendar-months')
  const of = (isEra: boolean) =>
    rows
      .filter((row) => (row.id === 'CAL-era') === isEra)
      .flatMap((row) => (row.forms ?? '').split('|'))
      .sort((a, b) => b.length - a.length)
      .join('|')
  const month = of(false)
  const gregorian = 'January|February|March|April|May|June|July|August|September|October|November|December'
  return [
    new RegExp(String.raw`\b\d{1,2}(?: of)? (?:${month})(?:,? \d{4}\b)?`, 'gu'),
    new RegExp(String.raw`\b(?:${month}) (?:\d{1,2}(?:,? \d{4})?|\d{4})\b`, 'gu'),
    new RegExp(String.raw`\b(?:${of(true)}) \d{1,2}\b`, 'gu'),
    // "25 October (Old Style)", "25 October 1917 by the Julian calendar"
    new RegExp(
      String.raw`\b(?:\d{1,2} (?:${gregorian})|(?:${gregorian}) \d{1,2})(?:,? \d{4})?,? (?:\(?(?:Old Style|O\.S\.)\)?|(?:by|in|of) the Julian calendar)`,
      'gu',
    ),
    /\b\d{3,4} (?:B\.E\.|BE|AH|A\.H\.|AP)(?!\w)/gu,
  ]
}
