import type { DisputeSide, DisputeView } from '../../views/dispute-view.ts'
import { counted } from '../../views/wording.ts'
import { Account } from './account.tsx'
import { Rules } from './rules.tsx'

/** Accounts of one thing that cannot both be so, side by side in their own words. */
export function Disputes({ disputes }: { disputes: readonly DisputeView[] }) {
  const rest = disputes.slice(shown, 4 * shown)
  return (
    <>
      <Sides of={disputes.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{counted(disputes.length - shown, 'more dispute')}</summary>
          <Sides of={rest} />
          {disputes.length > 4 * shown && (
            <p class="more">and {disputes.length - 4 * shown} more, in the JSON of this page</p>
          )}
        </details>
      )}
    </>
  )
}

const shown = 12

function Sides({ of: disputes }: { of: readonly DisputeView[] }) {
  return (
    <div class="disputes">
      {disputes.map((dispute) => (
        <div class="dispute">
          <h3>
            <span aria-hidden="true">✕</span>{' '}
            {dispute.about === 'occurrence' ? 'whether it is so' : dispute.about}{' '}
            <Rules ids={dispute.rules} />
          </h3>
          <div class="sides">
            <Side side={dispute.sides[0]} />
            <Side side={dispute.sides[1]} />
          </div>
        </div>
      ))}
    </div>
  )
}

function Side({ side }: { side: DisputeSide }) {
  return (
    <div class={side.deed === undefined ? 'side' : 'side is-denied'}>
      <Account of={side} deed={side.deed} />
    </div>
  )
}
