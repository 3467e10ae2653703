import { outletInWords } from '../../views/evidence.ts'
import { type PlanView, type SlotStep, stepInWords } from '../../views/plan-view.ts'
import { momentInWords } from '../../views/wording.ts'
import { Cite } from './cite.tsx'
import { Status } from './status.tsx'

/** What was planned and what became of it: replaced values are struck through, the last one stands. */
export function Plans({ plans }: { plans: readonly PlanView[] }) {
  return (
    <div class="plans">
      {plans.map((plan) => (
        <Plan plan={plan} />
      ))}
    </div>
  )
}

function Plan({ plan }: { plan: PlanView }) {
  return (
    <div class="plan">
      <h3>
        <bdi>{plan.title}</bdi> <Status status={plan.status} of="plan" />
      </h3>
      <dl class="slots">
        {plan.slots.map((slot) => (
          <div>
            <dt>{slot.slot}</dt>
            <dd>
              {shownValues(slot.values).map((step, i) => (
                <>
                  {i > 0 && (
                    <span class="arrow" aria-hidden="true">
                      {' → '}
                    </span>
                  )}
                  {step === undefined ? (
                    <span class="unknown">{slot.values.length - mostValues} more</span>
                  ) : (
                    <SlotValue step={step} />
                  )}
                </>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {plan.history.length > 1 && <History plan={plan} />}
    </div>
  )
}

// The first value and the last ones; `undefined` stands for those between that are left to the list of reports.
function shownValues(values: readonly SlotStep[]): readonly (SlotStep | undefined)[] {
  if (values.length <= mostValues + 1) return values
  return [...values.slice(0, 1), undefined, ...values.slice(1 - mostValues)]
}

const mostValues = 6

function SlotValue({ step }: { step: SlotStep }) {
  const words = <bdi>{step.words}</bdi>
  return (
    <>
      <Cite of={step.evidence}>{step.isReplaced ? <s>{words}</s> : <b>{words}</b>}</Cite>
      {step.inferredFrom && (
        <span class="unknown">
          {' '}
          (inferred from <Cite of={step.inferredFrom}>another article</Cite>)
        </span>
      )}
      {step.unknown && <span class="unknown"> ({step.unknown})</span>}
    </>
  )
}

function History({ plan }: { plan: PlanView }) {
  return (
    <details class="history">
      <summary>How it was reported, {plan.history.length} times</summary>
      <ol>
        {plan.history.slice(0, shownSteps).map((step) => (
          <li>
            <span class="when">{step.reported === undefined ? 'undated' : momentInWords(step.reported)}</span>{' '}
            <Status status={step.status} of="plan" />{' '}
            <Cite of={step.evidence} class="said">
              <bdi>{step.evidence.quote}</bdi>
            </Cite>{' '}
            <span class="by">
              <bdi>{outletInWords(step.evidence.outlet)}</bdi>
              {step.origin !== undefined && (
                <>
                  {' · '}
                  <bdi>{step.origin}</bdi>
                </>
              )}
            </span>
            <p class="change">{stepInWords(step)}</p>
          </li>
        ))}
      </ol>
      {plan.history.length > shownSteps && (
        <p class="more">and {plan.history.length - shownSteps} more, in the JSON of this page</p>
      )}
    </details>
  )
}

const shownSteps = 20
