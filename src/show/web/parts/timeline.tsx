import { keyLines, type TimelineLine } from '../../views/timeline-view.ts'
import { counted, momentInWords } from '../../views/wording.ts'
import { Cite } from './cite.tsx'
import { Status } from './status.tsx'

/** The days of a story: what happened, what was to happen, and when that was first reported. */
export function Timeline({ lines }: { lines: readonly TimelineLine[] }) {
  if (lines.length === 0) return <p class="unknown">No passage can be placed on a day.</p>
  const key = keyLines(lines)
  return (
    <>
      <Lines lines={key} />
      {key.length < lines.length && (
        <details>
          <summary>All {lines.length} dated lines</summary>
          <Lines lines={lines.slice(0, 100)} />
        </details>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly TimelineLine[] }) {
  return (
    <ol class="timeline">
      {lines.map((line, i) => (
        <li class={`is-${line.status}`}>
          {line.when !== lines[i - 1]?.when && (
            <p class="when">{line.isReplaced ? <s>{line.when}</s> : line.when}</p>
          )}
          <p>
            <Cite of={line.evidence} class="said">
              <bdi>{line.evidence.quote}</bdi>
            </Cite>
          </p>
          {line.changes.map((change) => (
            <p class="change">
              {change.slot}: <s>{change.from}</s> → <b>{change.to}</b>
            </p>
          ))}
          <p class="meta">
            <Status status={line.status} of={line.isPlan ? 'plan' : 'event'} /> ·{' '}
            {line.origins > 0 && <>{counted(line.origins, 'origin')} · </>}
            {line.reported === undefined
              ? 'report undated'
              : `first reported ${momentInWords(line.reported)}`}
            {line.inferredFrom && (
              <>
                {' '}
                · day inferred from <Cite of={line.inferredFrom}>another article</Cite>
              </>
            )}
            {line.also > 0 && ` · told ${line.also + 1} times`}
          </p>
        </li>
      ))}
    </ol>
  )
}
