import type { Framing } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import { intervalOf } from './share.ts'

/** One use of a wording: what was said (`what`) of the thing (`about`) by an outlet. */
export type Use = {
  readonly outlet: string
  readonly about: string
  readonly what: string
  readonly span: Span
  readonly rule: string
}

/** What is counted and from how many uses on. */
export type Tally = {
  readonly kind: Framing['kind']
  /** Uses of one thing that an outlet needs before its shares are shown. */
  readonly least: number
  /** A wording that is shown only where a use is not this one: the plain way needs no mention. */
  readonly plain?: string
  /** A thing that all outlets word alike is shown all the same. */
  readonly evenIfAlike?: boolean
}

/** Shares of each wording by outlet and thing, beside the same share over the other outlets. Things that are worded in one way alone are left out. */
export function tallied(uses: readonly Use[], { kind, least, plain, evenIfAlike }: Tally): Framing[] {
  return [...groups(uses, (use) => use.about)].flatMap(([about, ofThing]) => {
    if (evenIfAlike !== true && new Set(ofThing.map(({ what }) => what)).size < 2) return []
    const inAll = new Map<string, number>()
    for (const { what } of ofThing) inAll.set(what, (inAll.get(what) ?? 0) + 1)
    return [...groups(ofThing, (use) => use.outlet)].flatMap(([outlet, own]) => {
      if (own.length < least) return []
      const others = ofThing.length - own.length
      return [...groups(own, (use) => use.what)]
        .filter(([what]) => what !== plain)
        .map(([what, same]): Framing => {
          const count = { count: same.length, of: own.length }
          const elsewhere = (inAll.get(what) ?? 0) - same.length
          return {
            outlet,
            kind,
            what,
            ...(about === '' ? {} : { about }),
            ...count,
            interval: intervalOf(count),
            ...(others === 0 ? {} : { others: { count: elsewhere, of: others } }),
            spans: same.map(({ span }) => span),
            rules: [...new Set(same.map(({ rule }) => rule))].sort(),
          }
        })
    })
  })
}

/** Items by a key, keys in the order of their letters. */
export function groups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = found.get(key)
    if (known === undefined) found.set(key, [item])
    else known.push(item)
  }
  return [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}
