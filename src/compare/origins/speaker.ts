import type { Source } from '../../model/reading.ts'
import type { Entity } from '../../model/record.ts'
import { contains, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { sideStem } from '../words/side-stem.ts'
import { stem } from '../words/stem.ts'
import { type Word, wordsOf } from '../words/words.ts'

/** Who is behind a source, as far as the text tells: what origins are compared by. */
export type Speaker = {
  readonly kind: Source['kind']
  /** Entity id of the person; undefined for bodies, the anonymous and the unstated. */
  readonly entity?: string
  /** Stems of the words that describe it: "water", "board". */
  readonly words: ReadonlySet<string>
  /** Whom it belongs to: countries and entities that its words name ("Kessaran", "Mr Dalgar's office"). */
  readonly sides: ReadonlySet<string>
  readonly voice: 'state' | 'bystander' | 'other'
  /** True for "he", "the office", "his lawyer": the words alone do not say who. */
  readonly vague: boolean
  /** Identity across articles; undefined for the anonymous and unstated. */
  readonly key?: string
  /** The source's words as the reader sees them. */
  readonly text?: string
}

/** A name's place in an article. */
export type NamePlace = { readonly range: Range; readonly entity: Entity }

/** The speaker that a source's own words give, before it is tied to other sources. */
export function speakerOf({ article }: Member, source: Source, names: readonly NamePlace[]): Speaker {
  const said = source.refersTo === undefined ? source.spans : [source.refersTo, ...source.spans]
  const ranges = source.affiliation === undefined ? said : [...said, source.affiliation]
  const inside = names.filter(({ range }) => ranges.some((outer) => contains(outer, range)))
  const person = inside.find(({ range, entity }) => entity.type === 'PER' && !isOwner(article.text, range))
  const words = ranges.flatMap((range) => wordsOf(article.text, range))
  const described = new Set(
    words.filter((word) => !word.empty && !isInName(word, inside)).map((word) => word.key),
  )
  const first = source.spans[0]
  const vague = person === undefined && isVague(words)
  const sides = sidesOf(words, inside, person)
  const key =
    person?.entity.id ??
    (source.kind === 'named' || source.kind === 'document' ? bodyKey(described, sides) : undefined)
  return {
    kind: source.kind,
    ...(person === undefined ? {} : { entity: person.entity.id }),
    words: described,
    sides,
    voice: voiceOf(described, sides),
    vague,
    ...(key === undefined ? {} : { key }),
    ...(first === undefined ? {} : { text: article.text.slice(first.start, first.end) }),
  }
}

function sidesOf(
  words: readonly Word[],
  inside: readonly NamePlace[],
  person: NamePlace | undefined,
): Set<string> {
  const sides = new Set<string>()
  for (const { written } of words.map((word) => ({ written: word.form }))) {
    const country = countryNamed(written)
    if (country !== undefined) sides.add(country)
  }
  for (const { entity } of inside) if (entity.id !== person?.entity.id) sides.add(entity.id)
  // "Kessara" and "the Kessaran embassy": little-known countries and bodies are a side by the stem of their words.
  const people = inside.filter(({ entity }) => entity.type === 'PER')
  for (const word of words)
    if (word.capital && !word.empty && !isInName(word, people)) sides.add(sideStem(word.form))
  if (person?.entity.country !== undefined) sides.add(person.entity.country.name)
  return sides
}

function isInName(word: Word, inside: readonly NamePlace[]): boolean {
  return inside.some(({ range }) => contains(range, word))
}

// "Mr Dalgar's office", "a spokesman for Ms Hale": the name says whose, not who.
function isOwner(text: string, range: Range): boolean {
  const after = text.slice(range.end, range.end + 3)
  const before = text.slice(Math.max(0, range.start - 12), range.start)
  return /^['’]s?\s/u.test(after) || /\b(?:for|of|to|by)\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?$/.test(before)
}

const pronounSources = new Set([
  'he',
  'she',
  'it',
  'they',
  'we',
  'i',
  'who',
  'his',
  'her',
  'their',
  'its',
  'our',
])

function isVague(words: readonly Word[]): boolean {
  const [first, ...rest] = words
  if (first === undefined || pronounSources.has(first.form)) return true
  const named = words.some((word, i) => word.capital && (i > 0 || !word.empty))
  return first.form === 'the' && rest.length === 1 && !named
}

function bodyKey(described: ReadonlySet<string>, sides: ReadonlySet<string>): string | undefined {
  if (described.size === 0 && sides.size === 0) return undefined
  return `b:${[...described].sort().join(' ')} of ${[...sides].sort().join(' ')}`
}

let voices: ReadonlyMap<string, string> | undefined

function voiceOf(described: ReadonlySet<string>, sides: ReadonlySet<string>): Speaker['voice'] {
  voices ??= new Map(table('compare-sides').map((row) => [stem(row.word ?? ''), row.side ?? '']))
  const found = new Set([...described].map((word) => voices?.get(word)))
  if (found.has('state')) return 'state'
  if (found.has('bystander')) return 'bystander'
  // A country that speaks by its bare name is its government.
  return described.size <= 1 && sides.size === 1 ? 'state' : 'other'
}
