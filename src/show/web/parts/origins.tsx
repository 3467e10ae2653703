import type { ClaimView } from '../../views/claim-view.ts'
import { outletsInWords } from '../../views/wording.ts'

/** How well a claim stands: a dot for each origin, hollow where it may be the same as another, then the words. */
export function Origins({ claim }: { claim: ClaimView }) {
  return (
    <span class="origins">
      <Dots certain={claim.certain} possible={claim.possible} />
      <span>
        {claim.originsWords}, {outletsInWords(claim.outlets)}
      </span>
    </span>
  )
}

/** Origins as dots: filled for those that are certainly apart, hollow for those that may be. */
export function Dots({ certain, possible }: { certain: number; possible: number }) {
  const filled = Math.min(certain, 8)
  const hollow = Math.min(Math.max(0, possible - certain), 8 - filled)
  return (
    <span class="dots" aria-hidden="true">
      {'●'.repeat(filled)}
      {'○'.repeat(hollow)}
    </span>
  )
}
