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
  const allOwn = statements.filter(({ part }) => part === 'originates').length
  return groups(statements, ({ outlet }) => outlet).flatMap(([outlet, all]): Framing[] => {
    if (outlet === '' || all.length < leastStatements) return []
    const others = statements.length - all.length
    const own = all.filter(({ part }) => part === 'originates')
    const count = { count: own.length, of: all.length }
    return [
      {
        outlet,
        kind: 'own-reporting',
        what: 'originates',
        ...count,
        interval: intervalOf(count),
        ...(others === 0 ? {} : { others: { count: allOwn - own.length, of: others } }),
        spans: own.map(({ span }) => span),
        rules: ['FRM-OWN'],
      },
    ]
  })
}

/** Well-founded claims that an outlet's articles lack, though one of them came out after the claim was first reported. */
export function silences(members: readonly Member[], claims: readonly Claim[]): Framing[] {
  const published = new Map(members.map(({ article }) => [article.id, timeOf(article.published)]))
  const founded = claims
    .filter(({ certain }) => certain >= leastOrigins)
    .map((claim) => ({
      claim,
      first: claim.carriers.reduce(
        (first, { span }) => Math.min(first, published.get(span.article) ?? 0),
        Number.POSITIVE_INFINITY,
      ),
    }))
  return groups(members, ({ article }) => article.outlet ?? '').flatMap(([outlet, articles]) => {
    const own = new Set(articles.map(({ article }) => article.id))
    const dated = articles.flatMap(({ article }) =>
      article.published === undefined ? [] : [timeOf(article.published)],
    )
    if (outlet === '' || dated.length === 0) return []
    const last = dated.reduce((latest, time) => Math.max(latest, time))
    return founded
      .filter(({ claim, first }) => first < last && !claim.carriers.some(({ span }) => own.has(span.article)))
      .map(
        ({ claim }): Framing => ({
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
