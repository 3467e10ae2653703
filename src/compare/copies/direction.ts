import type { Copy } from '../../model/record.ts'
import { type Member, timeOf } from '../member.ts'
import { creditsOf } from '../relays/credits.ts'
import { outletAliases } from '../relays/outlet-aliases.ts'
import { outletKey, outletNames } from '../relays/outlet-names.ts'

/** Which of two articles that share text is the original, given in report order, and how that is told. */
export type DirectionOf = (
  first: Member,
  second: Member,
) => { readonly original: Member; readonly by: Copy['direction'] }

/**
 * Credits go before clocks: who credits the other for its text took it; then the one whose outlet others of the story credit
 * for theirs, as an agency, is the original; then who says that the other reported it took it; then the earlier is the original.
 */
export function directionsOf(members: readonly Member[]): DirectionOf {
  const names = outletNames(members)
  const aliases = outletAliases([...new Set(members.flatMap(({ article }) => article.outlet ?? []))].sort())
  const keyed = (list: readonly string[]) => new Set(list.map((name) => outletKey(names(name))))
  const outletOf = ({ article }: Member) => outletKey(article.outlet ?? article.id)
  const credited = new Map(
    members.map((member) => [member, keyed(creditsOf(member, aliases).map(({ name }) => name))]),
  )
  const suppliers = new Set([...credited.values()].flatMap((keys) => [...keys]))
  const cited = new Map(
    members.map((member) => [
      member,
      keyed(member.reading.attributions.flatMap(({ relay }) => relay?.outlet ?? [])),
    ]),
  )
  const signs: readonly ((taker: Member, giver: Member) => boolean)[] = [
    (taker, giver) => credited.get(taker)?.has(outletOf(giver)) === true,
    (taker, giver) => suppliers.has(outletOf(giver)) && !suppliers.has(outletOf(taker)),
    (taker, giver) => cited.get(taker)?.has(outletOf(giver)) === true,
  ]
  return (first, second) => {
    for (const took of signs) {
      const [isSecond, isFirst] = [took(second, first), took(first, second)]
      if (isSecond !== isFirst) return { original: isSecond ? first : second, by: 'credit' }
    }
    const isEarlier = timeOf(first.article.published) < timeOf(second.article.published)
    return { original: first, by: isEarlier ? 'time' : 'unknown' }
  }
}
