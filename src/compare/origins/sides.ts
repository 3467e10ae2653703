import type { Entity } from '../../model/record.ts'
import { contains, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import type { Member } from '../member.ts'
import { sideStem } from '../words/side-stem.ts'
import { type Word, wordsOf } from '../words/words.ts'
import type { Known, NamePlace, Speaker } from './speaker.ts'

/** Whom a source belongs to by its words: countries, and the people and bodies that they name. Where it stands ("in Velm") is no side. */
export function sidesOf(
  text: string,
  {
    words,
    inside,
    person,
    known,
  }: {
    readonly words: readonly Word[]
    readonly inside: readonly NamePlace[]
    readonly person: NamePlace | undefined
    readonly known: Known
  },
): Set<string> {
  const sides = new Set<string>()
  for (const word of words) {
    if (!word.capital || isPlaceOnly(text, word)) continue
    if (countryNamed(word.form) !== undefined || known.countries.has(sideStem(word.form)))
      sides.add(countrySide(word.form))
  }
  for (const { entity, range } of inside) {
    if (entity.id === person?.entity.id || isPlaceOnly(text, range)) continue
    const isCountry = words.some((word) => contains(range, word) && known.countries.has(sideStem(word.form)))
    if (!isCountry || entity.type === 'ORG') sides.add(entity.id)
    for (const country of countriesOf(entity, known)) sides.add(country)
  }
  if (person !== undefined) for (const country of countriesOf(person.entity, known)) sides.add(country)
  return sides
}

// "Kessara's foreign minister", "the president of Esgar", "Mira Solberg of Esgar": the country that the articles tie a person to.
function countriesOf({ id, country, roles }: Entity, { peopleOf }: Known): string[] {
  const ruled = roles.flatMap(({ text }) => /\bof (\p{Lu}\p{L}+)$/u.exec(text)?.[1] ?? [])
  const named = [...(country === undefined ? [] : [country.name]), ...ruled, ...(peopleOf.get(id) ?? [])]
  return named.map((name) => countrySide(name))
}

/** The side that a country's or a people's name stands for. */
function countrySide(name: string): string {
  return `country ${countryNamed(name)?.toLowerCase() ?? sideStem(name.toLowerCase())}`
}

/** Whether two speakers are one, or both speak for one country. */
export function isOneSide(one: Speaker | undefined, other: Speaker | undefined): boolean {
  if (one === undefined || other === undefined) return false
  if (one.key !== undefined && one.key === other.key) return true
  return (
    one.voice === 'state' &&
    other.voice === 'state' &&
    [...one.sides].some((side) => side.startsWith('country ') && other.sides.has(side))
  )
}

/** Whether two belong to different countries, both known. */
export function ofOtherCountries(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const countries = (sides: ReadonlySet<string>) => [...sides].filter((side) => side.startsWith('country '))
  const [a, b] = [countries(one), countries(other)]
  return a.length > 0 && b.length > 0 && !a.some((side) => b.includes(side))
}

/** "officials in Velm", "reporters at the Orrel bridge": where, not whose; "the government in Esgar" is Esgar's. */
export function isPlaceOnly(text: string, range: Range): boolean {
  const before = text.slice(Math.max(0, range.start - 20), range.start)
  return /\b(?:in|at|near|on|outside|from)\s(?:the\s)?$/.test(before) && !/\bgovernment in $/.test(before)
}

/** What the articles of a story tell of its countries. */
export function countriesIn(members: readonly Member[], entities: readonly Entity[]): Known {
  const countries = countryStems(members)
  return { countries, peopleOf: peopleOf(members, entities, countries) }
}

/**
 * Stems of the countries and peoples of a story: written both as a name and with the ending of a people ("Brundia" and
 * "Brundian"), which tells small and invented countries from persons and towns, or with what only a country has.
 */
function countryStems(members: readonly Member[]): ReadonlySet<string> {
  const forms = new Map<string, Set<string>>()
  const countries = new Set<string>()
  for (const { article } of members) {
    for (const { capital, form } of wordsOf(article.text)) {
      if (!capital || form.length < 4) continue
      const side = sideStem(form)
      forms.set(side, (forms.get(side) ?? new Set()).add(form))
    }
    for (const [, one, other] of article.text.matchAll(governed))
      countries.add(sideStem((one ?? other ?? '').toLowerCase()))
  }
  for (const [side, written] of forms) {
    const peoples = [...written].filter((form) => /(?:ians?|ans?|ish|ese)$/.test(form))
    if (side.length >= 3 && peoples.length > 0 && written.size > peoples.length) countries.add(side)
  }
  return countries
}

// "the government in Esgar", "Esgar's foreign ministry", "Esgar's oil minister"
const governing = '(?:government|army|parliament|(?:\\p{Ll}+ )+?(?:minister|ministry))'
const governed = new RegExp(
  `\\b${governing} (?:in|of) (\\p{Lu}\\p{L}{3,})|(\\p{Lu}\\p{L}{3,})['’]s ${governing}\\b`,
  'gu',
)

// "Mira Solberg of Esgar", where Esgar is a country.
function peopleOf(
  members: readonly Member[],
  entities: readonly Entity[],
  countries: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  const isCountry = (name: string) =>
    countryNamed(name) !== undefined || countries.has(sideStem(name.toLowerCase()))
  return new Map(
    entities
      .filter(({ type }) => type === 'PER')
      .map(({ id, variants }) => [
        id,
        variants
          .flatMap(({ spans }) => spans)
          .flatMap(
            ({ article, end }) =>
              /^ of (\p{Lu}\p{L}+)/u.exec((texts.get(article) ?? '').slice(end))?.[1] ?? [],
          )
          .filter(isCountry),
      ]),
  )
}
