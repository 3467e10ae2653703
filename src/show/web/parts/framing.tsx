import type { FramingView } from '../../views/framing-view.ts'
import { capitalised, shortened } from '../../views/wording.ts'
import { Cite } from './cite.tsx'

/** The same thing in different words: who holds a term at a distance, who calls it what, who leaves it out. */
export function FramingPanel({ framing }: { framing: readonly FramingView[] }) {
  const worded = framing.filter((each) => each.kind !== 'silence')
  const silences = framing.filter((each) => each.kind === 'silence')
  return (
    <>
      <List framing={worded.slice(0, 12)} />
      {silences.length > 0 && (
        <details>
          <summary>What is left out by whom</summary>
          <List framing={silences.slice(0, 12)} />
        </details>
      )}
    </>
  )
}

function List({ framing }: { framing: readonly FramingView[] }) {
  return (
    <ul class="framing">
      {framing.map((each) => (
        <li>
          <b>
            <bdi>{each.outlets.join(', ')}</bdi>
          </b>{' '}
          <span>{kindWords[each.kind]}</span>{' '}
          {each.href === undefined ? (
            <bdi>{each.what}</bdi>
          ) : (
            <a class="said" href={each.href}>
              <bdi>{shortened(capitalised(each.what), 140)}</bdi>
            </a>
          )}{' '}
          {each.kind !== 'silence' && (
            <span class="by">
              {each.of > 0 && `${each.count} of ${each.of} `}
              {each.evidence[0] && <Cite of={each.evidence[0]} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

const kindWords: Readonly<Record<FramingView['kind'], string>> = {
  'scare-quotes': 'holds at a distance:',
  label: 'says:',
  cue: 'attributes with:',
  voice: 'gives its own words to:',
  silence: 'leave out:',
}
