import type { Source } from '../../model/reading.ts'
import type { Entity } from '../../model/record.ts'
import { contains, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { sideStem } from '../words/side-stem.ts'
import { stem } from '../words/stem.ts'
import { type Word, wordsOf } from '../words/words.ts'
import { roleOf } from './roles.ts'
import { isPlaceOnly, sidesOf } from './sides.ts'

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
  /** A person's last name; `isBare` where no article gives another name with it. */
  readonly surname?: { readonly form: string; readonly isBare: boolean }
  /** Its own words with a capital: "chief engineer [Ada Crane]". */
  readonly capitals: ReadonlySet<string>
  /** True for "he", "the office", "a spokesman": the words alone do not say who. */
  readonly vague: boolean
  /** True for "his lawyer", "its forecaster": it belongs to somebody whom these words do not name. */
  readonly dependent: boolean
  /** Whom "her aides" serve, where their sentence names one person before them. */
  readonly owner?: Entity
  /** Identity across articles; undefined for the anonymous and unstated. */
  readonly key?: string
  /** The source's words as the reader sees them. */
  readonly text?: string
}

/** A name's place in an article. */
export type NamePlace = { readonly range: Range; readonly entity: Entity }

/** What a story tells of its names. */
export type Known = {
  /** Stems of its countries and peoples ("Brundia", "Brundian"). */
  readonly countries: ReadonlySet<string>
  /** The countries that people are said to be of, by entity. */
  readonly peopleOf: ReadonlyMap<string, readonly string[]>
}

/** The speaker that a source's own words give, before it is tied to other sources. */
export function speakerOf(
  member: Member,
  source: Source,
  { names, known }: { readonly names: readonly NamePlace[]; readonly known: Known },
): Speaker {
  const { text } = member.article
  const ranges = rangesOf(text, source, { names, known })
  const inside = names.filter(({ range }) => ranges.some((outer) => contains(outer, range)))
  const within = (range: Range) => ranges.find((outer) => contains(outer, range)) ?? range
  const person = inside.find(
    ({ range, entity }) =>
      entity.type === 'PER' &&
      !isOwner(text, range, within(range)) &&
      !isCountry(text, range, known) &&
      (source.kind !== 'anonymous' || isSetBeside(text, range, within(range))),
  )
  const words = ranges.flatMap((range) => wordsOf(text, range))
  const described = new Set([
    ...words.filter((word) => !word.empty && !isInName(word, inside)).map((word) => word.key),
    ...(person === undefined ? [] : rolesOf(person.entity)),
  ])
  const sides = sidesOf(text, { words, inside, person, known })
  const kind = kindOf(text, source, { words, person })
  const vague = person === undefined && isVague(words)
  const key =
    person?.entity.id ?? (kind === 'named' || kind === 'document' ? bodyKey(described, sides) : undefined)
  const first = source.spans[0]
  return {
    kind,
    ...(person === undefined ? {} : { entity: person.entity.id, ...surnameOf(person.entity) }),
    capitals: new Set(words.filter(({ capital, empty }) => capital && !empty).map(({ form }) => form)),
    words: described,
    sides,
    voice: voiceOf(described, sides, person === undefined ? headOf(words)?.key : undefined),
    vague,
    dependent: isDependent(text, { words, first, isPerson: person !== undefined }),
    ...ownerOf(member, { words, names, first }),
    ...(key === undefined ? {} : { key }),
    ...(first === undefined ? {} : { text: shownAs(text, first, vague ? undefined : source.refersTo) }),
  }
}

function surnameOf({ name }: Entity): Pick<Speaker, 'surname'> {
  const forms = wordsOf(name).filter(({ capital }) => capital)
  const form = forms.at(-1)?.form
  return form === undefined ? {} : { surname: { form, isBare: forms.length === 1 } }
}

// "he" is shown as whom it stands for.
function shownAs(text: string, { start, end }: Range, meant: Range | undefined): string {
  const said = text.slice(start, end)
  return meant !== undefined && pronounSources.test(said.toLowerCase())
    ? text.slice(meant.start, meant.end)
    : said
}

// "his lawyer", "its head, Magda Thorn": somebody's whom the words do not name; "on its own instruments, the observatory" is nobody's.
function isDependent(
  text: string,
  {
    words,
    first,
    isPerson,
  }: { readonly words: readonly Word[]; readonly first: Range | undefined; readonly isPerson: boolean },
): boolean {
  // "Ms Orsk, his lawyer", but not "Mr Ravic, speaking from his car"
  const isOwned = (word: Word, i: number) =>
    owners.test(word.form) && (!isPerson || i === 0 || /,\s$/.test(text.slice(word.start - 2, word.start)))
  return words.some(isOwned) || ownerBefore(text, words, first) !== undefined
}

// "Mira Orsk had sent a letter, three of her aides said": they are hers; "Its manager, Rainer Posch": that of the body named last.
function ownerOf(
  { reading, article }: Member,
  {
    words,
    names,
    first,
  }: {
    readonly words: readonly Word[]
    readonly names: readonly NamePlace[]
    readonly first: Range | undefined
  },
): Pick<Speaker, 'owner'> {
  const owning = words.find((word) => /^(?:his|her|its)$/.test(word.form))
  const at = owning?.start ?? ownerBefore(article.text, words, first)
  if (at === undefined) return {}
  const isBody = /^its$/i.test(article.text.slice(at, at + 3))
  const here = reading.sentences.findIndex(({ start, end }) => start <= at && at < end)
  const from = reading.sentences[here]?.start ?? at
  const fits = ({ entity, range }: NamePlace) => (entity.type === 'PER') !== isBody && range.end <= at
  const before = names.filter((one) => fits(one) && one.range.start >= from)
  const [one] = before
  if (one !== undefined)
    return before.every(({ entity }) => entity === one.entity) ? { owner: one.entity } : {}
  const earlier = names.filter(
    (place) => fits(place) && place.range.start >= (reading.sentences[here - 1]?.start ?? from),
  )
  const [last] = earlier
  return last !== undefined && earlier.every(({ entity }) => entity === last.entity)
    ? { owner: last.entity }
    : {}
}

// "its head, | Magda Thorn"
function ownerBefore(text: string, words: readonly Word[], first: Range | undefined): number | undefined {
  if (first === undefined || words[0]?.capital !== true) return undefined
  const from = Math.max(0, first.start - 40)
  const found = /\b(?:its|his|her|their)\s(?:\p{L}+\s){0,2}\p{L}+,\s$/iu.exec(text.slice(from, first.start))
  return found === null ? undefined : from + found.index
}

const owners = /^(?:his|her|their|its|our|my)$/

// What a pronoun was resolved to counts with it, unless it cannot be meant: "she" is not "Dolvany" of "Dolvany's interior minister".
function rangesOf(
  text: string,
  source: Source,
  { names, known }: { readonly names: readonly NamePlace[]; readonly known: Known },
): Range[] {
  const { refersTo, affiliation, spans } = source
  const said = spans.map((span) => text.slice(span.start, span.end)).join(' ')
  const isPerson = /^(?:he|she)$/i.test(said)
  const isMeant =
    refersTo !== undefined &&
    !(/^(?:it|they)$/i.test(said) && isPlaceOnly(text, refersTo)) &&
    !(
      isPerson &&
      (isOwner(text, refersTo, { start: 0, end: text.length }) ||
        isPlaceOnly(text, refersTo) ||
        isPartOfName(text, refersTo) ||
        names.some(({ range, entity }) => entity.type !== 'PER' && contains(range, refersTo)) ||
        isCountry(text, refersTo, known))
    )
  return [
    ...(isMeant && refersTo !== undefined ? [refersTo] : []),
    ...spans,
    ...(affiliation === undefined ? [] : [affiliation]),
  ]
}

// "Sarn" of "Radio Sarn"; "Colby" of "Mr Colby" is he.
function isPartOfName(text: string, range: Range): boolean {
  const before = /(\p{Lu}[\p{L}]+)\.?\s$/u.exec(text.slice(Math.max(0, range.start - 24), range.start))?.[1]
  if (before === undefined) return false
  titles ??= new Set(table('compare-honorifics').map((row) => row.word ?? row.form ?? ''))
  return !titles.has(before.toLowerCase()) && roleOf(stem(before.toLowerCase())) === undefined
}

let titles: ReadonlySet<string> | undefined

// "A doctor, Anselm Pryce," is Pryce; "shares in the supplier Anders Kell" are not Kell.
function isSetBeside(text: string, range: Range, source: Range): boolean {
  return range.start === source.start || /,\s(?:\p{L}+\.?\s)?$/u.test(text.slice(source.start, range.start))
}

function isCountry(text: string, range: Range, { countries }: Known): boolean {
  const name = text.slice(range.start, range.end)
  return !/\s/.test(name) && countries.has(sideStem(name.toLowerCase()))
}

// "Governor", "the interior minister": what the articles call the person; what it once was says nothing of its voice.
function rolesOf({ roles }: Entity): string[] {
  return roles
    .filter(({ text }) => !/\b(?:former|ex|late|acting)\b/i.test(text))
    .flatMap(({ text }) => wordsOf(text))
    .filter((word) => !word.empty && roleOf(word.key) !== undefined)
    .map((word) => word.key)
}

// Whom the words name is no anonymous source; "the observatory", "a report" and "a spokesman" are none either.
function kindOf(
  text: string,
  source: Source,
  { words, person }: { readonly words: readonly Word[]; readonly person: NamePlace | undefined },
): Source['kind'] {
  const said = source.spans.map((span) => text.slice(span.start, span.end)).join(' ')
  if (source.kind === 'document' && someReports.test(said)) return 'unstated'
  if (source.kind !== 'anonymous' && source.kind !== 'collective') return source.kind
  if (documentHead.test(said)) return 'document'
  if (ownFinding.test(said)) return 'outlet'
  if (person !== undefined || words.some((word) => roleOf(word.key)?.rank === 'voice')) return 'named'
  const isOne = source.count === undefined || source.count.number === 1
  const head = headOf(words)
  return isOne &&
    head !== undefined &&
    roleOf(head.key)?.rank === 'office' &&
    !/^(?:an?|some|two|three)\b/i.test(said)
    ? 'named'
    : source.kind
}

// "reports", "local media reports": of whom, nobody knows.
const someReports =
  /^(?:(?:some|several|various|unconfirmed|earlier|recent)\s)*(?:\p{L}+\s)?(?:(?:media|press|news|newspaper)\s)?reports$/iu

// "a report obtained by the Beacon", "the monitors' report", "a letter to members"
const documentHead =
  /^(?:an?|the|its|their|his|her|\p{Lu}[\p{L}'’]+|the [\p{L}]+['’]s?)\s(?:\p{L}+\s){0,2}?(?:report|filing|letter|statement|document|memorandum|minutes|ruling|study|survey|indictment|draft|memo|notice|transcript|logbook|register|records?)\b/u

// "our count", "this newspaper's analysis"
const ownFinding =
  /^(?:our|(?:this|the) (?:newspaper|paper|station)['’]s)\s(?:own\s)?(?:count|tally|analysis|review|reckoning|survey)\b/i

// The last word before "of", "for", "in", "who" or a comma: "the observatory of Varenia".
function headOf(words: readonly Word[]): Word | undefined {
  const end = words.findIndex(
    (word, i) => i > 0 && /^(?:of|for|in|at|on|from|to|who|near|with)$/.test(word.form),
  )
  return words[(end < 0 ? words.length : end) - 1]
}

function isInName(word: Word, inside: readonly NamePlace[]): boolean {
  return inside.some(({ range }) => contains(range, word))
}

// "Mr Dalgar's office", "a spokesman for Ms Hale", "an aide in Sarn": the name says whose or where, not who; "Ms Orsk's" alone is she.
function isOwner(text: string, range: Range, source: Range): boolean {
  const after = text.slice(range.end, Math.min(source.end, range.end + 3))
  const before = text.slice(Math.max(source.start, range.start - 18), range.start)
  return (
    /^['’]s?\s/u.test(after) ||
    /\b(?:for|of|to|by|in|at|near|from)\s(?:(?:Mr|Ms|Mrs|Dr|President|Governor)\.?\s)?$/.test(before)
  )
}

const pronounSources = /^(?:he|she|it|they|we|i|who|which|his|her|their|its|our)$/

function isVague(words: readonly Word[]): boolean {
  const [first, ...rest] = words
  if (first === undefined || pronounSources.test(first.form) || isFurtherOne(words)) return true
  const named = words.some((word, i) => word.capital && (i > 0 || !word.empty))
  if (rest.length !== 1 || (named && first.form !== 'the')) return false
  const isVoice = roleOf(rest[0]?.key ?? '')?.rank === 'voice'
  return !named && (first.form === 'the' || (/^an?$/.test(first.form) && isVoice))
}

/** "a fourth", "another": one more of those who spoke before. */
export function isFurtherOne(words: readonly Pick<Word, 'form'>[]): boolean {
  return /^(?:(?:a|the) (?:second|third|fourth|fifth|sixth)|(?:yet )?another|the other|the others)$/.test(
    words.map(({ form }) => form).join(' '),
  )
}

function bodyKey(described: ReadonlySet<string>, sides: ReadonlySet<string>): string | undefined {
  if (described.size === 0 && sides.size === 0) return undefined
  return `b:${[...described].sort().join(' ')} of ${[...sides].sort().join(' ')}`
}

function voiceOf(
  described: ReadonlySet<string>,
  sides: ReadonlySet<string>,
  head: string | undefined,
): Speaker['voice'] {
  // "a neighbour of the embassy" is a neighbour.
  if (head !== undefined && roleOf(head)?.side === 'bystander') return 'bystander'
  const found = new Set([...described].map((word) => roleOf(word)?.side))
  if (found.has('state')) return 'state'
  if (found.has('bystander')) return 'bystander'
  // A country that speaks by its bare name is its government.
  return described.size === 0 && [...sides].some((side) => side.startsWith('country ')) ? 'state' : 'other'
}
