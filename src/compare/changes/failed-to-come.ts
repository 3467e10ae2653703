import type { Account, Carrier, Change, Claim } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Aligned } from '../claims/align.ts'
import type { Around } from '../claims/fit.ts'
import { likeness } from '../claims/likeness.ts'
import { type Member, timeOf } from '../member.ts'
import type { Voiced } from '../origins/trace.ts'
import { type Failure, failuresIn } from './failures-in.ts'

/** What is known of a story when it is asked what did not come. */
export type FoundBefore = {
  readonly voiced: readonly Voiced[]
  readonly claims: readonly Claim[]
  readonly weighing: Around
  /** Changes of plans: what they tell is told there. */
  readonly ofPlans: readonly Change[]
}

/**
 * What was predicted or set and, by a later account, did not come: "the storm that forecasters had predicted did not come".
 * What was said stands in an earlier article, where one is found, else in the words of the account itself.
 */
export function failedToCome(members: readonly Member[], found: FoundBefore): Change[] {
  const statements = found.voiced.map(({ aligned }) => aligned)
  const ahead = aheadBy(statements)
  const carriers = carriersBy(found.claims)
  const published = new Map(members.map(({ article }) => [article.id, article.published]))
  const times = new Map(members.map(({ article }) => [article.id, timeOf(article.published)]))
  const isBefore = (one: Aligned, { article }: Span) =>
    (times.get(one.statement.span.article) ?? 0) < (times.get(article) ?? 0)
  const told = found.ofPlans.filter(({ relation }) => relation === 'failed').map(({ to }) => to.span)
  const changes: Change[] = []
  const add = (from: Span | undefined, to: Span, how: { readonly words: string; readonly rule?: string }) => {
    const isTold = [...told, ...changes.map((change) => change.to.span)].some((span) => isAt(span, to))
    if (from === undefined || isTold || changes.some((change) => isSame(change.from.span, from))) return
    changes.push(changeOf(accountOf('to come', from), accountOf(how.words, to), how.rule))
  }
  const accountOf = (value: string, span: Span): Account => {
    const reported = published.get(span.article)
    const carrier = carriers.get(span.article)?.find((one) => isAt(one.span, span))
    return {
      value,
      span,
      ...(reported === undefined ? {} : { reported }),
      ...(carrier === undefined ? {} : { origin: carrier.origin }),
    }
  }
  for (const failure of members.flatMap(failuresIn)) {
    const before = ahead([failure.head]).find((one) => isBefore(one, failure.whole) && isOf(failure, one))
    add(before?.statement.span ?? failure.said, failure.whole, failure)
  }
  for (const later of statements.filter(isUndone)) {
    const { span } = later.statement
    const before = ahead([...later.matter.keys, ...later.matter.predicate]).find(
      (one) => isBefore(one, span) && isUndoneBy(one, later, found.weighing),
    )
    add(before?.statement.span, span, { words: 'did not come' })
  }
  return changes
}

// What statements hold to be to come, in their order, by the keys that they have.
function aheadBy(statements: readonly Aligned[]): (keys: readonly string[]) => readonly Aligned[] {
  const ahead = statements.filter(
    (one) => /^(?:predicted|planned)$/.test(one.statement.modality) && isAffirmed(one),
  )
  const byKey = new Map<string, Set<number>>()
  for (const [at, { matter }] of ahead.entries()) {
    for (const key of [...matter.keys, ...matter.predicate]) {
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, new Set([at]))
      else known.add(at)
    }
  }
  return (keys) => {
    const found = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))
    return [...found].sort((a, b) => a - b).flatMap((at) => ahead[at] ?? [])
  }
}

function carriersBy(claims: readonly Claim[]): ReadonlyMap<string, readonly Carrier[]> {
  const byArticle = new Map<string, Carrier[]>()
  for (const carrier of claims.flatMap(({ carriers }) => carriers)) {
    const known = byArticle.get(carrier.span.article)
    if (known === undefined) byArticle.set(carrier.span.article, [carrier])
    else known.push(carrier)
  }
  return byArticle
}

// The statement of an earlier article that the same thing is to come, on no other day.
function isOf({ head, days, said }: Failure, one: Aligned): boolean {
  const { modality } = one.statement
  const isSaid = modality === 'predicted' || said !== undefined
  return isSaid && one.matter.keys.has(head) && mayMeet(days, one.matter.days)
}

// "Did not appear before the committee": what was not done.
function isUndone({ statement, matter }: Aligned): boolean {
  const isPast = statement.modality === 'happened' && matter.negated && statement.polarity === 'affirmed'
  return isPast && /\b(?:did not|didn't|never)\b/.test(matter.forms.slice(0, 12).join(' '))
}

/** How much of the later statement's matter the earlier one must have. */
const mostOfIt = 0.6

function isUndoneBy(before: Aligned, later: Aligned, { rarity }: Around): boolean {
  const like = likeness(before.matter, later.matter, rarity)
  return (
    like.predicate === 'shared' &&
    like.shared >= 2 &&
    like.matters >= 1 &&
    like.containment >= mostOfIt &&
    like.names !== 'differ' &&
    like.numbers !== 'differ' &&
    mayMeet(before.matter.days, later.matter.days)
  )
}

function isAffirmed({ statement, matter }: Aligned): boolean {
  return statement.polarity === 'affirmed' && !matter.negated
}

// "Expected on Friday" may be counted on from its article's day, and mean the Friday before: a weekday is the same either way.
function mayMeet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  return a.some((one) => b.some((other) => (Date.parse(one) - Date.parse(other)) % week === 0))
}

const week = 7 * 86_400_000

function changeOf(from: Account, to: Account, rule: string | undefined): Change {
  return {
    relation: 'failed',
    slot: 'occurrence',
    from,
    to,
    kind: 'did not come',
    ...(to.reported === undefined ? {} : { reported: to.reported }),
    rules: ['CHN-FAILED', ...(rule === undefined ? [] : [rule])],
  }
}

function isAt(a: Span, b: Span): boolean {
  return a.article === b.article && overlaps(a, b)
}

function isSame(a: Span, b: Span): boolean {
  return a.article === b.article && a.start === b.start
}
