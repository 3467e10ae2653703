import type { EventMention, TimeExpression } from '../../model/reading.ts'
import type { TimelineEntry } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** The first and last day that an event's own words may mean; undefined where they name none. */
export function dayOfEvent(
  member: Member,
  event: EventMention,
): Pick<TimelineEntry, 'when' | 'inferredFrom'> | undefined {
  for (const index of event.times) {
    const time = member.reading.times[index]
    if (time?.interval !== undefined && !isDateline(member.article.text, time))
      return { when: time.interval, ...inferredFrom(time) }
  }
  return undefined
}

function inferredFrom({ anchor }: TimeExpression): Pick<TimelineEntry, 'inferredFrom'> {
  return anchor?.article === undefined || anchor.range === undefined
    ? {}
    : { inferredFrom: { article: anchor.article, ...anchor.range } }
}

/** The days of a time expression that stands at a place of its article; undefined where it stands elsewhere. */
export function intervalOf(time: TimeExpression, at: Range): TimeExpression['interval'] {
  return time.start === at.start && time.end === at.end ? time.interval : undefined
}

// "SABRIN, May 3 (Tidewater) - …": the day of the report, not of what it tells.
function isDateline(text: string, time: TimeExpression): boolean {
  const line = text.slice(text.lastIndexOf('\n', time.start) + 1, time.start)
  return line.length <= 40 && /^\s?(?:\([^)\n]{2,30}\)\s?)?[-–—]\s/.test(text.slice(time.end, time.end + 40))
}
