import { type ChangeStep, type ChangeView, relationInWords } from '../../views/change-view.ts'
import { capitalised } from '../../views/wording.ts'
import { Account } from './account.tsx'
import { Cite } from './cite.tsx'

/** How counts of people went on, and what was to come and did not. */
export function Changes({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <div class="plans">
      {changes.slice(0, shown).map((change) => (
        <div class="plan">
          <h3>
            <bdi>{capitalised(change.about)}</bdi>
            {change.of !== 'count' && <Deed of={change.of} />}
          </h3>
          {change.of === 'count' ? <Count of={change} /> : <Pair of={change} />}
        </div>
      ))}
      {changes.length > shown && (
        <p class="more">and {changes.length - shown} more, in the JSON of this page</p>
      )}
    </div>
  )
}

const shown = 12

function Deed({ of }: { of: 'occurrence' | 'position' }) {
  const [glyph, words] = of === 'occurrence' ? ['✕', 'did not come'] : ['⇄', 'changed sides']
  return (
    <>
      {' '}
      <span class="tag is-denied">
        <span aria-hidden="true">{glyph}</span> {words}
      </span>
    </>
  )
}

function Count({ of: { steps } }: { of: ChangeView }) {
  return (
    <>
      <dl class="slots">
        <div>
          <dt>count</dt>
          <dd>
            {steps.map((step) => (
              <>
                {step.relation === 'refines' && <span class="unknown">, more closely </span>}
                {step.relation === 'updates' && (
                  <span class="arrow" aria-hidden="true">
                    {' → '}
                  </span>
                )}
                <Cite of={step.evidence}>{step.isReplaced ? <s>{step.value}</s> : <b>{step.value}</b>}</Cite>
              </>
            ))}
          </dd>
        </div>
      </dl>
      <details class="history">
        <summary>How it was reported, {steps.length} times</summary>
        <ol>
          {steps.map((step) => (
            <Step of={step} />
          ))}
        </ol>
      </details>
    </>
  )
}

function Step({ of: step }: { of: ChangeStep }) {
  return (
    <li>
      <Account of={step} />
      <p class="change">
        {relationInWords(step)} · {step.value}
      </p>
    </li>
  )
}

function Pair({ of: { steps } }: { of: ChangeView }) {
  return (
    <div class="sides">
      {steps.map((step) => (
        <div class="side">
          <Account of={step} deed={deed(step)} />
        </div>
      ))}
    </div>
  )
}

// A matter alone does not tell on which side its holder stands.
function deed({ value }: ChangeStep): string | undefined {
  return value === 'for' || value === 'against' ? value : undefined
}
