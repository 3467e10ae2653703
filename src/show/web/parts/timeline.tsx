import type { TimelineLine } from '../../views/timeline-view.ts'
import { counted, momentInWords } from '../../views/wording.ts'
import { Cite } from './cite.tsx'
import { Status } from './status.tsx'

/** The days of a story: what happened, what was to happen, and when that was first reported. */
export function Timeline({ lines }: { lines: readonly TimelineLine[] }) {
  if (lines.length === 0) return <p class="unknown">No passage can be placed on a day.</p>
  const key = shortList(lines)
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

// Lines of plans and of several origins; where there are few, what happened or is planned on a day fills up.
function shortList(lines: readonly TimelineLine[]): readonly TimelineLine[] {
  const wanted = 10
  const chosen = new Set(lines.filter((line) => line.isKey).slice(0, wanted))
  for (const line of lines) {
    if (chosen.size >= wanted) break
    if (line.from === line.to && line.status !== 'unknown' && line.status !== 'conditional') chosen.add(line)
  }
  return chosen.size === 0 ? lines.slice(0, wanted) : lines.filter((line) => chosen.has(line))
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
            <Status status={line.status} /> · {line.origins > 0 && <>{counted(line.origins, 'origin')} · </>}
            {line.reported === undefined
              ? 'report undated'
              : `first reported ${momentInWords(line.reported)}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
