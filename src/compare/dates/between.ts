import type { EventStatus } from '../../model/reading.ts'
import type { Undated } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** The days between which each article without a date was published, as far as its weekdays and the days that other articles give them tell: "on Sunday" ahead is at most six days off, and so is one behind. */
export function undatedBetween(members: readonly Member[]): Undated[] {
  return members.flatMap(({ article, reading }) => {
    if (article.published !== undefined) return []
    const bounds = reading.events.flatMap((event) =>
      event.times.flatMap((index) => {
        const time = reading.times[index]
        const { anchor } = time ?? {}
        if (anchor?.kind !== 'story' || anchor.article === undefined || anchor.range === undefined) return []
        if (time?.interval === undefined || !time.rules.some((rule) => rule.startsWith('T-WDAY'))) return []
        const from: Span = { article: anchor.article, ...anchor.range }
        return [{ ...boundsOf(time.interval.from, event.status), because: from }]
      }),
    )
    const from = bounds
      .map((each) => each.from)
      .sort()
      .at(-1)
    const to = bounds.map((each) => each.to).sort()[0]
    if (from === undefined || to === undefined || from > to) return []
    return [{ article: article.id, from, to, because: bounds.map(({ because }) => because) }]
  })
}

function boundsOf(day: string, status: EventStatus): { readonly from: string; readonly to: string } {
  if (behind.has(status)) return { from: day, to: moved(day, 6) }
  return ahead.has(status) ? { from: moved(day, -6), to: day } : { from: moved(day, -6), to: moved(day, 6) }
}

const behind: ReadonlySet<EventStatus> = new Set<EventStatus>(['happened', 'not-held', 'ongoing'])
const ahead: ReadonlySet<EventStatus> = new Set<EventStatus>(['planned', 'confirmed'])

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}
