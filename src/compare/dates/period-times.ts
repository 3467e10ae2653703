import type { TimeExpression } from '../../model/reading.ts'
import { type Period, periodsIn, timeOfPeriod } from '../../read/times/periods.ts'
import type { Member } from '../member.ts'
import { once } from '../once.ts'

/** For each article, the periods that it names and another one of the story places in time; where articles place one name differently, none. */
export function periodTimes(members: readonly Member[]): TimeExpression[][] {
  const found = members.map(periodsOf)
  const known = new Map<string, (Period & { readonly article: string })[]>()
  found.forEach(({ defined }, i) => {
    const article = members[i]?.article.id ?? ''
    for (const [key, period] of defined) known.set(key, [...(known.get(key) ?? []), { ...period, article }])
  })
  return found.map(({ names, defined }) =>
    names.flatMap((name) => {
      const period = defined.has(name.key) ? undefined : agreed(known.get(name.key) ?? [])
      if (period === undefined) return []
      const { value, range, article } = period
      return [timeOfPeriod(name, period, { kind: 'period', value, range, article })]
    }),
  )
}

const periodsOf = once(({ article, reading }: Member) => periodsIn(article.text, reading.times))

// The closest of those that lie within one another; undefined where two are apart.
function agreed<P extends Period>(periods: readonly P[]): P | undefined {
  const length = ({ interval }: P) => Date.parse(interval.to) - Date.parse(interval.from)
  const [closest, ...others] = [...periods].sort((a, b) => length(a) - length(b))
  if (closest === undefined) return undefined
  const holds = ({ interval }: P) =>
    interval.from <= closest.interval.to && closest.interval.from <= interval.to
  return others.every(holds) ? closest : undefined
}
