import countries from 'world-countries'
import { z } from 'zod'
import { table } from './table.ts'

const knownCountries = z.array(
  z.object({
    cca2: z.string(),
    cca3: z.string(),
    name: z.object({ common: z.string(), official: z.string() }),
    altSpellings: z.array(z.string()),
    capital: z.array(z.string()),
    demonyms: z.looseObject({ eng: z.object({ m: z.string() }).optional() }).optional(),
  }),
)

let byName: Map<string, string> | undefined

/** The country that a name, adjective or capital stands for: "Iran", "Iranian", "Tehran"; undefined for anything else. */
export function countryNamed(text: string): string | undefined {
  byName ??= countryNames()
  return byName.get(
    text
      .trim()
      .toLowerCase()
      .replace(/['’]s?$/u, '')
      .replace(/^the\s+/, ''),
  )
}

let codes: ReadonlyMap<string, string> | undefined

/** The ISO 3166-1 alpha-3 code of a country given by the name that `countryNamed` gives or by its alpha-2 code: "IRN" for "Iran" and "IR" (Kosovo is XKX). */
export function countryCode(country: string): string | undefined {
  if (codes === undefined) {
    const preferred = new Map(table('country-words').map((row) => [row.word ?? '', row.country ?? '']))
    codes = new Map(
      knownCountries.parse(countries).flatMap(({ cca2, cca3, name }) => {
        const code = cca3 === 'UNK' ? 'XKX' : cca3
        return [
          [cca2, code] as const,
          [name.common, code] as const,
          [preferred.get(name.common) ?? name.common, code] as const,
        ]
      }),
    )
  }
  return codes.get(country)
}

let capitals: ReadonlySet<string> | undefined

/** True for the name of a capital. */
export function isCapital(name: string): boolean {
  capitals ??= new Set(knownCountries.parse(countries).flatMap(({ capital }) => capital))
  return capitals.has(name)
}

let seats: ReadonlySet<string> | undefined

/** True for a name that stands for a country without being its own: a capital, a seat of government, an adjective. */
export function isSeat(name: string): boolean {
  seats ??= new Set([
    ...table('country-words').flatMap((row) => (row.kind === 'seat' ? [row.word ?? ''] : [])),
    ...knownCountries
      .parse(countries)
      .flatMap(({ demonyms, capital, name: { common } }) =>
        [demonyms?.eng?.m ?? '', ...capital].filter((word) => word !== common),
      ),
  ])
  return seats.has(name)
}

/** Every name, adjective and capital that stands for a country, in lower case, with the country's common name. */
export function countryNameTable(): ReadonlyMap<string, string> {
  byName ??= countryNames()
  return byName
}

function countryNames(): Map<string, string> {
  const names = new Map<string, string>()
  for (const country of knownCountries.parse(countries)) {
    const { common, official } = country.name
    for (const name of [
      common,
      official,
      ...country.altSpellings.filter((spelling) => spelling.length > 3),
    ]) {
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), common)
    }
    const demonym = country.demonyms?.eng?.m
    if (demonym !== undefined && demonym !== '') names.set(demonym.toLowerCase(), common)
    for (const capital of country.capital)
      if (!names.has(capital.toLowerCase())) names.set(capital.toLowerCase(), common)
  }
  for (const row of table('country-words')) names.set((row.word ?? '').toLowerCase(), row.country ?? '')
  return names
}
