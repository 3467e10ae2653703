import type { Entity, Holder } from '../../model/record.ts'
import { placeNamed } from '../../read/places/places.ts'
import { countryNamed, isCapital } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import type { Speaker } from '../origins/speaker.ts'
import { sideStem } from '../words/side-stem.ts'
import { wordsOf } from '../words/words.ts'

/** Who holds a position, at the level at which the text names it; undefined where it names nobody. */
export type HolderOf = (speaker: Speaker) => Holder | undefined

/**
 * Holders of a story: persons by their entity, countries by a bare name or capital ("Washington"), offices and bodies by
 * their words ("the foreign ministry"), and the unnamed by description. A level is never taken for another.
 */
export function holdersOf(members: readonly Member[], entities: readonly Entity[]): HolderOf {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const countries = countriesIn(members)
  const names = new Map<string, string>()
  return (speaker) => {
    const text = plain(speaker.text)
    const entity = speaker.entity === undefined ? undefined : byId.get(speaker.entity)
    if (entity !== undefined && text !== undefined && isOffice(entity, speaker.text))
      return { level: 'office', key: `office of ${entity.id}`, name: text }
    const bare = entity?.name ?? text
    const country = bare === undefined ? undefined : countryOf(bare, countries)
    if (country !== undefined) return { level: 'country', key: `country:${sideStem(country)}`, name: country }
    if (entity !== undefined) return { level: 'person', key: entity.id, name: entity.name, entity: entity.id }
    if (text === undefined || speaker.vague || speaker.words.size + speaker.sides.size === 0) return undefined
    const known =
      speaker.key ??
      `unnamed:${[...speaker.words].sort().join(' ')} of ${[...speaker.sides].sort().join(' ')}`
    const name = names.get(known) ?? text
    names.set(known, name)
    return { level: speaker.key === undefined ? 'unnamed' : 'office', key: known, name }
  }
}

// "Iran's foreign minister": whoever holds the office, by the office and not by name.
function isOffice({ variants }: Entity, text: string | undefined): boolean {
  return variants.some((variant) => variant.rule === 'NAM-OFFICE' && variant.text === text)
}

// "Kelmaria" is a country where the story also has "Kelmarian" or "in Kelmaria", whatever the name was taken for; a known town is none.
function countryOf(name: string, countries: ReadonlySet<string>): string | undefined {
  const known = countryNamed(name)
  if (known !== undefined) return bodies().has(name.replace(/^the\s+/i, '')) ? undefined : known
  if (/\s/.test(name) || adjective.test(name) || placeNamed(name) !== undefined) return undefined
  return countries.has(sideStem(name)) ? name : undefined
}

let seats: ReadonlySet<string> | undefined

// "the State Department", "the Kremlin": offices of a country; its capital ("Washington D.C.") is the country.
function bodies(): ReadonlySet<string> {
  seats ??= new Set(
    table('country-words').flatMap(({ word = '', kind }) =>
      kind === 'seat' && !isCapital(word) && !isCapital(`${word} D.C.`) ? [word] : [],
    ),
  )
  return seats
}

const adjective = /(?:ian|an|i|ish|ese)$/

function countriesIn(members: readonly Member[]): ReadonlySet<string> {
  const countries = new Set<string>()
  for (const { article } of members) {
    for (const [word] of article.text.matchAll(peoplesAndPlaces)) countries.add(sideStem(word))
  }
  return countries
}

const peoplesAndPlaces =
  /(?<=\bin )\p{Lu}\p{Ll}{2,}\b(?!['’ ]s?\s*\p{Lu})|\b\p{Lu}\p{Ll}{2,}(?:ian|an|i|ish|ese)\b(?=\s\p{Ll})/gu

function plain(text: string | undefined): string | undefined {
  const words = text === undefined ? [] : wordsOf(text)
  if (text === undefined || words.length === 0) return undefined
  return text
    .replace(/^the\s+/i, '')
    .replace(/['’]s?$/u, '')
    .replace(/[\s,;:]+$/u, '')
}
