import { hash64 } from '../../model/id.ts'
import type { Carrier, Claim, Dispute } from '../../model/record.ts'
import type { Aligned } from '../claims/align.ts'
import type { Around } from '../claims/fit.ts'
import { isTurned } from '../claims/turned.ts'
import type { Member } from '../member.ts'
import { contraryAccounts } from './accounts.ts'
import { denials } from './denials.ts'
import { differingFigures } from './figures.ts'
import { saidToDiffer } from './said-to-differ.ts'
import { turnedCopies } from './turned.ts'

/** A claim with what each of its carriers was aligned by, in the carriers' order. */
export type ClaimMatter = { readonly claim: Claim; readonly statements: readonly Aligned[] }

/** A carrier with its claim and what it was aligned by: one side of a possible dispute. */
export type Side = { readonly claim: Claim; readonly carrier: Carrier; readonly aligned: Aligned }

/** Pairs of accounts that cannot both be so, by different origins: what one affirms and another denies, two figures for one thing, and what an article says to differ. */
export function findDisputes(
  claims: readonly ClaimMatter[],
  {
    weighing,
    members,
    clashes = [],
  }: {
    readonly weighing: Around
    readonly members: readonly Member[]
    /** Counts of people that exclude each other. */
    readonly clashes?: readonly (readonly [Side, Side])[]
  },
): Dispute[] {
  const sides = sidesOf(claims)
  // A copy that turns what it copies is told as that alone.
  const own = sides.filter(({ aligned }) => !isTurned(aligned))
  return withoutRepeats([
    ...turnedCopies(sides),
    ...denials(own, weighing),
    ...differingFigures(own, weighing),
    ...saidToDiffer(own, members),
    ...contraryAccounts(own, { weighing, members }),
    ...clashes.map(([a, b]) => disputeOf(a, b, { about: 'toll', rule: 'DSP-COUNTS' })),
  ])
}

/** Every carrier of claims as a side of a possible dispute. */
export function sidesOf(claims: readonly ClaimMatter[]): Side[] {
  return claims.flatMap(({ claim, statements }) =>
    claim.carriers.flatMap((carrier, i): Side[] => {
      const aligned = statements[i]
      return aligned === undefined ? [] : [{ claim, carrier, aligned }]
    }),
  )
}

/** Somebody named, or known by class, vouches for it: an outlet's retraction and a loose sentence are no side of a dispute. */
export function isVouchedFor({ attribution, source }: Carrier): boolean {
  return attribution !== undefined && source.kind !== 'outlet' && source.kind !== 'unstated'
}

/** A forecast that failed and a threat not carried out are no disputes. */
export function isOfFact({ modality }: Carrier): boolean {
  return modality !== 'predicted' && modality !== 'conditional'
}

/** A dispute between two sides, the earlier named first. */
export function disputeOf(a: Side, b: Side, how: { readonly about: string; readonly rule: string }): Dispute {
  const denies = ({ aligned }: Side) => aligned.statement.polarity === 'denied'
  const denying = (['a', 'b'] as const).filter((side) => denies(side === 'a' ? a : b))
  const place = ({ carrier }: Side) => `${carrier.span.article} ${carrier.span.start}`
  return {
    id: `d:${hash64(`${place(a)} ${place(b)}`)}`,
    a: a.carrier.span,
    b: b.carrier.span,
    about: how.about,
    claims: [a.claim.id, b.claim.id],
    ...(denying.length === 0 ? {} : { denying }),
    rules: [how.rule],
  }
}

function withoutRepeats(disputes: readonly Dispute[]): Dispute[] {
  const seen = new Set<string>()
  return disputes.filter((dispute) => {
    const key = [dispute.a, dispute.b]
      .map(({ article, start }) => `${article} ${start}`)
      .sort()
      .join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
