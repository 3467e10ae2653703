import { type ClaimView, isMarked, levelsInWords } from '../../views/claim-view.ts'
import { deedOf } from '../../views/matrix-view.ts'
import type { OriginGraph } from '../../views/origin-graph.ts'
import type { QuotationView } from '../../views/quotation-view.ts'
import { sourceName } from '../../views/source-view.ts'
import type { StoryView } from '../../views/story-view.ts'
import { capitalised } from '../../views/wording.ts'
import { Cite } from '../parts/cite.tsx'
import { DeedLegend, DeedMark } from '../parts/deed.tsx'
import { Disputes } from '../parts/disputes.tsx'
import { Graph } from '../parts/graph.tsx'
import { Origins } from '../parts/origins.tsx'
import { Quotations } from '../parts/quotations.tsx'
import { Rules } from '../parts/rules.tsx'

/** One claim: where it came from, everybody who carries it, what stands against it. */
export function ClaimPage(props: {
  claim: ClaimView
  graph: OriginGraph
  story: StoryView
  quotations: readonly QuotationView[]
}) {
  const { claim, story, quotations } = props
  const disputes = story.disputes.filter((dispute) =>
    dispute.sides.some((side) => side.claim.id === claim.id),
  )
  return (
    <article class="claim">
      <header class="head">
        <p class="kicker">
          <a href={story.href}>
            <bdi>{story.title}</bdi>
          </a>{' '}
          · claim
        </p>
        <h1>
          <Cite of={claim.gist} class="said">
            <bdi>“{capitalised(claim.gist.quote)}”</bdi>
          </Cite>
        </h1>
        <p class="meta">
          <Origins claim={claim} /> <span class="tag">{claim.modality}</span>{' '}
          {isMarked(claim.state) && <span class={`tag is-${claim.state}`}>{claim.state}</span>}
        </p>
        <p class="meta">{levelsInWords(claim)}</p>
        {claim.retracted.map((note) => (
          <p class="meta">
            Taken back in a correction note: <Cite of={note} />
          </p>
        ))}
      </header>
      <section aria-labelledby="from">
        <h2 id="from">Where it came from</h2>
        <Graph graph={props.graph} label="Where this claim came from" />
      </section>
      <Carriers claim={claim} />
      {quotations.length > 0 && (
        <section aria-labelledby="quoted">
          <h2 id="quoted">The same quotation, told otherwise</h2>
          <Quotations quotations={quotations} />
        </section>
      )}
      {disputes.length > 0 && (
        <section aria-labelledby="disputed">
          <h2 id="disputed">Disputed</h2>
          <Disputes disputes={disputes} />
        </section>
      )}
      <section aria-labelledby="why">
        <h2 id="why">Why it is counted so</h2>
        <ul class="reasons">
          {claim.origins.map((origin) => (
            <li>
              <b>
                <bdi>{capitalised(origin.words)}</bdi>
              </b>{' '}
              {origin.isCertain ? 'certainly an origin of its own' : 'may be the same as another'}
              {origin.evidence[0] && (
                <>
                  , by <Cite of={origin.evidence[0]} />
                </>
              )}{' '}
              <Rules ids={origin.rules} />
            </li>
          ))}
        </ul>
        <p class="meta">
          Aligned by <Rules ids={claim.rules} />
        </p>
      </section>
    </article>
  )
}

function Carriers({ claim }: { claim: ClaimView }) {
  return (
    <section aria-labelledby="carried">
      <h2 id="carried">Who carries it</h2>
      <ol class="carriers">
        {claim.carriers.map((carrier) => (
          <li>
            <p class="meta">
              <DeedMark deed={deedOf(carrier)} /> <Cite of={carrier.evidence} />
            </p>
            <p>
              <span class="said">
                <bdi>“{carrier.evidence.quote}”</bdi>
              </span>
            </p>
            <p class="by">
              {carrier.source.entity === undefined ? (
                <bdi>{sourceName(carrier.source, carrier.outlet)}</bdi>
              ) : (
                <a href={carrier.source.entity.href}>
                  <bdi>{carrier.source.entity.name}</bdi>
                </a>
              )}{' '}
              · {carrier.source.label} · {carrier.polarity} · {carrier.modality}
              {carrier.source.unknown && <span class="unknown"> · {carrier.source.unknown}</span>}
            </p>
          </li>
        ))}
      </ol>
      <DeedLegend />
    </section>
  )
}
