import type { Entity } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import type { NameMention } from './name-words.ts'

/** The country that the text ties a person to, with the words that do. */
export function countryOf(names: readonly NameMention[], textOf: (span: Span) => string): Entity['country'] {
  for (const { country } of names) {
    if (country === undefined) continue
    const text = textOf(country)
    const known = countryNamed(text)
    return { name: known ?? text, span: country, rule: known === undefined ? 'CTY-TEXT' : 'CTY-WORLD' }
  }
  return undefined
}
