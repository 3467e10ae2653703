import type { Reading, TimeExpression } from '../../model/reading.ts'
import { overlaps } from '../../model/span.ts'
import { withTime } from '../../read/times/periods.ts'
import type { Member } from '../member.ts'
import { periodTimes } from './period-times.ts'
import { undatedTimes } from './undated-times.ts'

/** The articles of a story with the times that only the others fix: named periods that another article defines, and days of articles without a date of their own. Each is marked as such and says where it comes from. */
export function withStoryTimes(members: readonly Member[]): Member[] {
  const named = periodTimes(members)
  const placed = members.map((member, i) => addTimes(member, named[i] ?? []))
  return placed.map((member) => replaceTimes(member, undatedTimes(member, placed)))
}

/** A reading with more times; events take those that stand in their clause. */
function addTimes(member: Member, added: readonly TimeExpression[]): Member {
  if (added.length === 0) return member
  const { reading } = member
  const times = added.reduce((all, time) => withTime(all, time), [...reading.times])
  const events = reading.events.map((event) => {
    const own = event.times.flatMap((index) => reading.times[index] ?? [])
    const here = added.filter((time) => overlaps(time, event.range))
    const indexes = [...own, ...here].map((time) => times.indexOf(time)).filter((index) => index >= 0)
    return { ...event, times: indexes.sort((a, b) => a - b) }
  })
  return { ...member, reading: { ...reading, times, events } satisfies Reading }
}

function replaceTimes(member: Member, inferred: ReadonlyMap<number, TimeExpression>): Member {
  if (inferred.size === 0) return member
  const times = member.reading.times.map((time, index) => inferred.get(index) ?? time)
  return { ...member, reading: { ...member.reading, times } }
}
