import { table } from '../../text/table.ts'
import { nameWords } from '../entities/name-words.ts'
import { sameName } from '../entities/same-name.ts'
import { phraseSenses } from '../words/phrases.ts'
import { senseOf } from '../words/senses.ts'
import { stem } from '../words/stem.ts'
import { type Word, wordsOf } from '../words/words.ts'

/** A mention to be put together with others: an event's words or an entity's. */
export type Referring = {
  readonly id: string
  readonly kind: 'event' | 'entity'
  readonly article: string
  readonly story: string
  readonly start: number
  readonly text: string
  /** What the article itself makes one with it: the chain of its reading that holds it, if any. */
  readonly chain?: number
  /** True for a name or description of a person, as its reading has it; absent where the reading does not say. */
  readonly isPerson?: boolean
  /** Descriptions that stand by a name: "actress" in "actress Mira Sand". */
  readonly roles?: readonly string[]
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

let eventWords: ReadonlyMap<string, string> | undefined

// An event's verb stands first ("gave birth to"), its noun last ("the bank robbery").
function headOf(words: readonly Word[]): string | undefined {
  const full = words.filter((word) => !word.empty)
  const head = full.at(-1) ?? words.at(-1)
  if (head === undefined) return undefined
  eventWords ??= new Map(
    table('compare-event-words').map((row) => [stem(row.word ?? ''), stem(row.event ?? '')]),
  )
  return senseOf(eventWords.get(head.key) ?? head.key)
}

// Within an article its own chains hold mentions together; across articles names do, then what named ones are described as.
function entitiesIn(mentions: readonly Referring[]): (readonly [string, string])[] {
  const inOrder = [...mentions].sort((a, b) =>
    a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start,
  )
  const groups = groupsOf(inOrder)
  const clusters: Cluster[] = []
  const keys = new Map<Group, string>()
  const named = groups.filter((group) => group.names.length > 0)
  const described = groups.filter((group) => group.names.length === 0)
  for (const group of [...named].sort((a, b) => b.name.length - a.name.length || a.order - b.order)) {
    keys.set(group, clusterByName(clusters, group).key)
  }
  const heroes = heroesOf(named, keys)
  for (const group of described) {
    const hero = group.isPerson ? heroes.get(group.article) : undefined
    keys.set(group, clusterByHead(clusters, group, hero).key)
  }
  return groups.flatMap((group) => group.ids.map((id) => [id, keys.get(group) ?? id] as const))
}

/** Mentions of one article that are one thing by its own chains, with their fullest name and the heads that describe them. */
type Group = {
  readonly order: number
  readonly article: string
  readonly isPerson: boolean
  readonly ids: readonly string[]
  readonly name: readonly string[]
  readonly names: readonly (readonly string[])[]
  readonly heads: readonly string[]
}

type Cluster = {
  readonly key: string
  readonly names: (readonly string[])[]
  /** How often it is described by a head. */
  readonly heads: Map<string, number>
}

function groupsOf(mentions: readonly Referring[]): Group[] {
  const held = new Map<string, Referring[]>()
  // Chains with more than pronouns.
  const called = new Set(
    mentions.filter(({ text }) => !isPronoun(text)).map(({ article: id, chain }) => `${id} ${chain}`),
  )
  let article = ''
  let last: string | undefined
  let lastPerson: string | undefined
  for (const mention of mentions) {
    if (mention.article !== article) {
      article = mention.article
      last = undefined
      lastPerson = undefined
    }
    const isLoose = mention.chain === undefined || !called.has(`${article} ${mention.chain}`)
    const own = mention.chain === undefined ? mention.id : `chain ${mention.chain}`
    const follows = isPronoun(mention.text) && isLoose
    const key = `${article} ${follows ? (antecedent(mention.text, last, lastPerson) ?? own) : own}`
    held.set(key, [...(held.get(key) ?? []), mention])
    last = key.slice(article.length + 1)
    if (mention.isPerson === true && !isPronoun(mention.text)) lastPerson = last
  }
  return [...held.values()].map(groupOf)
}

// "who" is what stands right before it; "he" the person named last.
function antecedent(
  pronoun: string,
  last: string | undefined,
  lastPerson: string | undefined,
): string | undefined {
  return /^(?:he|she|him|her|his|hers|himself|herself)$/i.test(pronoun.trim()) ? (lastPerson ?? last) : last
}

function groupOf(held: readonly Referring[], order: number): Group {
  const full = held
    .filter(({ text }) => !isPronoun(text))
    .map((mention) => ({ ...mention, text: headPhrase(mention.text) }))
  const isNamed = (name: readonly string[]) => /\p{Lu}/u.test(name.at(-1)?.[0] ?? '')
  const words = full.map(({ text }) => ({ text, name: nameWords(text) }))
  const names = words.filter(({ name }) => isNamed(name)).map(({ name }) => name)
  const described = words.filter(({ name }) => !isNamed(name)).map(({ text }) => text)
  const roles = full.flatMap((mention) => mention.roles ?? [])
  const heads = [...described, ...roles].flatMap((text) => headKey(text) ?? [])
  const name = names.reduce<readonly string[]>((best, each) => (each.length > best.length ? each : best), [])
  const isPerson = full.some((mention) => mention.isPerson === true || isPersonNoun(mention.text))
  return {
    order,
    article: held[0]?.article ?? '',
    isPerson,
    ids: held.map(({ id }) => id),
    name,
    names,
    heads,
  }
}

// "the Gulf of Aden between Somalia and Yemen", "in the town", "the man who fell": what a phrase is about stands before its rest.
function headPhrase(text: string): string {
  const start = text.replace(/^(?:in|at|on|off|from|to|near|of|by|into|outside|inside|around|across)\s+/i, '')
  return (
    start.split(
      /\s+(?:,|\(|who|which|that|between|in|at|on|from|for|with|near|of(?=\s+(?:the\s+)?\p{Ll}))(?=\s|$)/u,
    )[0] ?? start
  )
}

// "actress", "lineman", "suspect": words that describe a person, by their ending.
function isPersonNoun(text: string): boolean {
  const head = wordsOf(text)
    .filter((word) => !word.empty)
    .at(-1)
  if (head === undefined || head.capital) return false
  return /(?:er|or|ist|m[ae]n|ess|ian|ee|star|girl|boy|suspect|victim)$/.test(head.form)
}

function headKey(text: string): string | undefined {
  return wordsOf(text)
    .filter((word) => !word.empty)
    .at(-1)?.key
}

function clusterByName(clusters: Cluster[], group: Group): Cluster {
  const known = clusters.find((cluster) =>
    cluster.names.some((name) =>
      group.names.some((own) => sameName(name, own) !== undefined || isPart(name, own)),
    ),
  )
  return enter(clusters, known, group)
}

// The person that an article names at least twice as often as any other.
function heroesOf(named: readonly Group[], keys: ReadonlyMap<Group, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const group of named) {
    if (!group.isPerson) continue
    const inArticle = counts.get(group.article) ?? new Map<string, number>()
    const key = keys.get(group) ?? ''
    inArticle.set(key, (inArticle.get(key) ?? 0) + group.ids.length)
    counts.set(group.article, inArticle)
  }
  return new Map(
    [...counts].flatMap(([article, inArticle]) => {
      const [first, second] = [...inArticle].sort((a, b) => b[1] - a[1])
      return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? [[article, first[0]] as const] : []
    }),
  )
}

// What is described alone is the named one most often described so, else the person the article is about.
function clusterByHead(clusters: Cluster[], group: Group, hero: string | undefined): Cluster {
  const score = (cluster: Cluster) =>
    group.heads.reduce((sum, head) => sum + (cluster.heads.get(head) ?? 0), 0)
  const best = clusters.reduce<Cluster | undefined>(
    (most, each) => (score(each) > (most === undefined ? 0 : score(most)) ? each : most),
    undefined,
  )
  return enter(clusters, best ?? clusters.find(({ key }) => key === hero), group)
}

function enter(clusters: Cluster[], known: Cluster | undefined, group: Group): Cluster {
  const cluster = known ?? { key: group.ids[0] ?? '', names: [], heads: new Map<string, number>() }
  if (known === undefined) clusters.push(cluster)
  cluster.names.push(...group.names)
  for (const head of group.heads) cluster.heads.set(head, (cluster.heads.get(head) ?? 0) + 1)
  return cluster
}

// "Ellen" and "Ellen DeGeneres", "the Academy" and "the Motion Picture Academy": all words of the shorter are the longer's.
function isPart(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length > 0 && few.every((word) => many.includes(word))
}

function isPronoun(text: string): boolean {
  return /^(?:he|she|him|her|his|hers|himself|herself|who|whose|it|its|they|them|their)$/i.test(text.trim())
}
