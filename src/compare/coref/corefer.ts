import { sameName } from '../entities/same-name.ts'
import type { Group } from './groups.ts'
import { entitiesIn } from './in-story.ts'
import { linkEvents } from './link-events.ts'
import type { Referring } from './referring.ts'

/**
 * Puts mentions that refer to one thing together: events within stories, by their words, who takes part and what stands
 * around them; names by their words and spellings, descriptions by their head noun, pronouns by what stands
 * before them.
 */
export function corefer(mentions: readonly Referring[]): ReadonlyMap<string, string> {
  const clusters = new Map<string, string>()
  const byStory = new Map<string, Referring[]>()
  for (const mention of mentions) {
    if (mention.kind === 'entity')
      byStory.set(mention.story, [...(byStory.get(mention.story) ?? []), mention])
  }
  const known: Known[] = []
  for (const [story, entities] of byStory) {
    const { keyOf, fullNames } = entitiesIn(entities)
    const across = new Map(
      [...fullNames].map(([key, group]) => [key, acrossStories(known, group, `n ${story} ${key}`)]),
    )
    for (const [id, key] of keyOf) clusters.set(id, across.get(key) ?? `n ${story} ${key}`)
  }
  const events = mentions.filter(({ kind }) => kind === 'event')
  for (const [id, key] of linkEvents(events, (mention) => clusters.get(mention))) clusters.set(id, key)
  return clusters
}

type Known = { readonly name: readonly string[]; readonly isPerson: boolean; readonly key: string }

// Another story's person is the same only by a full name that agrees in both parts, another thing only by the same words.
function acrossStories(known: Known[], { name, isPerson }: Group, key: string): string {
  const allowed = isPerson ? /^NAM-(?:SAME|MIDDLE|SPELLING)$/ : /^NAM-SAME$/
  const found = known.find(
    (each) => each.isPerson === isPerson && allowed.test(sameName(each.name, name) ?? ''),
  )
  if (found === undefined) known.push({ name, isPerson, key })
  return found?.key ?? key
}
