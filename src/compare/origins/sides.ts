import type { Entity } from '../../model/record.ts'
import { contains, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import type { Member } from '../member.ts'
import { sideStem } from '../words/side-stem.ts'
import { type Word, wordsOf } from '../words/words.ts'
import type { Known, NamePlace } from './speaker.ts'

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
    for (const country of countriesOf(entity)) sides.add(country)
  }
  if (person !== undefined) for (const country of countriesOf(person.entity)) sides.add(country)
  return sides
}

// "Kessara's foreign minister", "the president of Esgar": the country that the articles tie a person to.
function countriesOf({ country, roles }: Entity): string[] {
  const ruled = roles.flatMap(({ text }) => /\bof (\p{Lu}\p{L}+)$/u.exec(text)?.[1] ?? [])
  return [...(country === undefined ? [] : [country.name]), ...ruled].map((name) => countrySide(name))
}

/** The side that a country's or a people's name stands for. */
function countrySide(name: string): string {
  return `country ${countryNamed(name)?.toLowerCase() ?? sideStem(name.toLowerCase())}`
}

/** Whether two belong to different countries, both known. */
export function ofOtherCountries(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const countries = (sides: ReadonlySet<string>) => [...sides].filter((side) => side.startsWith('country '))
  const [a, b] = [countries(one), countries(other)]
  return a.length > 0 && b.length > 0 && !a.some((side) => b.includes(side))
}

/** "officials in Velm", "reporters at the Orrel bridge": where, not whose. */
export function isPlaceOnly(text: string, range: Range): boolean {
  return /\b(?:in|at|near|on|outside|from)\s(?:the\s)?$/.test(
    text.slice(Math.max(0, range.start - 14), range.start),
  )
}

/**
 * Stems of the countries and peoples of a story: written both as a name and with the ending of a people ("Brundia" and
 * "Brundian"), which tells small and invented countries from persons and towns.
 */
export function countriesIn(members: readonly Member[]): Known {
  const forms = new Map<string, Set<string>>()
  for (const { article } of members) {
    for (const { capital, form } of wordsOf(article.text)) {
      if (!capital || form.length < 4) continue
      const side = sideStem(form)
      forms.set(side, (forms.get(side) ?? new Set()).add(form))
    }
  }
  const countries = new Set<string>()
  for (const [side, written] of forms) {
    const peoples = [...written].filter((form) => /(?:ians?|ans?|ish|ese)$/.test(form))
    if (side.length >= 3 && peoples.length > 0 && written.size > peoples.length) countries.add(side)
  }
  return { countries }
}
