import { hash64 } from '../../model/id.ts'
import type { Carrier, Claim, Dispute } from '../../model/record.ts'
import type { Matter } from '../claims/matter.ts'

/** A claim with the matter of each of its carriers, in the carriers' order. */
export type ClaimMatter = { readonly claim: Claim; readonly matters: readonly Matter[] }

/** Pairs of accounts that cannot both be so: one for each claim that is affirmed and denied by different origins. */
export function findDisputes(claims: readonly ClaimMatter[]): Dispute[] {
  return claims.flatMap(({ claim }) => deniedClaim(claim))
}

function deniedClaim(claim: Claim): Dispute[] {
  const affirmed = claim.carriers.filter((carrier) => carrier.polarity === 'affirmed')
  const denied = claim.carriers.filter((carrier) => carrier.polarity === 'denied' && !isRetraction(carrier))
  // Who denies what it said itself has changed its mind: no dispute.
  for (const denial of denied) {
    const against = affirmed.find((carrier) => carrier.origin !== denial.origin)
    if (against !== undefined) {
      return [
        {
          id: `d:${hash64(`${claim.id} ${denial.span.article} ${denial.span.start}`)}`,
          a: against.span,
          b: denial.span,
          about: 'occurrence',
          claims: [claim.id, claim.id],
          rules: ['DSP-DENIED'],
        },
      ]
    }
  }
  return []
}

function isRetraction(carrier: Carrier): boolean {
  return carrier.source.kind === 'outlet'
}
