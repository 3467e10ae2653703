import { countryNamed } from '../../text/countries.ts'
import { sideStem } from '../words/side-stem.ts'
import type { Form, Group } from './group.ts'
import type { NameMention } from './name-words.ts'

/**
 * Whether titles keep a name out of a group: Mr and Mrs, or one office of two countries ("the Iranian minister", "the
 * Israeli minister"). What has no title clashes with nothing.
 */
export function clashes(group: Group, form: Form): boolean {
  const own = signsOf(form.names)
  if (own.size === 0) return false
  const theirs = signsOf(group.joined.map(({ name }) => name))
  for (const [office, whose] of own) {
    const known = theirs.get(office)
    if (known !== undefined && ![...whose].some((each) => known.has(each))) return true
  }
  return false
}

const signs = new WeakMap<NameMention, readonly (readonly [string, string])[]>()

// Office by office, the countries that it is of; "sex" holds what Mr and Mrs tell.
function signsOf(names: readonly NameMention[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const name of names) {
    const known = signs.get(name) ?? signsIn(name)
    signs.set(name, known)
    for (const [office, value] of known) found.set(office, (found.get(office) ?? new Set()).add(value))
  }
  return found
}

function signsIn({ roleWords, countryWords }: NameMention): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  for (const role of roleWords) {
    if (/\b(?:Mr|Sir|Lord|King|Prince|Messrs)\b/.test(role)) found.push(['sex', 'm'])
    if (/\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Madame)\b/.test(role)) found.push(['sex', 'f'])
    // "Iran envoy" says what about, "Iranian envoy" whose.
    const office = /\b(?:minister|president|premier|chancellor|ambassador|spokes\p{L}+|general)\b/iu.exec(
      role,
    )
    const country = countryWords !== undefined && peoples.test(countryWords) ? countryWords : undefined
    if (office === null || country === undefined || /\b(?:former|ex|then)\b/i.test(role)) continue
    found.push([office[0].toLowerCase(), countryNamed(country) ?? sideStem(country)])
  }
  return found
}

const peoples = /(?:ian|an|[^t]i|ish|ese|ench|eek|iss|utch)$|^U\.?[SK]\.?$|['’]s?$/u
