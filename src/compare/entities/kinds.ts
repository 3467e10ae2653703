import type { NameType } from '../../model/language.ts'
import { countryNamed, isSeat } from '../../text/countries.ts'
import type { Member } from '../member.ts'
import { sideStem } from '../words/side-stem.ts'
import { partsOf } from './name-parts.ts'
import type { NameMention } from './name-words.ts'

/**
 * Names of one word, with the type that the story as a whole gives them: a reader that sees one sentence takes a small or
 * invented country for a person. A word with a title, or that somebody in the story bears as a surname, keeps its types.
 */
export function withKinds(names: readonly NameMention[], members: readonly Member[]): NameMention[] {
  const borne = new Set(
    names
      .filter(({ words, type }) => words.length > 1 && type === 'PER')
      .map(({ words }) => partsOf(words).family),
  )
  const byWord = new Map<string, NameMention[]>()
  for (const name of names) {
    const word = wordOf(name)
    if (word === undefined) continue
    const known = byWord.get(word)
    if (known === undefined) byWord.set(word, [name])
    else known.push(name)
  }
  const sides = sidesIn([...byWord.keys(), ...names.flatMap(({ countryWords }) => countryWords ?? [])])
  const lands = new Set(names.flatMap(({ words }) => landOf(words) ?? []))
  const outlets = new Set(members.flatMap(({ article }) => article.outlet?.toLowerCase() ?? []))
  const decided = new Map<string, Decided>()
  for (const [word, same] of byWord) {
    if (borne.has(partsOf([word]).family) || same.some(({ roles }) => roles.length > 0)) continue
    const found = kindOf(word, same, { sides, outlets, lands })
    if (found !== undefined) decided.set(word, found)
  }
  return names.map((name) => ({ ...name, ...decided.get(wordOf(name) ?? '') }))
}

type Decided = Pick<NameMention, 'type' | 'typeRule'>

function wordOf({ words }: NameMention): string | undefined {
  return words.length === 1 ? words[0] : undefined
}

function kindOf(
  word: string,
  names: readonly NameMention[],
  { sides, outlets, lands }: Readonly<Record<'sides' | 'outlets' | 'lands', ReadonlySet<string>>>,
): Decided | undefined {
  if (outlets.has(word.toLowerCase())) return { type: 'ORG', typeRule: 'KND-OUTLET' }
  const isCountry = countryNamed(word) !== undefined && !isSeat(word)
  if (isCountry || sides.has(sideStem(word))) {
    return peoples.test(word) && !isCountry
      ? { type: 'NORP', typeRule: 'KND-PEOPLE' }
      : { type: 'GPE', typeRule: 'KND-COUNTRY' }
  }
  if (lands.has(word) || names.some(isWhere)) return { type: 'GPE', typeRule: 'KND-PLACE' }
  const counts = new Map<NameType, number>()
  for (const { type } of names) counts.set(type, (counts.get(type) ?? 0) + 1)
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
  if (most === undefined || next === undefined || most[1] < 2 * next[1]) return undefined
  return { type: most[0], typeRule: 'KND-MOST' }
}

const peoples = /(?:ians?|ans?|ish|ese|[^aeiou]is?)$/

// "Republic of Skarn" read as one name.
function landOf(words: readonly string[]): string | undefined {
  return /(?:Republic|Kingdom|State|Emirate)s? of (\p{Lu}\p{L}+)$/u.exec(words.join(' '))?.[1]
}

// "in Skarn", "the Republic of Skarn", "Skarn's foreign ministry"; "in Strand's view" is no place.
function isWhere({ before, after }: NameMention): boolean {
  return (
    (/\b(?:in|Republic of|Kingdom of|State of|capital of|city of|town of|port of)\s(?:the\s)?$/.test(
      before,
    ) &&
      !/^['’]/u.test(after)) ||
    /^['’]s?\s(?:foreign|defen[cs]e|interior|finance|government|parliament|army|navy|air force|capital|president|prime minister|ambassador|central bank|border|coast|cabinet)\b/u.test(
      after,
    )
  )
}

// Stems that the story has both as a land and as its people: "Ardovia" and "Ardovian".
function sidesIn(words: readonly string[]): ReadonlySet<string> {
  const forms = new Map<string, Set<string>>()
  for (const word of words) {
    if (word.length < 4 || !/^\p{Lu}\p{Ll}+$/u.test(word)) continue
    forms.set(sideStem(word), (forms.get(sideStem(word)) ?? new Set()).add(word))
  }
  const sides = new Set<string>()
  for (const [side, written] of forms) {
    const people = [...written].filter((form) => peoples.test(form))
    if (side.length >= 3 && people.length > 0 && people.length < written.size) sides.add(side)
  }
  return sides
}
