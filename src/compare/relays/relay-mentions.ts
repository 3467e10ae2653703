import type { Range } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { creditsOf } from './credits.ts'
import { type OutletNames, outletKey } from './outlet-names.ts'

/** A place where an article says that something comes from another outlet. */
export type RelayMention = {
  readonly outlet: string
  readonly key: string
  readonly range: Range
  readonly rule: string
}

/** Finds where an article takes something from another outlet: as its reading has it, by its credit, and by the names of the story's outlets. */
export function relayMentions(
  member: Member,
  names: OutletNames,
  outlets: readonly string[],
): RelayMention[] {
  const { article } = member
  const own = article.outlet === undefined ? undefined : outletKey(article.outlet)
  return [...fromReading(member), ...byCredit(member, outlets), ...byName(member, outlets)]
    .flatMap(({ name, range, rule }) => {
      const outlet = names(name)
      const key = outletKey(outlet)
      return key === '' || key === own || isClass(name) ? [] : [{ outlet, key, range, rule }]
    })
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
}

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

// "the newspaper", "local media", "it": nobody in particular.
function isClass(name: string): boolean {
  return !/\p{Lu}/u.test(name.replace(/^(?:The|It|A|An|They|Local|State)\b/, ''))
}

function byCredit(member: Member, outlets: readonly string[]): Named[] {
  return creditsOf(member, outlets).flatMap(({ name, range }) =>
    range === undefined ? [] : [{ name, range, rule: 'RLY-CREDIT' }],
  )
}

// Another outlet of the story by name, in a sentence that tells of reporting: "first disclosed by the Marrow Herald".
function byName({ article, reading }: Member, outlets: readonly string[]): Named[] {
  return outlets.flatMap((name) => {
    const found: Named[] = []
    // "The Northstar" is "the Northstar" within a sentence.
    const bare = name.replace(/^The (?=\p{Lu})/u, '')
    for (let start = article.text.indexOf(bare); start >= 0; start = article.text.indexOf(bare, start + 1)) {
      const end = start + bare.length
      const sentence = reading.sentences.find((one) => one.start <= start && start < one.end)
      const words =
        sentence === undefined
          ? article.text.slice(Math.max(0, start - 80), end + 80)
          : article.text.slice(sentence.start, sentence.end)
      const isCredit = /[(—–-]\s*$/.test(article.text.slice(Math.max(0, start - 3), start))
      if (isCredit || reporting.test(words))
        found.push({ name, range: { start, end }, rule: isCredit ? 'RLY-CREDIT' : 'RLY-NAMED' })
    }
    return found
  })
}

const reporting =
  /\b(?:report|said|says|told|wrote|written|according|disclos|quot|cit(?:ed|ing)|describ|reveal|publish|gave)/i
