import type { Claim, Framing } from '../../model/record.ts'
import { type Member, timeOf } from '../member.ts'
import { intervalOf } from './share.ts'
import { groups } from './tally.ts'

/** Statements that an outlet needs before the share of its own is shown. */
const leastStatements = 5
/** Certain origins from which on a claim is well enough founded for its absence to be told. */
const leastOrigins = 3

/** How many of an outlet's statements entered the record through it, against those that it passes on. */
export function ownReporting(members: readonly Member[], claims: readonly Claim[]): Framing[] {
  const outlets = new Map(members.map(({ article }) => [article.id, article.outlet]))
  const statements = claims.flatMap(({ carriers }) =>
    carriers.map(({ span, part }) => ({ outlet: outlets.get(span.article) ?? '', span, part })),
  )
  return groups(statements, ({ outlet }) => outlet).flatMap(([outlet, all]): Framing[] => {
    if (outlet === '' || all.length < leastStatements) return []
    const others = statements.filter((each) => each.outlet !== outlet)
    const own = all.filter(({ part }) => part === 'originates')
    const count = { count: own.length, of: all.length }
    const elsewhere = others.filter(({ part }) => part === 'originates').length
    return [
      {
        outlet,
        kind: 'own-reporting',
        what: 'originates',
        ...count,
        interval: intervalOf(count),
        ...(others.length === 0 ? {} : { others: { count: elsewhere, of: others.length } }),
        spans: own.map(({ span }) => span),
        rules: ['FRM-OWN'],
      },
    ]
  })
}

/** Well-founded claims that an outlet's articles lack, though one of them came out after the claim was first reported. */
export function silences(members: readonly Member[], claims: readonly Claim[]): Framing[] {
  const published = new Map(members.map(({ article }) => [article.id, timeOf(article.published)]))
  return groups(members, ({ article }) => article.outlet ?? '').flatMap(([outlet, articles]) => {
    const own = new Set(articles.map(({ article }) => article.id))
    const dated = articles.flatMap(({ article }) =>
      article.published === undefined ? [] : [timeOf(article.published)],
    )
    if (outlet === '' || dated.length === 0) return []
    const last = Math.max(...dated)
    return claims
      .filter(({ certain, carriers }) => {
        const first = Math.min(...carriers.map(({ span }) => published.get(span.article) ?? 0))
        return certain >= leastOrigins && first < last && !carriers.some(({ span }) => own.has(span.article))
      })
      .map(
        (claim): Framing => ({
          outlet,
          kind: 'silence',
          what: claim.id,
          count: 0,
          of: claim.certain,
          spans: [claim.gist],
          rules: ['FRM-SILENCE'],
        }),
      )
  })
}
