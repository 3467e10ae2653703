import { type HolderView, levelWords, type StanceView } from '../../views/position-view.ts'
import { capitalised, counted, shortened } from '../../views/wording.ts'
import { Cite } from './cite.tsx'

const shownHolders = 8
const shownStances = 12
const shownAgain = 3

/** What persons, offices and countries are on record for or against, each at its own level. */
export function Positions({ holders }: { holders: readonly HolderView[] }) {
  const rest = holders.slice(shownHolders, 4 * shownHolders)
  return (
    <>
      <Holders holders={holders.slice(0, shownHolders)} />
      {rest.length > 0 && (
        <details>
          <summary>Positions of {counted(rest.length, 'more holder')}</summary>
          <Holders holders={rest} />
        </details>
      )}
    </>
  )
}

function Holders({ holders }: { holders: readonly HolderView[] }) {
  return (
    <div class="actors">
      {holders.map((holder) => (
        <div class={holder.level === 'unnamed' ? 'actor is-anonymous' : 'actor'}>
          <h3>
            {holder.href === undefined ? (
              <bdi>{capitalised(holder.name)}</bdi>
            ) : (
              <a href={holder.href}>
                <bdi>{capitalised(holder.name)}</bdi>
              </a>
            )}
            <small>{levelWords[holder.level]}</small>
          </h3>
          <Stances holder={holder} />
        </div>
      ))}
    </div>
  )
}

/** The sides that one holder took, matter by matter, in order of report. */
export function Stances({ holder }: { holder: HolderView }) {
  return (
    <>
      {holder.matters.map(({ stances }) => (
        <ol class="stances">
          {stances.length > shownStances && (
            <li class="more">{stances.length - shownStances} earlier, in the JSON of this page</li>
          )}
          {stances.slice(-shownStances).map((stance) => (
            <StanceLine stance={stance} />
          ))}
        </ol>
      ))}
    </>
  )
}

function StanceLine({ stance }: { stance: StanceView }) {
  return (
    <li>
      <span class={`tag is-${stance.stance}`}>{stance.stance}</span>{' '}
      {stance.reversal && <span class="tag is-changed">⇄ changed</span>}{' '}
      <span class="said">
        <bdi>{shortened(stance.evidence.quote, 140)}</bdi>
      </span>{' '}
      <span class="by">
        {stance.accordingTo && (
          <>
            according to <bdi>{stance.accordingTo}</bdi>,{' '}
          </>
        )}
        <Cite of={stance.evidence} />
        {stance.again.length > 0 && (
          <>
            {'; again '}
            {stance.again.slice(0, shownAgain).map((evidence, i) => (
              <>
                {i > 0 && '; '}
                <Cite of={evidence} />
              </>
            ))}
            {stance.again.length > shownAgain && `; and ${stance.again.length - shownAgain} times more`}
          </>
        )}
      </span>
    </li>
  )
}
