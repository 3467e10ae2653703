import type { EntityView } from '../../views/entity-view.ts'
import { capitalised, counted, momentInWords } from '../../views/wording.ts'
import { Cite } from '../parts/cite.tsx'
import { Origins } from '../parts/origins.tsx'
import { Stances } from '../parts/positions.tsx'
import { Rules } from '../parts/rules.tsx'

/** A person or thing: its spellings and the rule that joined them, roles, positions, what it said. */
export function EntityPage({ entity }: { entity: EntityView }) {
  const role = entity.roles[0]
  return (
    <article class="entity">
      <header class="head">
        <p class="kicker">
          <a href={entity.story.href}>
            <bdi>{entity.story.title}</bdi>
          </a>{' '}
          · {typeWords[entity.type] ?? 'name'}{' '}
          {entity.typeRule !== undefined && <Rules ids={[entity.typeRule]} />}
        </p>
        <h1>
          <bdi>{entity.name}</bdi>
        </h1>
        <p class="lede">
          {role === undefined ? (
            <span class="unknown">No article gives a role.</span>
          ) : (
            <bdi>{capitalised(role.text)}</bdi>
          )}
          {entity.country && (
            <>
              {' · '}
              {entity.country.evidence === undefined ? (
                <bdi>{entity.country.name}</bdi>
              ) : (
                <Cite of={entity.country.evidence}>
                  <bdi>{entity.country.name}</bdi>
                </Cite>
              )}
            </>
          )}
        </p>
      </header>
      <section aria-labelledby="names">
        <h2 id="names">How the name is written</h2>
        <ul class="variants">
          {entity.variants.map((variant) => (
            <li>
              <b>
                <bdi>{variant.text}</bdi>
              </b>{' '}
              <span>{variant.count}×</span>{' '}
              {variant.evidence.slice(0, 3).map((evidence) => (
                <Cite of={evidence} />
              ))}{' '}
              {variant.to !== undefined && (
                <>
                  joined to{' '}
                  <Cite of={variant.to}>
                    <bdi>{variant.to.quote}</bdi>
                  </Cite>{' '}
                  by{' '}
                </>
              )}
              <Rules ids={[variant.rule]} />
            </li>
          ))}
        </ul>
      </section>
      {entity.roles.length > 0 && <Roles entity={entity} />}
      {entity.positions.length > 0 && <Positions entity={entity} />}
      <section aria-labelledby="said">
        <h2 id="said">Said ({counted(entity.said.length, 'claim')})</h2>
        {entity.said.length === 0 && <p class="unknown">No claim of this story has this source.</p>}
        <ul class="saying">
          {entity.said.map(({ claim, carriers }) => (
            <li>
              {carriers[0]?.denies && <span class="tag is-denied">denies</span>}{' '}
              <a class="said" href={claim.href}>
                <bdi>{capitalised(carriers[0]?.said.quote ?? claim.gist.quote)}</bdi>
              </a>
              <p class="meta">
                <Origins claim={claim} />{' '}
                {carriers.slice(0, 4).map((carrier) => (
                  <Cite of={carrier.evidence} />
                ))}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}

function Roles({ entity }: { entity: EntityView }) {
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Roles</h2>
      <ul class="variants">
        {entity.roles.map((role) => (
          <li>
            <bdi>{role.text}</bdi> <span>{timeOfRole(role)}</span>{' '}
            {role.evidence.slice(0, 3).map((evidence) => (
              <Cite of={evidence} />
            ))}{' '}
            {role.rule !== undefined && <Rules ids={[role.rule]} />}
            {role.others.map((other) => (
              <>
                {' · also: '}
                <a href={other.href}>
                  <bdi>{other.name}</bdi>
                </a>{' '}
                (<bdi>{other.words}</bdi>)
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

// "since 3 March at the latest, last on 7 March"; of a former role only when it was reported.
function timeOfRole({ reported, until, standing }: EntityView['roles'][number]): string {
  if (reported === undefined) return standing ?? ''
  const last = until === undefined || until === reported ? '' : `, last on ${momentInWords(until)}`
  return standing === undefined
    ? `since ${momentInWords(reported)} at the latest${last}`
    : `${standing}, reported ${momentInWords(reported)}${last}`
}

function Positions({ entity }: { entity: EntityView }) {
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">Positions</h2>
      {entity.positions.map((holder) => (
        <Stances holder={holder} />
      ))}
    </section>
  )
}

const typeWords: Readonly<Partial<Record<EntityView['type'], string>>> = {
  PER: 'person',
  ORG: 'organisation',
  GPE: 'country or town',
  LOC: 'place',
  FAC: 'place',
}
