import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import { sideStem } from '../words/side-stem.ts'
import type { NameMention } from './name-words.ts'
import { lettersOf } from './sounds.ts'

/** What the name of an organisation says: its words in one form, and of which country it is where many have one. */
export type BodyName = {
  readonly key: string
  /** True for what many countries have: "Foreign Ministry", "Supreme Court". */
  readonly isCommon: boolean
  /** The country or people of a common body: "Iran" of "Iran's Foreign Ministry"; absent where the words do not tell. */
  readonly owner?: string
  /** The words that say so: "Iranian". */
  readonly ownerWords?: string
}

/** Takes the name of an organisation apart; looks at what stands before it for an owner. */
export function bodyNameOf({ words, before }: NameMention): BodyName {
  const text = words.join(' ').toLowerCase()
  // "Ministry of Foreign Affairs of Iran" has its owner last, "Ministry of Defence" none.
  const [, rest = text, of = ''] = /^(.+) of (?:the )?(\p{L}[\p{L} .]*)$/u.exec(text) ?? []
  const common = countryNamed(of) === undefined ? commonIn(text) : commonIn(rest)
  if (common !== undefined) {
    const own = countryNamed(of) !== undefined ? of : common.owner || ownerBefore(before)
    const { key } = common
    return own === undefined
      ? { key, isCommon: true }
      : { key, isCommon: true, owner: sideOf(own), ownerWords: own }
  }
  return { key: words.map(plainWord).filter(isTelling).join(' '), isCommon: false }
}

function sideOf(owner: string): string {
  return countryNamed(owner) ?? sideStem(owner.toLowerCase())
}

// "iranian foreign ministry": the body, and what stands before it.
function commonIn(text: string): { readonly key: string; readonly owner: string } | undefined {
  const ministry =
    /^(?:(.+) )?(\S+) ministry$/u.exec(text) ?? /^(?:(.+) )?ministry (?:of|for) (.+)$/u.exec(text)
  if (ministry !== null) {
    const [, owner = '', matter = ''] = ministry
    return { key: `ministry ${plainWord(matter.replace(/^the /, '').replace(/ affairs$/, ''))}`, owner }
  }
  commons ??= new Map(table('compare-bodies').map((row) => [row.body ?? '', row.key ?? '']))
  for (let at = 0; at >= 0; at = text.indexOf(' ', at + 1)) {
    const key = commons.get(text.slice(at).trim())
    const owner = text.slice(0, at).trim()
    if (key !== undefined) return isOwner(owner) ? { key, owner } : undefined
  }
  return undefined
}

let commons: ReadonlyMap<string, string> | undefined

// "israeli", "u.s.", "kelmarian"; "islamic consultative" is part of a name.
function isOwner(owner: string): boolean {
  return owner === '' || countryNamed(owner) !== undefined || /^\p{L}+(?:ian|an|ish|ese|['’]s)$/u.test(owner)
}

// "Iran's Foreign Ministry", "Saudi Arabia's parliament", "the Iranian parliament"; "the mayor and Parliament" has none.
function ownerBefore(before: string): string | undefined {
  const [, two = '', one = ''] = /((?:\p{Lu}[\p{L}.]+ )?(\p{Lu}[\p{L}.]+))['’]s $/u.exec(before) ?? []
  if (one !== '') return countryNamed(two) === undefined ? one : two
  const people = /(\p{Lu}[\p{L}.]+) $/u.exec(before)?.[1]
  return people !== undefined && isOwner(people.toLowerCase()) ? people : undefined
}

const legal = /^(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|ag|sa|nv|gmbh|group)$/

// "Inc.", "the" and "and" tell nothing.
function isTelling(word: string, i: number): boolean {
  return word !== '' && !/^(?:the|and|of|for)$/.test(word) && !(i > 0 && legal.test(word))
}

// American and British spellings are one: "Organization", "Centre", "Defence", "Labour".
function plainWord(word: string): string {
  return lettersOf(word)
    .replace(/i[sz](ation|e|ing)/g, 'iz$1')
    .replace(/^(cent|theat)re$/, '$1er')
    .replace(/^(def|off)ence$/, '$1ense')
    .replace(/^(lab|harb|col|hon)our$/, '$1or')
    .replace(/^programme$/, 'program')
}
