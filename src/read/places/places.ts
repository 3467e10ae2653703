import countries from 'world-countries'
import { z } from 'zod'
import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'

/** A place on the map: a city with its country, or a country itself; degrees north and east. */
export type Place = {
  readonly kind: 'city' | 'country'
  readonly name: string
  /** The common English name of the country that it is or lies in. */
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly rule: string
}

const knownCountries = z.array(
  z.object({
    cca2: z.string(),
    name: z.object({ common: z.string() }),
    latlng: z.array(z.number()),
  }),
)

type Gazetteer = {
  readonly cities: ReadonlyMap<string, Place>
  readonly countries: ReadonlyMap<string, Place>
}

let known: Gazetteer | undefined

/** The place that a name stands for: "Istanbul", "the Turkish city of Izmir", "Turkey"; undefined for a name that no table has. */
export function placeNamed(text: string): Place | undefined {
  known ??= readGazetteer()
  const name = text.trim().replace(/^the\s+/i, '')
  const city = known.cities.get(name)
  if (city !== undefined) return city
  const country = countryNamed(name)
  if (country !== undefined) return known.countries.get(country)
  // "Old Customs House in Sarn", "central Muscat": the last name decides.
  const last =
    /(?:^|\s)(?:of|in|at)\s+(\p{Lu}[\p{L}'’ -]*)$/u.exec(name)?.[1] ??
    /^\p{Ll}+\s+(\p{Lu}.*)$/u.exec(name)?.[1]
  return last === undefined || last === name ? undefined : placeNamed(last)
}

/** How two places relate: the same, one inside the other, apart, or unknown where a name is in no table. */
export function relatePlaces(a: string, b: string): 'same' | 'inside' | 'holds' | 'apart' | 'unknown' {
  const [first, second] = [placeNamed(a), placeNamed(b)]
  if (first === undefined || second === undefined) return 'unknown'
  if (first.kind === second.kind && first.name === second.name) return 'same'
  if (first.country !== second.country) return 'apart'
  if (first.kind === 'city' && second.kind === 'country') return 'inside'
  return first.kind === 'country' && second.kind === 'city' ? 'holds' : 'apart'
}

function readGazetteer(): Gazetteer {
  const byCode = new Map<string, Place>()
  const byName = new Map<string, Place>()
  const preferred = new Map(table('country-words').map((row) => [row.word ?? '', row.country ?? '']))
  for (const { cca2, name, latlng } of knownCountries.parse(countries)) {
    const english = preferred.get(name.common) ?? name.common
    const place: Place = {
      kind: 'country',
      name: english,
      country: english,
      lat: latlng[0] ?? 0,
      lon: latlng[1] ?? 0,
      rule: 'PLC-COUNTRY',
    }
    byCode.set(cca2, place)
    byName.set(name.common, place)
    byName.set(english, place)
  }
  const cities = new Map<string, Place>()
  for (const row of table('cities')) {
    const country = byCode.get(row.country ?? '')
    if (country === undefined) continue
    cities.set(row.name ?? '', {
      kind: 'city',
      name: row.name ?? '',
      country: country.name,
      lat: Number(row.lat),
      lon: Number(row.lon),
      rule: row.id ?? 'PLC-NAME',
    })
  }
  return { cities, countries: byName }
}
