import type { EventMention, TimeExpression } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { once } from '../once.ts'
import { contentOf } from '../words/content.ts'

/** Times of an article without a date, by index, with the day that the dated articles of the story give the same event; where they give several, the time stays open and names them. */
export function undatedTimes(
  member: Member,
  members: readonly Member[],
): ReadonlyMap<number, TimeExpression> {
  const inferred = new Map<number, TimeExpression>()
  if (member.article.published !== undefined) return inferred
  const dated = datedIn(members)
  if (dated.length === 0) return inferred
  for (const event of member.reading.events) {
    for (const index of event.times) {
      const time = member.reading.times[index]
      if (time?.reason !== 'no-publication-date' || time.value === undefined) continue
      const days = daysFor(time.value, { member, event }, dated)
      const [first] = days
      if (first === undefined) continue
      const values = [...new Set(days.map(({ day }) => day))].sort()
      inferred.set(index, values.length === 1 ? inferredFrom(time, first) : { ...time, alternatives: values })
    }
  }
  return inferred
}

const datedIn = once((members: readonly Member[]): readonly DatedEvent[] =>
  members.filter(({ article }) => article.published !== undefined).flatMap(datedEvents),
)

type DatedEvent = {
  readonly type: string | undefined
  readonly words: ReadonlySet<string>
  readonly day: string
  readonly at: Span
}

const datedEvents = once(({ article, reading }: Member): readonly DatedEvent[] =>
  reading.events.flatMap((event) =>
    event.status === 'conditional'
      ? []
      : event.times.flatMap((index) => {
          const time = reading.times[index]
          if (time?.interval === undefined || time.interval.from !== time.interval.to) return []
          const at = { article: article.id, start: time.start, end: time.end }
          const words = contentOf(article.text.slice(event.range.start, event.range.end))
          return [{ type: event.type, words, day: time.interval.from, at }]
        }),
  ),
)

/** Days of the same event elsewhere that the open value ("XXXX-WXX-5", "XXXX-03-07") allows. */
function daysFor(
  value: string,
  here: { readonly member: Member; readonly event: EventMention },
  dated: readonly DatedEvent[],
): DatedEvent[] {
  const { range, type } = here.event
  const words = contentOf(here.member.article.text.slice(range.start, range.end))
  return allowedBy(value, dated).filter((each) => {
    let shared = 0
    for (const word of words) if (each.words.has(word)) shared++
    return shared >= (type !== undefined && type === each.type ? 1 : 3)
  })
}

const allowed = once((_dated: readonly DatedEvent[]) => new Map<string, readonly DatedEvent[]>())

function allowedBy(value: string, dated: readonly DatedEvent[]): readonly DatedEvent[] {
  const found = allowed(dated).get(value) ?? dated.filter(({ day }) => allows(value, day))
  allowed(dated).set(value, found)
  return found
}

function allows(value: string, day: string): boolean {
  const weekday = /^XXXX-WXX-([1-7])(?:T|$)/.exec(value)?.[1]
  if (weekday !== undefined) return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === Number(weekday)
  const date = /^XXXX-(\d\d-\d\d)(?:T|$)/.exec(value)?.[1]
  return date !== undefined && day.slice(5) === date
}

function inferredFrom(time: TimeExpression, { day, at }: DatedEvent): TimeExpression {
  const { reason: _, ...rest } = time
  return {
    ...rest,
    value: `${day}${/T.*$/.exec(time.value ?? '')?.[0] ?? ''}`,
    interval: { from: day, to: day },
    anchor: { kind: 'story', value: day, range: { start: at.start, end: at.end }, article: at.article },
    rules: [...time.rules, 'T-INFERRED'],
  }
}
