import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { readLanguage } from '../../text/language.ts'
import { pairFeatureNames, pairFeatures } from './event-pair.ts'
import { eventWordsOf } from './event-words.ts'
import { linkEvents } from './link-events.ts'
import type { Referring } from './referring.ts'
import { storyEvents } from './story-events.ts'

// Events marked by [brackets]; each text is an article of one story.
function eventsIn(
  ...texts: readonly string[]
): (Referring & { readonly event: NonNullable<Referring['event']> })[] {
  return texts.flatMap((marked, number) => {
    const text = marked.replace(/[[\]]/g, '')
    const article = articleFromText({ text })
    const language = readLanguage(article.text, article.blocks, article.language)
    return [...marked.matchAll(/\[(.+?)\]/g)].map((found, i) => {
      const start = found.index - 2 * i
      const range = { start, end: start + (found[1] ?? '').length }
      const event = eventWordsOf(article.text, language, { ranges: [range], entities: [] })
      const id = `${number}:${found[1]}`
      return { id, kind: 'event', article: `${number}`, story: 's', start, text: found[1] ?? '', event }
    })
  })
}

function together(...texts: readonly string[]): string[] {
  const groups = new Map<string, string[]>()
  for (const [id, cluster] of linkEvents(eventsIn(...texts), () => undefined)) {
    groups.set(cluster, [...(groups.get(cluster) ?? []), id])
  }
  return [...groups.values()].map((group) => group.sort().join(' ')).sort()
}

test('one event in two articles is one, two events of a sentence are two', () => {
  expect(
    together(
      'Police [arrested] the ferry captain in Velm on Monday after the ferry [struck] the pier.',
      'The ferry captain was [arrested] in Velm by police on Monday.',
    ),
  ).toEqual(['0:arrested 1:arrested', '0:struck'])
})

test('a sentence gives the head, who does it and to what', () => {
  const [event] = eventsIn('On Monday the harbour police [arrested] two sailors.')
  expect(event?.event).toMatchObject({
    lemma: 'arrest',
    upos: 'VERB',
    subjects: ['polic'],
    objects: ['sailor'],
  })
})

test('what tells of two events has a name each, and is the same both ways', () => {
  const { events, articles } = storyEvents(
    eventsIn('Police [arrested] the captain.', 'The captain was [detained] by police.'),
    () => undefined,
  )
  const [a, b] = events
  if (a === undefined || b === undefined) throw new Error('two events')
  expect(pairFeatures(a, b, articles)).toHaveLength(pairFeatureNames.length)
  expect(pairFeatures(a, b, articles)).toEqual(pairFeatures(b, a, articles))
})
