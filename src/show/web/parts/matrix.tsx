import { isMarked } from '../../views/claim-view.ts'
import type { MatrixMark, MatrixView } from '../../views/matrix-view.ts'
import { capitalised, shortened } from '../../views/wording.ts'
import { Cite } from './cite.tsx'
import { DeedLegend, DeedMark } from './deed.tsx'
import { Dots } from './origins.tsx'

/** Who reports what: claims down, outlets across in the order of their first report. */
export function Matrix({ matrix }: { matrix: MatrixView }) {
  return (
    <>
      <section class="scroll" tabindex={0} aria-label="Table of claims and outlets">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Origins</th>
              {matrix.outlets.map((outlet) => (
                <th scope="col" class="outlet">
                  <span>
                    <bdi>{outlet}</bdi>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr>
                <th scope="row">
                  <a href={row.claim.href}>
                    <bdi>{shortened(capitalised(row.claim.gist.quote), 120)}</bdi>
                  </a>
                  {isMarked(row.claim.state) && (
                    <>
                      {' '}
                      <span class={`tag is-${row.claim.state}`}>{row.claim.state}</span>
                    </>
                  )}
                </th>
                <td class="count">
                  <span class="sr">{row.claim.originsWords}</span>
                  <span aria-hidden="true" title={row.claim.originsWords}>
                    <Dots certain={row.claim.certain} possible={row.claim.possible} />
                    <small>{interval(row.claim.certain, row.claim.possible)}</small>
                  </span>
                </td>
                {row.cells.map((marks, i) => (
                  <td class="cell">
                    <Cell marks={marks} outlet={matrix.outlets[i] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DeedLegend />
    </>
  )
}

function Cell({ marks, outlet }: { marks: readonly MatrixMark[]; outlet: string }) {
  if (marks.length === 0) {
    return (
      <span class="deed silent" aria-hidden="true">
        ·
      </span>
    )
  }
  return (
    <>
      {marks.map((mark) => (
        <Cite of={mark.evidence} label={`${outlet} ${mark.deed}`}>
          <DeedMark deed={mark.deed} />
        </Cite>
      ))}
    </>
  )
}

function interval(certain: number, possible: number): string {
  return possible <= certain ? String(certain) : `${certain}–${possible}`
}
