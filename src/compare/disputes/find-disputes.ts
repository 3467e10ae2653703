import { hash64 } from '../../model/id.ts'
import type { Carrier, Claim, Dispute } from '../../model/record.ts'
import { type Likeness, likeness } from '../claims/likeness.ts'
import type { Matter } from '../claims/matter.ts'
import { differingFigures } from './figures.ts'

/** A claim with the matter of each of its carriers, in the carriers' order. */
export type ClaimMatter = { readonly claim: Claim; readonly matters: readonly Matter[] }

/** A carrier with its claim and matter: one side of a possible dispute. */
export type Side = { readonly claim: Claim; readonly carrier: Carrier; readonly matter: Matter }

/** How rare a key is among the story's carriers. */
export type Rarity = (key: string) => number

/** Pairs of accounts that cannot both be so, by different origins: what one affirms and another denies, and two figures for one thing. */
export function findDisputes(claims: readonly ClaimMatter[]): Dispute[] {
  const sides = claims.flatMap(({ claim, matters }) =>
    claim.carriers.flatMap((carrier, i): Side[] => {
      const matter = matters[i]
      return matter === undefined ? [] : [{ claim, carrier, matter }]
    }),
  )
  const rarity = rarityOf(sides)
  const denied = claims.flatMap(({ claim }) =>
    deniedClaim(
      sides.filter((side) => side.claim === claim),
      rarity,
    ),
  )
  return withoutRepeats([...denied, ...differingFigures(sides, rarity)])
}

function deniedClaim(sides: readonly Side[], rarity: Rarity): Dispute[] {
  const affirming = sides.filter(({ carrier }) => carrier.polarity === 'affirmed' && isOfFact(carrier))
  const denying = sides.filter(({ carrier }) => carrier.polarity === 'denied' && isVouchedFor(carrier))
  let best: { readonly a: Side; readonly b: Side; readonly strength: number } | undefined
  for (const b of denying) {
    for (const a of affirming) {
      // Who denies what it said itself has changed its mind: no dispute.
      if (a.carrier.origin === b.carrier.origin) continue
      const strength = strengthOf(likeness(a.matter, b.matter, rarity))
      if (strength > (best?.strength ?? 0)) best = { a, b, strength }
    }
  }
  return best === undefined ? [] : [disputeOf(best.a, best.b, { about: aboutOf(best.a), rule: 'DSP-DENIED' })]
}

// Half of the poorer side's matter, or two rare keys: less may be two statements about one person.
function strengthOf(like: Likeness): number {
  if (like.names === 'differ' || like.days === 'differ') return 0
  return like.containment >= 0.45 && (like.shared >= 2 || like.containment >= 0.6)
    ? like.containment + like.dice
    : 0
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
  const place = ({ carrier }: Side) => `${carrier.span.article} ${carrier.span.start}`
  return {
    id: `d:${hash64(`${place(a)} ${place(b)}`)}`,
    a: a.carrier.span,
    b: b.carrier.span,
    about: how.about,
    claims: [a.claim.id, b.claim.id],
    rules: [how.rule],
  }
}

function aboutOf({ matter, carrier }: Side): string {
  if (matter.keys.has('=die') || matter.keys.has('=hurt')) return 'toll'
  if (matter.keys.has('=blame')) return 'cause'
  return carrier.modality === 'stated' ? 'position' : 'occurrence'
}

function rarityOf(sides: readonly Side[]): Rarity {
  const frequency = new Map<string, number>()
  for (const { matter } of sides)
    for (const key of matter.keys) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  return (key) => Math.log(1 + (sides.length + 1) / (1 + (frequency.get(key) ?? 0)))
}

function withoutRepeats(disputes: readonly Dispute[]): Dispute[] {
  const seen = new Set<string>()
  return disputes.filter((dispute) => {
    const key = [...dispute.claims].sort().join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
