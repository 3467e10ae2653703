import type { ClaimView } from '../../views/claim-view.ts'
import type { MatrixView } from '../../views/matrix-view.ts'
import type { OriginGraph } from '../../views/origin-graph.ts'
import type { SinceView } from '../../views/since-view.ts'
import type { StoryView } from '../../views/story-view.ts'
import { capitalised, counted, fullMomentInWords, shortened } from '../../views/wording.ts'
import { Actors } from '../parts/actors.tsx'
import { Brief } from '../parts/brief.tsx'
import { Changes } from '../parts/changes.tsx'
import { Disputes } from '../parts/disputes.tsx'
import { Fiction } from '../parts/fiction.tsx'
import { FramingPanel } from '../parts/framing.tsx'
import { Graph } from '../parts/graph.tsx'
import { Matrix } from '../parts/matrix.tsx'
import { Origins } from '../parts/origins.tsx'
import { Plans } from '../parts/plans.tsx'
import { Positions } from '../parts/positions.tsx'
import { Since } from '../parts/since.tsx'
import { Episodes, Sources } from '../parts/sources.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { Figures } from './stories-page.tsx'

/** What a story's page shows; `show` filters the table of claims, `all` lifts its limit. */
export type StoryPageProps = {
  readonly story: StoryView
  readonly graph?: { readonly claim: ClaimView; readonly graph: OriginGraph }
  readonly show?: string
  readonly all: boolean
  /** What came in since the last visit, or since a moment that the address names. */
  readonly since?: SinceView
  readonly isVisit?: boolean
}

/** The page of a story. */
export function StoryPage(props: StoryPageProps) {
  const { story } = props
  const revised = story.plans.filter((plan) => plan.isRevised)
  const others = story.plans.filter((plan) => !plan.isRevised)
  return (
    <>
      <Head story={story} />
      <div class="columns">
        <div class="main">
          {props.since !== undefined && (props.isVisit !== true || props.since.articles > 0) && (
            <Since since={props.since} isVisit={props.isVisit === true} />
          )}
          {revised.length + story.changes.length > 0 && (
            <section aria-labelledby="changed">
              <h2 id="changed">What changed</h2>
              {revised.length > 0 && <Plans plans={revised} />}
              {story.changes.length > 0 && <Changes changes={story.changes} />}
            </section>
          )}
          <section aria-labelledby="record">
            <h2 id="record">What is on record</h2>
            <Brief lines={story.brief} />
          </section>
          <WhoReportsWhat {...props} />
          {story.disputes.length > 0 && (
            <section aria-labelledby="disputed">
              <h2 id="disputed">Disputed</h2>
              <Disputes disputes={story.disputes} />
            </section>
          )}
          {props.graph && <WhereFrom story={story} claim={props.graph.claim} graph={props.graph.graph} />}
          {story.actors.length > 0 && (
            <section aria-labelledby="said">
              <h2 id="said">Who said what</h2>
              <Actors actors={story.actors} />
            </section>
          )}
          {story.positions.length > 0 && (
            <section aria-labelledby="positions">
              <h2 id="positions">Positions</h2>
              <Positions holders={story.positions} />
            </section>
          )}
          {story.framing.length > 0 && (
            <section aria-labelledby="framing">
              <h2 id="framing">In other words</h2>
              <FramingPanel framing={story.framing} />
            </section>
          )}
        </div>
        <aside class="side" aria-label="Timeline, people and sources">
          <section aria-labelledby="timeline">
            <h2 id="timeline">Timeline</h2>
            <Timeline lines={story.timeline} />
          </section>
          {others.length > 0 && (
            <section aria-labelledby="planned">
              <h2 id="planned">Also planned</h2>
              <Plans plans={others} />
            </section>
          )}
          {story.people.length > 0 && <People story={story} />}
          {story.episodes.length > 1 && (
            <section aria-labelledby="episodes">
              <h2 id="episodes">Episodes ({story.episodes.length})</h2>
              <Episodes episodes={story.episodes} />
            </section>
          )}
          <section aria-labelledby="sources">
            <h2 id="sources">Sources ({story.articles})</h2>
            <Sources lines={story.sources} />
          </section>
        </aside>
      </div>
    </>
  )
}

function Head({ story }: { story: StoryView }) {
  return (
    <header class="head">
      <h1>
        <bdi>{story.title}</bdi>
      </h1>
      <Figures articles={story.articles} outlets={story.outlets} origins={story.origins} />
      {story.shared.claims > 0 && <Shared story={story} />}
      <p class="meta">
        {story.disputes.length > 0 && (
          <a class="tag is-disputed" href="#disputed">
            {counted(story.disputes.length, 'dispute')}
          </a>
        )}{' '}
        {story.span ?? 'no dated article'}
        {story.lastReport && ` · last report ${fullMomentInWords(story.lastReport)}`}
        {story.undated > 0 && ` · ${story.undated} undated`}
        {story.beyond > 0 && ` · ${counted(story.beyond, 'more article')} not compared`}
      </p>
      {story.isFiction && <Fiction />}
    </header>
  )
}

// The point of the record in one line: many outlets, few origins.
function Shared({ story }: { story: StoryView }) {
  const { claims, singleOrigin } = story.shared
  return (
    <p class="lede">
      {counted(claims, 'claim')} {claims === 1 ? 'is' : 'are'} carried by two outlets or more;{' '}
      <a href={`${story.href}?show=single#reports`}>{singleOrigin === 0 ? 'none' : singleOrigin} of these</a>{' '}
      may rest on a single origin.
    </p>
  )
}

const limit = 12

function WhoReportsWhat({ story, show, all }: StoryPageProps) {
  const rows = story.matrix.rows.filter((row) => isShown(row, show))
  const shown: MatrixView = { outlets: story.matrix.outlets, rows: all ? rows : rows.slice(0, limit) }
  const filters = [
    ['all', undefined],
    ['disputed', 'disputed'],
    ['single origin', 'single'],
  ] as const
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">Who reports what</h2>
      <nav class="filters" aria-label="Filter claims">
        {filters.map(([words, value]) => (
          <a
            href={value === undefined ? `${story.href}#reports` : `${story.href}?show=${value}#reports`}
            aria-current={show === value ? 'true' : undefined}
          >
            {words}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="unknown">No claim of this story is of that kind.</p>
      ) : (
        <Matrix matrix={shown} />
      )}
      {rows.length > shown.rows.length && (
        <p class="more">
          <a href={`${story.href}?all=1${show === undefined ? '' : `&show=${show}`}#reports`}>
            Show all {counted(rows.length, 'claim')}
          </a>
        </p>
      )}
    </section>
  )
}

function isShown(row: MatrixView['rows'][number], show: string | undefined): boolean {
  if (show === 'disputed') return row.claim.state === 'disputed' || row.claim.state === 'denied'
  return show !== 'single' || row.claim.certain <= 1
}

function WhereFrom({ story, claim, graph }: { story: StoryView; claim: ClaimView; graph: OriginGraph }) {
  return (
    <section aria-labelledby="from">
      <h2 id="from">Where it came from</h2>
      <p class="gist">
        <a class="said" href={claim.href}>
          <bdi>{capitalised(claim.gist.quote)}</bdi>
        </a>{' '}
        <Origins claim={claim} />
      </p>
      <Graph graph={graph} label="Where this claim came from" />
      <form class="choose" method="get" action={`${story.href}#from`}>
        <label for="graph">Another claim</label>
        <select id="graph" name="graph">
          {story.claims.slice(0, 30).map((each) => (
            <option value={each.id} selected={each.id === claim.id}>
              {shortened(capitalised(each.gist.quote), 80)}
            </option>
          ))}
        </select>
        <button type="submit">Show</button>
      </form>
    </section>
  )
}

function People({ story }: { story: StoryView }) {
  return (
    <section aria-labelledby="people">
      <h2 id="people">People</h2>
      <ul class="people">
        {story.people.slice(0, 12).map((person) => (
          <li>
            <a href={person.href}>
              <bdi>{person.name}</bdi>
            </a>{' '}
            <small>
              {person.times}×{person.spellings > 1 && `, ${person.spellings} forms`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
