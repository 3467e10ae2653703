import type { ActorView } from '../../views/actor-view.ts'
import { capitalised, counted, shortened } from '../../views/wording.ts'
import { Cite } from './cite.tsx'

/** Who said what: named people first, then those who are known only by what they are. */
export function Actors({ actors }: { actors: readonly ActorView[] }) {
  const shown = actors.slice(0, 8)
  const rest = actors.slice(8, 32)
  return (
    <>
      <div class="actors">
        {shown.map((actor) => (
          <Actor actor={actor} />
        ))}
      </div>
      {rest.length > 0 && (
        <details>
          <summary>{counted(actors.length - 8, 'more source')}</summary>
          <div class="actors">
            {rest.map((actor) => (
              <Actor actor={actor} />
            ))}
          </div>
          {actors.length > 32 && <p class="more">and {actors.length - 32} more, in the JSON of this page</p>}
        </details>
      )}
    </>
  )
}

function Actor({ actor }: { actor: ActorView }) {
  const isUnnamed = actor.kind === 'anonymous' || actor.kind === 'collective'
  return (
    <div class={isUnnamed ? 'actor is-anonymous' : 'actor'}>
      <h3>
        {actor.href === undefined ? (
          <bdi>{capitalised(actor.name)}</bdi>
        ) : (
          <a href={actor.href}>
            <bdi>{actor.name}</bdi>
          </a>
        )}
        {actor.label !== 'named' && <small>{actor.label}</small>}
      </h3>
      <ul>
        {actor.said.slice(0, 4).map(({ claim, carriers }) => (
          <li>
            {carriers[0]?.denies && <span class="tag is-denied">denies</span>}{' '}
            <a class="said" href={claim.href}>
              <bdi>{shortened(carriers[0]?.said.quote ?? claim.gist.quote, 160)}</bdi>
            </a>{' '}
            <span class="by">{carriers[0] && <Cite of={carriers[0].said} />}</span>
          </li>
        ))}
        {actor.said.length > 4 && <li class="more">and {counted(actor.said.length - 4, 'more claim')}</li>}
      </ul>
    </div>
  )
}
