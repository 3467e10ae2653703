import type { Account, Change, Claim, Position } from '../../model/record.ts'
import { overlaps } from '../../model/span.ts'

/** Positions by which a holder takes the opposite side of what it took before, as changes. */
export function reversals(positions: readonly Position[], claims: readonly Claim[]): Change[] {
  return positions.flatMap((position): Change[] => {
    const before = positions.find(({ span }) => span === position.reverses)
    if (before === undefined) return []
    return [
      {
        relation: 'reverses',
        slot: 'position',
        about: position.holder.name,
        from: accountOf(before, claims),
        to: accountOf(position, claims),
        kind: `now ${position.stance}`,
        ...(position.reported === undefined ? {} : { reported: position.reported }),
        rules: ['CHN-REVERSED', ...position.rules],
      },
    ]
  })
}

function accountOf({ stance, span, reported }: Position, claims: readonly Claim[]): Account {
  const carrier = claims
    .flatMap(({ carriers }) => carriers)
    .find((one) => one.span.article === span.article && overlaps(one.span, span))
  return {
    value: stance,
    // The matter alone, "the northern line", says less than the clause about it.
    span: carrier?.span ?? span,
    ...(reported === undefined ? {} : { reported }),
    ...(carrier === undefined ? {} : { origin: carrier.origin }),
  }
}
