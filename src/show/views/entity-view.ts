import type { Entity } from '../../model/record.ts'
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
  readonly story: { readonly href: string; readonly title: string }
  readonly variants: readonly {
    readonly text: string
    readonly count: number
    readonly rule: string
    readonly evidence: readonly Evidence[]
  }[]
  readonly roles: readonly {
    readonly text: string
    readonly reported?: string
    readonly evidence: readonly Evidence[]
  }[]
  readonly country?: { readonly name: string; readonly rule: string; readonly evidence?: Evidence }
  readonly positions: readonly HolderView[]
  readonly said: readonly Saying[]
}

/** The view of an entity of a story; undefined when the story has none of that id. */
export function entityView(context: StoryContext, id: string): EntityView | undefined {
  const entity = context.story.entities.find((each) => each.id === id)
  if (entity === undefined) return undefined
  return {
    id,
    href: entityHref(context.story.id, id),
    name: plainText(entity.name),
    type: entity.type,
    story: { href: storyHref(context.story.id), title: titleOf(context) },
    variants: entity.variants
      .map((variant) => ({
        text: plainText(variant.text),
        count: variant.spans.length,
        rule: variant.rule,
        evidence: evidencesOf(context, variant.spans.slice(0, 5)),
      }))
      .sort((a, b) => b.count - a.count),
    roles: rolesOf(context, entity),
    country: entity.country && {
      name: plainText(entity.country.name),
      rule: entity.country.rule,
      evidence: evidenceOf(context, entity.country.span),
    },
    positions: positionViews(context, id),
    said: saidOf(context, id),
  }
}

// One line for each wording of a role, with the places that give it.
function rolesOf(context: StoryContext, entity: Entity): EntityView['roles'] {
  const roles = new Map<string, { text: string; reported?: string; evidence: Evidence[] }>()
  for (const role of entity.roles) {
    const text = plainText(role.text)
    const known = roles.get(text.toLowerCase()) ?? { text, reported: role.reported, evidence: [] }
    known.evidence.push(...evidencesOf(context, [role.span]))
    roles.set(text.toLowerCase(), known)
  }
  return [...roles.values()].sort((a, b) => b.evidence.length - a.evidence.length)
}

function saidOf(context: StoryContext, id: string): EntityView['said'] {
  const sayings = context.story.claims.flatMap((claim) => {
    const view = claimView(context, claim)
    const carriers = view?.carriers.filter((carrier) => carrier.source.entity?.id === id) ?? []
    return view === undefined || carriers.length === 0 ? [] : [{ claim: view, carriers }]
  })
  return distinctSayings(sayings)
}
