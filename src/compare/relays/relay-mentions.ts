import type { Range } from '../../model/span.ts'
import { isOutletName } from '../../read/sources/outlet-name.ts'
import type { Member } from '../member.ts'
import { creditsOf } from './credits.ts'
import { describedOutlets, type OutletAlias } from './outlet-aliases.ts'
import { type OutletNames, outletKey } from './outlet-names.ts'

/** A place where an article says that something comes from another outlet. */
export type RelayMention = {
  readonly outlet: string
  readonly key: string
  readonly range: Range
  readonly rule: string
}

/** Finds where an article takes something from another outlet: as its reading has it, by its credit, and by the names of the story's outlets. */
export function relayMentions(member: Member, names: OutletNames, story: StoryOutlets): RelayMention[] {
  const { article } = member
  const own = article.outlet === undefined ? undefined : outletKey(article.outlet)
  const found = [fromReading(member), byCredit(member, story), byName(member, story), byPassive(member)]
  return found
    .flat()
    .flatMap((named) => eachOf(named, story))
    .flatMap(({ name, range, rule }) => {
      const outlet = names(name)
      const key = outletKey(outlet)
      return key === '' || isOwn(key, own) || isInitials(name, article.outlet) || isClass(name)
        ? []
        : [{ outlet, key, range, rule }]
    })
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
}

// "Axios and Reuters", "the Daily Lantern and the Sarn Observer": two outlets, not one.
function eachOf(named: Named, { outlets }: StoryOutlets): Named[] {
  const parts = named.name.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
  const isOutlet = (part: string) =>
    isOutletName(part) || outlets.some((outlet) => outletKey(outlet) === outletKey(part))
  return parts.length > 1 && parts.every(isOutlet) ? parts.map((name) => ({ ...named, name })) : [named]
}

/** The outlets of a story and what texts may call them. */
export type StoryOutlets = { readonly outlets: readonly string[]; readonly aliases: readonly OutletAlias[] }

type Named = { readonly name: string; readonly range: Range; readonly rule: string }

function fromReading({ article, reading }: Member): Named[] {
  return reading.attributions.flatMap(({ relay, via, source }) => {
    const named: Named[] = []
    if (relay !== undefined && relay.kind !== 'local-media')
      named.push({ name: relay.outlet, range: relay, rule: 'RLY-SAID' })
    if (via?.kind === 'outlet' && via.name !== undefined)
      named.push({ name: via.name, range: via, rule: 'RLY-TOLD' })
    const said = source.spans[0]
    const text = said === undefined ? '' : article.text.slice(said.start, said.end)
    if (
      source.kind === 'outlet' &&
      said !== undefined &&
      /^(?:The |the )?\p{Lu}/u.test(text) &&
      !ownPeople.test(text)
    )
      named.push({ name: text, range: said, rule: 'RLY-SAID' })
    return named
  })
}

const ownPeople = /\b(?:reporters?|correspondents?|editor|photographer|our|we|they|it|he|she)\b/i

// "the Herald" is the Marrow Herald's own name in its own article.
function isOwn(key: string, own: string | undefined): boolean {
  return own === key || own?.endsWith(` ${key}`) === true
}

// "PELL (HPA) –" in the Halder Press Agency's own article.
function isInitials(name: string, outlet: string | undefined): boolean {
  const capitals = outlet?.split(/\s+/).filter((word) => word !== 'The' && /^\p{Lu}/u.test(word)) ?? []
  return capitals.length >= 2 && capitals.map((word) => word.charAt(0)).join('') === name
}

// "Kessaran media", "Pell newspapers"
const manyOutlets = /\s(?:media|press|newspapers|papers|outlets|reports|broadcasters|channels|stations)$/u

// "the newspaper", "local media", "it": nobody in particular.
function isClass(name: string): boolean {
  return manyOutlets.test(name) || !/\p{Lu}/u.test(name.replace(/^(?:The|It|A|An|They|Local|State)\b/, ''))
}

function byCredit(member: Member, { aliases }: StoryOutlets): Named[] {
  return creditsOf(member, aliases).flatMap(({ name, range }) =>
    range === undefined ? [] : [{ name, range, rule: 'RLY-CREDIT' }],
  )
}

// Another outlet of the story by one of its names, in a sentence that tells of reporting: "first disclosed by the Marrow Herald".
function byName({ article: { text }, reading }: Member, { aliases, outlets }: StoryOutlets): Named[] {
  const named = aliases.flatMap(({ outlet, words, kind }) =>
    placesOf(text, words)
      .filter((range) => (kind === 'full' ? isNameAt(text, range) : stands(text, range, kind)))
      .map((range) => ({ name: outlet, range })),
  )
  const described = describedOutlets(text, outlets).map(({ outlet, start, end }) => ({
    name: outlet,
    range: { start, end },
  }))
  return [...named, ...described].flatMap(({ name, range }): Named[] => {
    const before = text.slice(Math.max(0, range.start - 40), range.start)
    const sentence = reading.sentences.find((one) => one.start <= range.start && range.start < one.end)
    const said =
      sentence === undefined
        ? text.slice(Math.max(0, range.start - 80), range.end + 80)
        : text.slice(sentence.start, sentence.end)
    return reporting.test(said) || toldIn.test(before) ? [{ name, range, rule: 'RLY-NAMED' }] : []
  })
}

// "as first reported by Axios": an outlet by its name alone, be it of the story or not.
function byPassive({ article: { text } }: Member): Named[] {
  return [...text.matchAll(passive)].flatMap((match) => {
    const name = match.groups?.name ?? ''
    const end = match.index + match[0].length
    return isOutletName(name) ? [{ name, range: { start: end - name.length, end }, rule: 'RLY-NAMED' }] : []
  })
}

const passive =
  /\b(?:report|disclos|reveal|publish)ed\s(?:\p{L}+\s){0,2}?by\s(?:the\s)?(?<name>\p{Lu}[\p{L}&’'-]*(?:\s\p{Lu}[\p{L}&’'-]*){0,3})/gu

function placesOf(text: string, words: string): Range[] {
  const places: Range[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    places.push({ start, end: start + words.length })
  return places
}

// A shorter name is a word by itself and no part of a longer name; "the Echo", "this morning's Echo".
function stands(text: string, { start, end }: Range, kind: OutletAlias['kind']): boolean {
  if (kind === 'initials' && text[start - 1] === '(') return false
  if (/^[\p{L}\p{N}]/u.test(text.slice(end)) || /^[ -]\p{Lu}/u.test(text.slice(end))) return false
  const before = text.slice(Math.max(0, start - 30), start)
  if (kind === 'last') return /(?:\bthe|['’]s)\s$/iu.test(before)
  return !/[\p{L}\p{N}-]$/u.test(before) && !/(?<!^|[.!?“"]\s)(?<!\bThe )\b\p{Lu}[\p{L}]*\s$/u.test(before)
}

const reporting =
  /\b(?:report|said|says|told|wrote|written|according|disclos|quot|cit(?:ed|ing)|describ|reveal|publish|gave|spoke to)/i

// "in the Argus on Monday", "his own words in this morning's Echo", "the number given to Mountain Radio"
const toldIn = /\b(?:in|to|by|from|with|via)\s+(?:the\s+|this\s+\p{L}+['’]s\s+|\p{L}+['’]s\s+)?$/iu

// "Record floods", "Postal", "May Hope" name no outlet; "the Record reported", "told Hope" and "Hope wrote" do.
function isNameAt(text: string, { start, end }: Range): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 20)
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return false
  if (/\s/.test(text.slice(start, end))) return true
  if (/\p{Lu}[\p{L}.]*\s$/u.test(before.replace(/\b(?:The|By)\s$/, ''))) return false
  return (
    /\b(?:the|The|by|By|to|told|with|in|of|citing|quoted|and)\s$|[(—–-]\s*$/.test(before) ||
    /^(?:['’]s)?,?\s(?:[a-z]+ly\s)?(?:report|said|says|told|wrote|quot|cit|reveal|publish|disclos)/.test(
      after,
    )
  )
}
