import { compareStory } from '../../compare/compare-story.ts'
import type { NameDecision } from '../../compare/entities/corrections.ts'
import type { Story } from '../../model/record.ts'
import type { Correction, Store } from '../store.ts'
import type { AtHand } from './at-hand.ts'
import { comparedPlaces } from './compared-places.ts'
import { aliasesOf, joinedOf, type Touched } from './touched.ts'

/** The story of a group of articles, compared from what the record holds of them. */
export async function compareMembers(
  store: Store,
  touched: Touched,
  articles: AtHand['articles'],
): Promise<Story> {
  const compared = { ...touched, places: comparedPlaces(touched.places) }
  const members = await articles(compared.places.map((place) => place.placement.article))
  const story = compareStory(members, {
    id: touched.id,
    aliases: aliasesOf(touched),
    joined: joinedOf(compared),
    names: nameDecisions(await store.corrections()),
  })
  const beyond = touched.places.length - compared.places.length
  return beyond === 0 ? story : { ...story, beyond }
}

function nameDecisions(corrections: readonly Correction[]): NameDecision[] {
  return corrections.flatMap(({ kind, about: a, value: b }): NameDecision[] => {
    if (kind === 'names-apart') return [{ kind: 'apart', a, b }]
    return kind === 'names-together' ? [{ kind: 'together', a, b }] : []
  })
}
