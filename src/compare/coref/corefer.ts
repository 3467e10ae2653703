import { table } from '../../text/table.ts'
import { nameWords } from '../entities/name-words.ts'
import { sameName } from '../entities/same-name.ts'
import { phraseSenses } from '../words/phrases.ts'
import { senseOf } from '../words/senses.ts'
import { type Word, wordsOf } from '../words/words.ts'

/** A mention to be put together with others: an event's words or an entity's. */
export type Referring = {
  readonly id: string
  readonly kind: 'event' | 'entity'
  readonly article: string
  readonly story: string
  readonly start: number
  readonly text: string
}

/**
 * Puts mentions that refer to one thing together, within stories: events by the sense of their head word, reports of
 * speech apart by article; names by their words and spellings, descriptions by their head noun, pronouns by what stands
 * before them.
 */
export function corefer(mentions: readonly Referring[]): ReadonlyMap<string, string> {
  const clusters = new Map<string, string>()
  const events = mentions.filter((mention) => mention.kind === 'event')
  for (const mention of events) clusters.set(mention.id, eventKey(mention))
  const byStory = new Map<string, Referring[]>()
  for (const mention of mentions) {
    if (mention.kind === 'entity')
      byStory.set(mention.story, [...(byStory.get(mention.story) ?? []), mention])
  }
  for (const [story, entities] of byStory) {
    for (const [id, key] of entitiesIn(entities)) clusters.set(id, `n ${story} ${key}`)
  }
  return clusters
}

let reporting: ReadonlySet<string> | undefined

function eventKey({ article, story, text, id }: Referring): string {
  const words = wordsOf(text)
  reporting ??= new Set(table('compare-reporting').map((row) => row.stem ?? ''))
  const [phrase] = phraseSenses(words)
  const head = phrase ?? headOf(words)
  if (head === undefined) return `e ${id}`
  return reporting.has(head) ? `e ${article} ${head} ${id}` : `e ${story} ${head}`
}

// An event's verb stands first ("gave birth to"), its noun last ("the bank robbery").
function headOf(words: readonly Word[]): string | undefined {
  const full = words.filter((word) => !word.empty)
  const head = full.at(-1) ?? words.at(-1)
  return head === undefined ? undefined : senseOf(head.key)
}

type Cluster = { readonly key: string; readonly names: string[][]; readonly head: string }

function entitiesIn(mentions: readonly Referring[]): (readonly [string, string])[] {
  const inOrder = [...mentions].sort((a, b) =>
    a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start,
  )
  const clusters: Cluster[] = []
  const found: (readonly [string, string])[] = []
  let before: { readonly article: string; readonly key: string } | undefined
  for (const mention of inOrder) {
    const key = isPronoun(mention.text)
      ? before?.article === mention.article
        ? before.key
        : mention.id
      : clusterFor(clusters, mention)
    found.push([mention.id, key])
    if (!isPronoun(mention.text)) before = { article: mention.article, key }
  }
  return found
}

function clusterFor(clusters: Cluster[], mention: Referring): string {
  const words = nameWords(mention.text)
  const isName = /\p{Lu}/u.test(words.at(-1)?.[0] ?? '')
  const head = isName
    ? ''
    : (wordsOf(mention.text)
        .filter((word) => !word.empty)
        .at(-1)?.key ?? '')
  const known = clusters.find((cluster) =>
    isName
      ? cluster.names.some((name) => sameName(name, words) !== undefined || isPart(name, words))
      : head !== '' && cluster.head === head,
  )
  if (known !== undefined) {
    if (isName) known.names.push(words)
    return known.key
  }
  clusters.push({ key: mention.id, names: isName ? [words] : [], head })
  return mention.id
}

// "Ellen" and "Ellen DeGeneres", "the Academy" and "the Motion Picture Academy": all words of the shorter are the longer's.
function isPart(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length > 0 && few.every((word) => many.includes(word))
}

function isPronoun(text: string): boolean {
  return /^(?:he|she|him|her|his|hers|himself|herself|who|whose|it|its|they|them|their)$/i.test(text.trim())
}
