import type { BriefView } from '../../views/story-view.ts'
import { capitalised } from '../../views/wording.ts'
import { Cite } from './cite.tsx'
import { Origins } from './origins.tsx'

/** What is on record: sentences of the outlets, each with how many stand behind it. */
export function Brief({ lines }: { lines: readonly BriefView[] }) {
  if (lines.length === 0) return <p class="unknown">Nothing in these articles is attributed or planned.</p>
  return (
    <ul class="brief">
      {lines.map((line) => (
        <li>
          <Cite of={line.evidence} class="said">
            <bdi>{capitalised(line.evidence.quote)}</bdi>
          </Cite>{' '}
          {line.state && <span class={`tag is-${line.state}`}>{stateWords[line.state]}</span>}{' '}
          {line.claim && (
            <a class="counts" href={line.claim.href}>
              <Origins claim={line.claim} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const stateWords = { disputed: 'disputed', changed: 'changed', 'single-origin': 'single origin' } as const
