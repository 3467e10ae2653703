import type { Framing } from '../../model/record.ts'
import type { Member } from '../member.ts'
import { intervalOf } from './share.ts'
import { groups } from './tally.ts'

/** Times that an outlet must hold words between marks before it is counted. */
const least = 2

/** Words that an outlet holds at a distance by quotation marks, beside its plain uses and those of the others. */
export function scareQuotes(members: readonly Member[]): Framing[] {
  return groups(members, ({ article }) => article.outlet ?? '').flatMap(([outlet, own]) => {
    if (outlet === '') return []
    const marked = own.flatMap(({ article, reading }) =>
      reading.quotations
        .filter(({ role }) => role === 'scare')
        .map(({ inner, start, end }) => ({
          what: article.text.slice(inner.start, inner.end),
          span: { article: article.id, start, end },
        })),
    )
    return groups(marked, ({ what }) => what)
      .filter(([, uses]) => uses.length >= least)
      .map(([what, uses]): Framing => {
        const count = { count: uses.length, of: uses.length + plainUses(what, own) }
        const others = members.filter(({ article }) => article.outlet !== outlet)
        const elsewhere = markedUses(what, others)
        const all = elsewhere + plainUses(what, others)
        return {
          outlet,
          kind: 'scare-quotes',
          what,
          ...count,
          interval: intervalOf(count),
          ...(all === 0 ? {} : { others: { count: elsewhere, of: all } }),
          spans: uses.map(({ span }) => span),
          rules: ['FRM-SCARE'],
        }
      })
  })
}

function markedUses(what: string, members: readonly Member[]): number {
  return members.reduce((sum, { article, reading }) => {
    const marked = reading.quotations.filter(
      ({ role, inner }) => role === 'scare' && article.text.slice(inner.start, inner.end) === what,
    )
    return sum + marked.length
  }, 0)
}

function plainUses(what: string, members: readonly Member[]): number {
  return members.reduce((sum, { article, reading }) => {
    const marked = reading.quotations.filter(
      ({ inner }) => article.text.slice(inner.start, inner.end) === what,
    )
    return sum + Math.max(0, article.text.split(what).length - 1 - marked.length)
  }, 0)
}
