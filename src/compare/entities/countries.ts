import type { Entity } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { bodyNameOf } from './body-name.ts'
import type { NameMention } from './name-words.ts'

/** The country that the text ties a person or a common body to, with the words that do. */
export function countryOf(names: readonly NameMention[], textOf: (span: Span) => string): Entity['country'] {
  for (const name of names) {
    const span = name.country ?? (name.type === 'ORG' ? ownerOf(name, textOf) : undefined)
    if (span === undefined) continue
    const text = textOf(span)
    const known = countryNamed(text)
    return { name: known ?? text, span, rule: known === undefined ? 'CTY-TEXT' : 'CTY-WORLD' }
  }
  return undefined
}

// "Iranian" of "Iranian Foreign Ministry", "Iran" of "Iran's Foreign Ministry".
function ownerOf(name: NameMention, textOf: (span: Span) => string): Span | undefined {
  const { ownerWords } = bodyNameOf(name)
  if (ownerWords === undefined) return undefined
  const { article, start } = name.span
  const inside = textOf(name.span).toLowerCase().indexOf(ownerWords.toLowerCase())
  const before = name.before.lastIndexOf(ownerWords)
  if (inside < 0 && before < 0) return undefined
  const from = inside < 0 ? start - name.before.length + before : start + inside
  return { article, start: from, end: from + ownerWords.length }
}
