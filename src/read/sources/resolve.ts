import type { Mention, Source } from '../../model/reading.ts'
import { quoteOf, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { wordsIn } from '../attributions/words.ts'
import type { Described, Site } from './described.ts'
import { headOf } from './head.ts'

/** A source with where it points back to, and the others of its group by index. */
export type Resolved = {
  readonly source: Source
  readonly rules: readonly string[]
  readonly sameAs?: number
}

type Item = { readonly site: Site; readonly described: Described }

// How many characters back a pronoun or "the official" may point: some three paragraphs of news.
const reach = 1500

/** Resolves pronouns and descriptions to earlier sources or names, and numbers groups of anonymous people. Items are in text order. */
export function resolveSources(items: readonly Item[]): Resolved[] {
  const resolved: Resolved[] = []
  items.forEach((item, i) => {
    resolved.push(
      resolveOne(item, items.slice(Math.max(0, i - 12), i), resolved.slice(Math.max(0, i - 12), i), i),
    )
  })
  return numbered(resolved)
}

function resolveOne(item: Item, before: readonly Item[], done: readonly Resolved[], index: number): Resolved {
  const { described, site } = item
  const plain = { source: described.source, rules: described.rules }
  const at = site.triple.source
  if (at === undefined) return plain
  const near = (k: number): boolean => at.start - (before[k]?.site.triple.source?.start ?? 0) <= reach
  const base = index - before.length
  if (described.pronoun !== undefined) {
    return fromPronoun(item, { before, done, near, base }) ?? plain
  }
  if (described.source.kind === 'named' && described.pointsBack !== undefined) {
    const holder = holderOf(site, at)
    return holder === undefined
      ? plain
      : { source: { ...described.source, refersTo: holder }, rules: [...described.rules, 'S-ROLE'] }
  }
  if (described.source.kind === 'outlet' && described.pointsBack !== undefined) {
    const k = before.findLastIndex(
      (one, j) => near(j) && done[j]?.source.kind === 'outlet' && one.described.pointsBack === undefined,
    )
    return k < 0 ? plain : again(plain, { to: before[k], done: done[k], sameAs: base + k })
  }
  if (described.source.kind !== 'anonymous') return plain
  const titled = site.paragraph.isHeadline ? titledInBody(site, described, at) : undefined
  if (titled !== undefined)
    return { source: { ...described.source, kind: 'named', refersTo: titled }, rules: ['S-ROLE'] }
  const k = before.findLastIndex(
    (one, j) => near(j) && isSameClass(site, described, one) && done[j]?.source.kind === 'anonymous',
  )
  if (k < 0) {
    const holder = described.pointsBack === 'same' ? holderOf(site, at) : undefined
    return holder === undefined
      ? plain
      : { source: { ...described.source, kind: 'named', refersTo: holder }, rules: ['S-ROLE'] }
  }
  if (described.pointsBack === undefined && !isRepeat(item, before[k])) return plain
  return again(plain, { to: before[k], done: done[k], sameAs: base + k })
}

function fromPronoun(
  item: Item,
  around: { before: readonly Item[]; done: readonly Resolved[]; near: (k: number) => boolean; base: number },
): Resolved | undefined {
  const { site, described } = item
  const { before, done, near, base } = around
  const at = site.triple.source
  if (at === undefined) return undefined
  const linked = linkedName(site, described, at)
  if (linked !== undefined && !goesOn(site, at, before.at(-1))) {
    const source = { kind: 'named', spans: described.source.spans, refersTo: linked } as const
    return { source, rules: [...described.rules, 'S-CHAIN'] }
  }
  const sameChain = before.findLastIndex((one, j) => near(j) && isLinked(site, at, one))
  const k =
    sameChain >= 0 && !described.isPlural
      ? sameChain
      : before.findLastIndex((one, j) => near(j) && fits(described, done[j]?.source, one))
  const earlier = before[k]
  const named = nameFor(site, described, at)
  // A name after the last source that fits is the nearer one.
  if (
    named !== undefined &&
    (earlier === undefined ||
      ((earlier.site.triple.source?.start ?? 0) < named.start && isSurePerson(site, named)))
  ) {
    return {
      source: { kind: 'named', spans: described.source.spans, refersTo: named.head },
      rules: described.rules,
    }
  }
  const source = done[k]?.source
  if (earlier === undefined || source === undefined) return undefined
  const isPart = described.pointsBack === 'part'
  const { count = source.count } = described.source
  const { reason: _, ...rest } = source
  return {
    source: {
      ...rest,
      spans: described.source.spans,
      ...(count === undefined ? {} : { count: isPart ? count : (source.count ?? count) }),
      refersTo: source.refersTo ?? source.spans[0] ?? at,
    },
    rules: described.rules,
    sameAs: base + k,
  }
}

const person = /^(?:he|she|his|her|hers|him|himself|herself)$/
const body = /^(?:it|its|itself)$/

// The name that the pronoun's chain has before it: a person for "he", none for "it".
function linkedName(site: Site, { pronoun = '', pointsBack }: Described, at: Range): Range | undefined {
  if (pointsBack === 'part' || !(person.test(pronoun) || body.test(pronoun))) return undefined
  const name = site.links.nameBefore(at.start)
  return name !== undefined && (name.type === 'PER') === person.test(pronoun) ? name.head : undefined
}

// "Michael Crane, the union's head, said he hopes …": in one sentence a speaker who was just named goes on, but in somebody's words.
function goesOn({ paragraph }: Site, at: Range, earlier: Item | undefined): boolean {
  const range = earlier?.site.triple.source
  const word = paragraph.words.find(({ end }) => end > at.start)
  if (range === undefined || word === undefined || word.quote !== 0) return false
  if (!earlier?.described.rules.includes('S-NAMED')) return false
  return range.start >= (paragraph.words[word.first]?.start ?? 0) && range.end <= at.start
}

// An unnamed source before, whose head word and the pronoun are of one chain.
function isLinked(site: Site, at: Range, earlier: Item): boolean {
  const range = earlier.site.triple.source
  if (range === undefined || earlier.described.source.kind !== 'anonymous') return false
  const head = headOf(wordsIn(earlier.site.paragraph, range))
  return head !== undefined && site.links.areSame(at.start, head.word.start)
}

// "they" takes several people or a body, "it" a body, an outlet or a document, "he" and "she" one person.
function fits(described: Described, source: Source | undefined, item: Item): boolean {
  if (source === undefined || source.spans.length === 0 || source.reason === 'no-antecedent') return false
  const { pronoun } = described
  if (described.isPlural || pronoun === 'them' || described.pointsBack === 'part')
    return item.described.isPlural
  const text = quoteOf(item.site.text, source.refersTo ?? source.spans[0] ?? { start: 0, end: 0 })
  const isBody =
    source.kind === 'outlet' ||
    source.kind === 'document' ||
    item.described.rules.includes('S-OFFICE') ||
    countryNamed(text) !== undefined
  if (pronoun === 'it' || pronoun === 'its' || pronoun === 'itself') return isBody
  if (pronoun === 'i') return source.kind === 'named' || source.kind === 'anonymous'
  return !isBody && !item.described.isPlural && (source.kind === 'named' || source.kind === 'anonymous')
}

// The nearest name before a pronoun that it can stand for: a person for "he", a country or body for "it".
function nameFor(site: Site, described: Described, at: Range): Mention | undefined {
  const { pronoun = '' } = described
  if (described.isPlural || described.pointsBack === 'part') return undefined
  const isPerson = /^(?:he|she|his|her|hers|him|himself|herself|who|whose|whom)$/.test(pronoun)
  const isBody = /^(?:it|its|itself|which)$/.test(pronoun)
  if (!isPerson && !isBody) return undefined
  const near = site.mentions.filter(
    (mention) =>
      mention.end <= at.start &&
      at.start - mention.end < reach / 4 &&
      (mention.type === 'PER' ? isPerson : isBody && (mention.type === 'ORG' || mention.type === 'GPE')),
  )
  return near.findLast((mention) => isSurePerson(site, mention)) ?? near.at(-1)
}

// A name of one word may be a place that the reader takes for a person; a full name, a title or a surname that is known is none.
function isSurePerson({ text, mentions }: Site, { head, type, roles }: Mention): boolean {
  const name = quoteOf(text, head)
  return type !== 'PER' || roles.length > 0 || /\s/.test(name) || surnames(text, mentions).has(name)
}

const surnamesOf = new WeakMap<readonly Mention[], ReadonlySet<string>>()

function surnames(text: string, mentions: readonly Mention[]): ReadonlySet<string> {
  const known = surnamesOf.get(mentions)
  if (known !== undefined) return known
  const full = mentions
    .filter(({ type, head, roles }) => type === 'PER' && (roles.length > 0 || /\s/.test(quoteOf(text, head))))
    .flatMap(({ head }) => quoteOf(text, head).split(/\s+/).slice(-1))
  const found = new Set(full)
  surnamesOf.set(mentions, found)
  return found
}

// The person whose title the description names: "the premier" after "Premier Ada Crane".
function holderOf(site: Site, at: Range): Range | undefined {
  const head = headOf(wordsIn(site.paragraph, at))
  if (head === undefined) return undefined
  const title = new RegExp(`\\b${head.noun.replace(/[^\p{L}\p{N}]/gu, '.')}\\b`, 'iu')
  const holder = site.mentions.findLast(
    (mention) =>
      mention.type === 'PER' &&
      mention.end <= at.start &&
      mention.roles.some((role) => title.test(quoteOf(site.text, role))),
  )
  return holder?.head
}

// "Deputy minister hails talks": the one person of the article who has all of that title.
function titledInBody(
  { text, paragraph, mentions }: Site,
  described: Described,
  at: Range,
): Range | undefined {
  const title = wordsIn(paragraph, at).filter(({ token }) => token.upos !== 'PUNCT')
  if (described.isPlural || /^(?:an?|one|another)$/.test(title[0]?.lower ?? '')) return undefined
  const holders = mentions.filter(
    ({ type, roles, start }) =>
      type === 'PER' &&
      start >= at.end &&
      roles.some((role) => {
        const held = new Set(
          quoteOf(text, role)
            .toLowerCase()
            .split(/[^\p{L}\p{N}]+/u),
        )
        return title.every(({ lower }) => held.has(lower))
      }),
  )
  const surnames = new Set(holders.map(({ head }) => quoteOf(text, head).split(/\s+/).at(-1)))
  return surnames.size === 1 ? holders[0]?.head : undefined
}

function isSameClass(site: Site, described: Described, item: Item): boolean {
  const a = described.source
  const b = item.described.source
  const isOpenPart = described.pointsBack === 'part' && /^(?:one|other|another|others)$/.test(a.class ?? '')
  if (b.kind !== 'anonymous' || (a.class !== b.class && !isOpenPart && !isSynonym(a.class, b.class)))
    return false
  if (a.affiliation === undefined || b.affiliation === undefined)
    return described.pointsBack !== undefined || a.affiliation === b.affiliation
  const [x, y] = [quoteOf(site.text, a.affiliation), quoteOf(site.text, b.affiliation)]
  return x === y || (countryNamed(x) !== undefined && countryNamed(x) === countryNamed(y))
}

function isSynonym(a: string | undefined, b: string | undefined): boolean {
  const pair = [a, b].sort().join(' ')
  return (
    pair === 'official source' ||
    pair === 'adviser aide' ||
    pair === 'adviser advisor' ||
    pair === 'person source'
  )
}

// "US officials" twice are the same side speaking; "a diplomat" twice may be two.
function isRepeat(item: Item, earlier: Item | undefined): boolean {
  if (!item.described.isPlural || item.described.source.count !== undefined) return false
  return earlier !== undefined && wordsOf(item) === wordsOf(earlier)
}

function wordsOf({ site }: Item): string {
  return site.triple.source === undefined ? '' : quoteOf(site.text, site.triple.source).toLowerCase()
}

function again(
  plain: Resolved,
  found: { to: Item | undefined; done: Resolved | undefined; sameAs: number },
): Resolved {
  const first = found.done?.source.refersTo ?? found.to?.site.triple.source
  return {
    source: { ...plain.source, ...(first === undefined ? {} : { refersTo: first }) },
    rules: [...plain.rules, plain.source.kind === 'anonymous' ? 'S-GROUP' : 'S-AGAIN'],
    sameAs: found.sameAs,
  }
}

// Groups are numbered from 1 in the order in which their first member speaks.
function numbered(resolved: readonly Resolved[]): Resolved[] {
  const rootOf = resolved.map((_, i) => i)
  resolved.forEach(({ sameAs, source }, i) => {
    if (sameAs !== undefined && source.kind === 'anonymous') rootOf[i] = rootOf[sameAs] ?? sameAs
  })
  const sizes = new Map<number, number>()
  for (const root of rootOf) sizes.set(root, (sizes.get(root) ?? 0) + 1)
  const numbers = new Map([...sizes].filter(([, size]) => size > 1).map(([root], i) => [root, i + 1]))
  return resolved.map((one, i) => {
    const group = numbers.get(rootOf[i] ?? i)
    return group === undefined ? one : { ...one, source: { ...one.source, group } }
  })
}
