import { entityWithId } from '../../compare/entities/entity-of.ts'
import type { Entity, EntityRole } from '../../model/record.ts'
import { distinctSayings, type Saying } from './actor-view.ts'
import { claimView } from './claim-view.ts'
import {
  type Evidence,
  entityHref,
  evidenceOf,
  evidencesOf,
  type StoryContext,
  storyHref,
} from './evidence.ts'
import { type HolderView, positionViews } from './position-view.ts'
import { titleOf } from './story-view.ts'
import { plainText } from './wording.ts'

/** A person or thing on the record: spellings, roles, positions, and what it is said to have said. */
export type EntityView = {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly type: Entity['type']
  readonly typeRule?: string
  readonly story: { readonly href: string; readonly title: string }
  readonly variants: readonly {
    readonly text: string
    readonly count: number
    readonly rule: string
    readonly evidence: readonly Evidence[]
    /** The name that it was joined to. */
    readonly to?: Evidence
  }[]
  readonly roles: readonly {
    readonly text: string
    readonly reported?: string
    readonly until?: string
    /** "former", "acting"; absent where the words do not tell. */
    readonly standing?: EntityRole['standing']
    readonly rule?: string
    readonly evidence: readonly Evidence[]
    /** Others of the story whom articles give the same office. */
    readonly others: readonly { readonly name: string; readonly href: string; readonly words: string }[]
  }[]
  readonly country?: { readonly name: string; readonly rule: string; readonly evidence?: Evidence }
  readonly positions: readonly HolderView[]
  readonly said: readonly Saying[]
}

/** The view of an entity of a story; undefined when the story has none of that id. */
export function entityView(context: StoryContext, id: string): EntityView | undefined {
  const entity = entityWithId(context.story.entities, id)
  if (entity === undefined) return undefined
  return {
    id: entity.id,
    href: entityHref(context.story.id, entity.id),
    name: plainText(entity.name),
    type: entity.type,
    typeRule: entity.typeRule,
    story: { href: storyHref(context.story.id), title: titleOf(context) },
    variants: entity.variants
      .map((variant) => ({
        text: plainText(variant.text),
        count: variant.spans.length,
        rule: variant.rule,
        evidence: evidencesOf(context, variant.spans.slice(0, 5)),
        to: variant.to && evidenceOf(context, variant.to),
      }))
      .sort((a, b) => b.count - a.count),
    roles: rolesOf(context, entity),
    country: entity.country && {
      name: plainText(entity.country.name),
      rule: entity.country.rule,
      evidence: evidenceOf(context, entity.country.span),
    },
    positions: positionViews(context, entity.id),
    said: saidOf(context, entity.id),
  }
}

// One line for each wording of a role, with the places that give it.
function rolesOf(context: StoryContext, entity: Entity): EntityView['roles'] {
  const roles = new Map<string, EntityView['roles'][number] & { readonly evidence: Evidence[] }>()
  for (const role of entity.roles) {
    const text = plainText(role.text)
    const { reported, until, standing, rule } = role
    const others = othersOf(context, entity, role)
    const known = roles.get(text.toLowerCase()) ?? {
      text,
      reported,
      until,
      standing,
      rule,
      others,
      evidence: [],
    }
    known.evidence.push(...evidencesOf(context, [role.span]))
    roles.set(text.toLowerCase(), known)
  }
  return [...roles.values()].sort((a, b) => b.evidence.length - a.evidence.length)
}

// "Javad Zarif (former foreign minister)", on the page of Abbas Araghchi.
function othersOf(
  context: StoryContext,
  entity: Entity,
  { office }: EntityRole,
): EntityView['roles'][number]['others'] {
  if (office === undefined) return []
  return context.story.entities.flatMap(({ id, name, roles }) => {
    const same = roles.find((role) => role.office === office)
    if (id === entity.id || same === undefined) return []
    return [{ name: plainText(name), href: entityHref(context.story.id, id), words: plainText(same.text) }]
  })
}

function saidOf(context: StoryContext, id: string): EntityView['said'] {
  const sayings = context.story.claims.flatMap((claim) => {
    const view = claimView(context, claim)
    const carriers = view?.carriers.filter((carrier) => carrier.source.entity?.id === id) ?? []
    return view === undefined || carriers.length === 0 ? [] : [{ claim: view, carriers }]
  })
  return distinctSayings(sayings)
}
