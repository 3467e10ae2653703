import type { Quotation, TimeExpression } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import { type Day, parseDay } from './calendar.ts'

/** The day on which the words between quotation marks were said, where the text dates them: its words, and the day. */
export type SaidOn = Range & { readonly day: Day; readonly value: string }

/** For a time inside a quotation, the day that the sentence around it says it was spoken or written on: "“We leave tomorrow,” he wrote on 4 March." */
export function saidOn(
  text: string,
  time: Range,
  found: { readonly quotations: readonly Quotation[]; readonly times: readonly TimeExpression[] },
): SaidOn | undefined {
  const quotation = found.quotations.find(
    ({ role, start, end }) => role === 'speech' && start < time.start && time.end < end,
  )
  if (quotation === undefined) return undefined
  const [before, after] = [
    frameBefore(text, quotation.start),
    { start: quotation.end, end: endOfFrame(text, quotation.end) },
  ]
  for (const frame of [after, before]) {
    if (!says.test(text.slice(frame.start, frame.end))) continue
    const day = found.times.find(
      ({ start, end, granularity, interval }) =>
        start >= frame.start &&
        end <= frame.end &&
        granularity === 'day' &&
        interval !== undefined &&
        interval.from === interval.to,
    )
    const said = day?.interval === undefined ? undefined : parseDay(day.interval.from)
    if (day?.value !== undefined && said !== undefined)
      return { start: day.start, end: day.end, day: said, value: day.value }
  }
  return undefined
}

const says =
  /\b(?:said|told|wrote|written|posted|declared|vowed|announced|promised|warned|added|speech|interview|letter|statement|message|tweeted|read)\b/

// From the end of the sentence before, in the same paragraph.
function frameBefore(text: string, at: number): Range {
  const line = text.lastIndexOf('\n', at - 1) + 1
  const stop = Math.max(...['. ', '! ', '? ', '” ', '" '].map((mark) => text.lastIndexOf(mark, at - 2)))
  return { start: Math.max(line, stop + 1), end: at }
}

function endOfFrame(text: string, at: number): number {
  const stop = text.slice(at).search(/[.!?](?:\s|$)|\n|[“"]/)
  return stop < 0 ? text.length : at + stop
}
