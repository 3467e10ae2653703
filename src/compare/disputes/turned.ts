import type { Dispute } from '../../model/record.ts'
import { isTurnOf } from '../claims/turned.ts'
import { disputeOf, type Side } from './find-disputes.ts'

/** What a copied sentence says against what an edit made of it: each copy against what it was made from. */
export function turnedCopies(sides: readonly Side[]): Dispute[] {
  const turned = sides.filter(({ aligned }) => aligned.turns !== undefined)
  return turned.flatMap((b) => {
    // Who takes the turned words over adds no dispute.
    if (b.carrier.part === 'copies') return []
    const a = turned.find((side) => isTurnOf(side.aligned, b.aligned) && isOriginal(side, b))
    return a === undefined ? [] : [disputeOf(a, b, { about: 'wording', rule: 'DSP-TURNED' })]
  })
}

function isOriginal({ aligned: { turns } }: Side, { aligned: b }: Side): boolean {
  return [...(turns ?? [])].some(([turn, side]) => side === 'a' && b.turns?.get(turn) === 'b')
}
