import type { Via, ViaKind } from '../../model/reading.ts'
import { overlaps, quoteOf, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Word } from '../attributions/words.ts'
import { titleKind } from '../mentions/titles.ts'
import type { Site } from './described.ts'
import { isOutletName, outletIn } from './outlet-name.ts'
import { sourceClass } from './source-class.ts'

const stop =
  /^(?:that|on|in|at|during|after|before|when|while|by|as|about|of|how|why|what|whether|,|\.|:|;|“|”|"|‘|’|—|–|\(|he|she|it|they|there|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|late|later|yesterday|today)$/
const telling =
  /^(?:told|tells|tell|telling|informed|briefed|assured|reminded|wrote|warned|advised|notified)$/

/** Whom or what the source spoke to or through: "Axios" in "told Axios", the occasion in "in a statement". */
export function findVia(site: Site): { via: Via; rule: string } | undefined {
  const { paragraph, triple } = site
  const cue = paragraph.words.find((word) => word.end > triple.cue.start)
  if (cue === undefined) return undefined
  const free = paragraph.words
    .slice(cue.first, cue.last)
    .filter((word) => !triple.content.some((range) => overlaps(range, word)) || word.end <= triple.cue.end)
  const told = toldTo(site, free)
  const occasion = occasionIn(site, free)
  if (told !== undefined && (told.kind === 'outlet' || occasion === undefined))
    return { via: told, rule: 'V-TOLD' }
  return occasion === undefined ? undefined : { via: occasion, rule: 'V-PHRASE' }
}

function toldTo(site: Site, words: readonly Word[]): Via | undefined {
  const { triple } = site
  const verb = words.findLast(
    (word) => word.start >= triple.cue.start && word.end <= triple.cue.end && telling.test(word.lower),
  )
  if (verb === undefined) return undefined
  const hearer: Word[] = []
  for (const word of words.filter((one) => one.start >= triple.cue.end)) {
    if (triple.source !== undefined && overlaps(triple.source, word)) break
    if (word.at !== verb.at + hearer.length + 1 || stop.test(word.lower) || word.text === ',') break
    hearer.push(word)
    if (hearer.length === 8) break
  }
  const first = hearer[0]
  const last = hearer.at(-1)
  if (first === undefined || last === undefined || !/^(?!that$)[\p{L}\p{N}]/u.test(first.lower))
    return undefined
  return viaOf(site, { start: first.start, end: last.end })
}

function viaOf(site: Site, range: Range): Via | undefined {
  const said = quoteOf(site.text, range)
  if (/\b(?:reporters|journalists|the press|media)\b/i.test(said)) return { ...range, kind: 'reporters' }
  if (/\b(?:conference|briefing)\b/i.test(said)) return { ...range, kind: 'conference' }
  if (
    /\b(?:rally|crowd|audience|parliament|congress|assembly|council|senate|court|tribunal|inquest|inquiry)\b/i.test(
      said,
    )
  )
    return { ...range, kind: 'speech' }
  if (isItself(said, site.outlet)) return { ...range, kind: 'outlet', name: bare(said) }
  const outlet = outletIn(site.text, range, site.near)
  if (outlet !== undefined) return { ...range, kind: 'outlet', name: quoteOf(site.text, outlet) }
  const mention = site.near.find(({ head }) => overlaps(head, range))
  if (mention === undefined) return isPersonIn(said) ? { ...range, kind: 'person' } : unknown(range)
  const name = quoteOf(site.text, mention.head)
  if (mention.type !== 'PER' || !/\s/.test(name)) {
    if (isHearerOutlet(site, mention.head)) return { ...range, kind: 'outlet', name }
    if (mention.type !== 'PER') return { ...unknown(range), name }
  }
  return { ...range, kind: 'person', name }
}

function unknown(range: Range): Via {
  return { ...range, reason: 'no-rule-applies' }
}

// "the president", "his aides", "her": people by their title, class or pronoun.
function isPersonIn(said: string): boolean {
  return said
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(
      (word) =>
        /^(?:me|him|her|us|them)$/.test(word) ||
        titleKind(word) === 'noun' ||
        sourceClass(word)?.kind === 'anonymous',
    )
}

// "The Northstar" of The Northstar, whether or not the reader sees a name in it.
function isItself(said: string, outlet: string | undefined): boolean {
  return outlet !== undefined && bare(said).toLowerCase() === bare(outlet).toLowerCase()
}

function bare(name: string): string {
  return name.replace(/^the\s+/iu, '')
}

// A body that is told things by sources in a news text and is no place is an outlet; the article's own is one for certain.
function isHearerOutlet(site: Site, range: Range): boolean {
  const name = quoteOf(site.text, range)
  return (
    isOutletName(name) ||
    site.outlet?.toLowerCase().includes(name.toLowerCase()) === true ||
    site.near.some((m) => m.head === range && m.type === 'ORG')
  )
}

function occasionIn(site: Site, words: readonly Word[]): Via | undefined {
  const there = new Set(words.map((word) => word.lower))
  for (const { parts, longest, kind, follows } of occasions()) {
    if (!there.has(longest)) continue
    const at = words.findIndex((word, i) =>
      parts.every((part, k) => matches(part, words[i + k]) && words[i + k]?.at === word.at + k),
    )
    const first = words[at]
    const last = words[at + parts.length - 1]
    if (at < 0 || first === undefined || last === undefined) continue
    const hearer =
      follows === 'no'
        ? undefined
        : hearerAfter(site, words.slice(at + parts.length), { phrase: last, isName: follows === 'name' })
    if (follows === 'name' && hearer === undefined) continue
    const name = hearer && quoteOf(site.text, hearer)
    return {
      start: first.start,
      end: hearer?.end ?? last.end,
      kind,
      ...(name === undefined ? {} : { name: name.replace(/^the /i, '') }),
    }
  }
  return undefined
}

/** A row of `data/vias.tsv`: the words of the phrase, the longest in small letters, and what may follow. */
type Occasion = {
  readonly parts: readonly string[]
  readonly longest: string
  readonly kind: ViaKind
  readonly follows: string
}

let occasionRows: readonly Occasion[] | undefined

function occasions(): readonly Occasion[] {
  occasionRows ??= table('vias').flatMap(({ phrase = '', kind = '', follows = '' }) => {
    const parts = phrase.split(' ')
    return isViaKind(kind) ? [{ parts, longest: longestOf(parts), kind, follows }] : []
  })
  return occasionRows
}

// Most sentences lack it, so that nothing else of the phrase need be looked for.
function longestOf(parts: readonly string[]): string {
  return parts.reduce((a, b) => (b.length > a.length ? b : a), '').toLowerCase()
}

// "X" is a site only as a capital.
function matches(part: string, word: Word | undefined): boolean {
  if (word === undefined) return false
  return word.lower === part || (/^\p{Lu}/u.test(part) && word.text.replace(/\.$/, '') === part)
}

function hearerAfter(
  site: Site,
  words: readonly Word[],
  from: { phrase: Word; isName: boolean },
): Range | undefined {
  const lead = words[0]
  if (lead === undefined || lead.at !== from.phrase.at + 1) return undefined
  const rest = from.isName ? words : /^(?:with|to|on|by|for|of)$/.test(lead.lower) ? words.slice(1) : []
  const taken: Word[] = []
  for (const word of rest) {
    if (taken.length > 0 && (stop.test(word.lower) || word.at !== (taken.at(-1)?.at ?? 0) + 1)) break
    taken.push(word)
    if (taken.length === 6) break
  }
  const first = taken[0]
  const last = taken.at(-1)
  if (first === undefined || last === undefined) return undefined
  const range = { start: first.start, end: last.end }
  return /\p{Lu}/u.test(quoteOf(site.text, range)) ? range : undefined
}

function isViaKind(kind: string): kind is ViaKind {
  return [
    'outlet',
    'reporters',
    'interview',
    'statement',
    'post',
    'conference',
    'speech',
    'document',
    'person',
  ].includes(kind)
}
