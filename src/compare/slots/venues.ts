import { countryNamed } from '../../text/countries.ts'
import type { Reported } from './reported.ts'

/** Relates the places that two reports name: a country and its capital or adjective go together, a building is finer than its town. */
export function relateVenues(a: Reported, b: Reported): 'equal' | 'finer' | 'apart' | 'alike' {
  const one = placesIn(a)
  const other = placesIn(b)
  if (one.length === 0 || other.length === 0) return 'alike'
  const shared = one.filter((place) => other.includes(place))
  if (shared.length === 0) {
    const countries = new Set(one.map((place) => countryNamed(place)))
    return other.some((place) => countryNamed(place) !== undefined && countries.has(countryNamed(place)))
      ? 'finer'
      : 'apart'
  }
  const site = /\b(?:hotel|palace|house|hall|embassy|airport|centre|center|villa|residence|building)\b/i
  return other.length > one.length || (site.test(b.text) && !site.test(a.text)) ? 'finer' : 'equal'
}

// "in Istanbul", "to Muscat", "Geneva will host", "the Omani capital"
function placesIn({ text }: Reported): string[] {
  const places = new Set<string>()
  for (const match of text.matchAll(/\b(?:in|at|to|from|near|of)\s+((?:\p{Lu}[\p{L}’'-]+\s?)+)/gu))
    places.add(plain(match[1]))
  const host = /^((?:\p{Lu}[\p{L}’'-]+\s?)+)(?:will |is to |to )?(?:host|be the venue)/u.exec(text)
  if (host !== null) places.add(plain(host[1]))
  for (const match of text.matchAll(/\bthe (\p{Lu}\p{L}+) capital\b/gu)) places.add(plain(match[1]))
  return [...places].filter((place) => place !== '' && !days.test(place))
}

const days = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)/

function plain(text: string | undefined): string {
  return (text ?? '')
    .trim()
    .replace(/[’']s?$/u, '')
    .toLowerCase()
}
