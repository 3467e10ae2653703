import { compareStory } from '../../compare/compare-story.ts'
import type { Story } from '../../model/record.ts'
import type { Store } from '../store.ts'
import { aliasesOf, joinedOf, type Touched } from './touched.ts'

/** The story of a group of articles, compared from what the record holds of them. */
export async function compareMembers(store: Store, touched: Touched): Promise<Story> {
  const ids = touched.places.map((place) => place.features.article)
  const members = await store.articles(ids)
  return compareStory(members, { id: touched.id, aliases: aliasesOf(touched), joined: joinedOf(touched) })
}
