import countries from 'world-countries'
import { z } from 'zod'
import { table } from './table.ts'

const knownCountries = z.array(
  z.object({
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
