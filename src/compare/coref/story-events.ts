import { wordsOf } from '../words/words.ts'
import type { Kin, StoryEvent, Terms } from './event-pair.ts'
import { eventSense, isReport } from './event-sense.ts'
import type { EventWords } from './event-words.ts'
import type { Referring } from './referring.ts'

/** The events of one story with what weighs them against each other; `clusterOf` gives the cluster of an entity's mention. */
export function storyEvents(
  mentions: readonly (Referring & { readonly event: EventWords })[],
  clusterOf: (mention: string) => string | undefined,
): { readonly events: readonly StoryEvent[]; readonly articles: number } {
  const rarity = rarityOf(mentions)
  const articles = new Set(mentions.map(({ article }) => article)).size
  const bare = mentions.map((mention) => {
    const key = eventSense(mention.text)
    const clusters = (ids: readonly string[]) => ids.flatMap((id) => clusterOf(id) ?? [])
    const context = new Set(mention.event.context)
    return {
      ...mention.event,
      id: mention.id,
      article: mention.article,
      text: mention.text,
      ...(key === undefined ? {} : { key }),
      stem:
        wordsOf(mention.text)
          .filter((word) => !word.empty)
          .at(-1)?.key ?? mention.event.lemma,
      reports: key !== undefined && isReport(key),
      terms: termsOf([...context].map((word) => [word, rarity(word)] as const)),
      actors: clusters(mention.event.subjectIds),
      patients: clusters(mention.event.objectIds),
      around: [...new Set(clusters(mention.event.aroundIds))],
    }
  })
  const kin = new Map<string, Kin>()
  for (const key of new Set(bare.flatMap((event) => event.key ?? []))) {
    kin.set(key, kinOf(bare.filter((event) => event.key === key)))
  }
  const events = bare.map((event): StoryEvent => {
    const own = event.key === undefined ? undefined : kin.get(event.key)
    return own === undefined
      ? { ...event, spread: 0 }
      : { ...event, kin: own, spread: own.articles.size / articles }
  })
  return { events, articles }
}

function termsOf(weighted: readonly (readonly [string, number])[]): Terms {
  const weights = new Map<string, number>()
  for (const [word, weight] of weighted) weights.set(word, (weights.get(word) ?? 0) + weight)
  let sum = 0
  for (const weight of weights.values()) sum += weight * weight
  return { weights, length: Math.sqrt(sum) || 1 }
}

function kinOf(events: readonly Omit<StoryEvent, 'spread' | 'kin'>[]): Kin {
  return {
    articles: new Set(events.map(({ article }) => article)),
    sentences: new Set(events.map(({ article, sentence }) => `${article} ${sentence}`)),
    entities: new Set(events.flatMap(({ actors, patients }) => [...actors, ...patients])),
    terms: termsOf(events.flatMap(({ terms }) => [...terms.weights])),
  }
}

// How rare a word is in the sentences of a story's events, counted by article.
function rarityOf(
  mentions: readonly { readonly article: string; readonly event: EventWords }[],
): (word: string) => number {
  const words = new Map<string, Set<string>>()
  for (const { article, event } of mentions) {
    for (const word of event.context) words.set(word, (words.get(word) ?? new Set()).add(article))
  }
  const articles = new Set(mentions.map(({ article }) => article)).size
  return (word) => Math.log((articles + 1) / ((words.get(word)?.size ?? 0) + 0.5)) + 0.3
}
