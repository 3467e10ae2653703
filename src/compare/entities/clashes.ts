import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import { sideStem } from '../words/side-stem.ts'
import { type Form, type Group, gathering } from './group.ts'
import { partsOf } from './name-parts.ts'
import type { NameMention } from './name-words.ts'

/**
 * Whether titles keep a name out of a group: Mr and Mrs, or one office of two countries ("the Iranian minister", "the
 * Israeli minister"). What has no title clashes with nothing.
 */
export function clashes(group: Group, form: Form): boolean {
  if (partsOf(form.words).given === undefined && hasOtherPost(group, form)) return true
  const own = signsOf(form.names)
  if (own.size === 0) return false
  const theirs = signsOfGroup(group)
  for (const [office, whose] of own) {
    const known = theirs.get(office)
    if (known !== undefined && ![...whose].some((each) => known.has(each))) return true
  }
  return false
}

// "Energy Minister Katz" is not the defence minister; a full name may be of somebody who changed posts.
function hasOtherPost(group: Group, form: Form): boolean {
  const own = postsOf(form.names)
  const theirs = postsOfGroup(group)
  return own.size > 0 && theirs.size > 0 && ![...own].some((post) => theirs.has(post))
}

/** The posts that the names of a group have. */
export const postsOfGroup: (group: Group) => ReadonlySet<string> = gathering(
  () => new Set<string>(),
  (posts, name) => {
    const post = postOf(name)
    if (post !== undefined) posts.add(post)
  },
)

/** The posts that names have, each as its matter: "defence". */
export function postsOf(names: readonly NameMention[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => postOf(name) ?? []))
}

let matters: ReadonlyMap<string, string> | undefined

/** What a name's role makes it minister of: "defence" for "Defense Secretary"; undefined for what is over or has no matter. */
export function postOf({ roleWords }: NameMention): string | undefined {
  matters ??= new Map(table('compare-matters').map((row) => [row.word ?? '', row.matter ?? '']))
  for (const role of roleWords) {
    const [, before = '', word = ''] = /^(.*?)(\p{L}+) (?:minister|secretary)\b/iu.exec(role) ?? []
    const matter = matters.get(word.toLowerCase())
    if (matter !== undefined && !/\b(?:former|ex|then|deputy|vice)\b/i.test(before)) return matter
  }
  return undefined
}

const signs = new WeakMap<NameMention, readonly (readonly [string, string])[]>()

// Office by office, the countries that it is of; "sex" holds what Mr and Mrs tell.
type Signs = Map<string, Set<string>>

function signsOf(names: readonly NameMention[]): Signs {
  const found: Signs = new Map()
  for (const name of names) addSigns(found, name)
  return found
}

const signsOfGroup = gathering((): Signs => new Map(), addSigns)

function addSigns(found: Signs, name: NameMention): void {
  const known = signs.get(name) ?? signsIn(name)
  signs.set(name, known)
  for (const [office, value] of known) found.set(office, (found.get(office) ?? new Set()).add(value))
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

/** The countries that a name is president or minister of. */
export function countrySigns(name: NameMention): string[] {
  return signsIn(name).flatMap(([office, country]) =>
    /^(?:minister|president|premier|chancellor)$/.test(office) ? country : [],
  )
}

const peoples = /(?:ian|an|[^t]i|ish|ese|ench|eek|iss|utch)$|^U\.?[SK]\.?$|['’]s?$/u
