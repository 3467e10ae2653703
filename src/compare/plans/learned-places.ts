import type { Range, Span } from '../../model/span.ts'
import type { PlanMember } from './plans.ts'

/** What the articles of a story say about which place lies in which, each with the words that say so. */
export type LearnedPlaces = {
  /** The country or region that a place is said to lie in, by the place's name in lower case. */
  readonly within: ReadonlyMap<string, { readonly name: string; readonly span: Span; readonly rule: string }>
}

/** Containment as the text tells it: "the Mirathi city of Port Imber", "Pontvar, the Lorvenian capital", "Tarn, the capital of Orsa". */
export function learnPlaces(members: readonly PlanMember[]): LearnedPlaces {
  const within = new Map<string, { readonly name: string; readonly span: Span; readonly rule: string }>()
  for (const { article } of members) {
    for (const pattern of patterns) {
      for (const match of article.text.matchAll(pattern)) {
        const { place, holder } = match.groups ?? {}
        if (place === undefined || holder === undefined || within.has(place.toLowerCase())) continue
        const range: Range = { start: match.index, end: match.index + match[0].length }
        within.set(place.toLowerCase(), {
          name: holder,
          span: { article: article.id, ...range },
          rule: 'PLC-LEARNED',
        })
      }
    }
  }
  return { within }
}

/** How a place told now relates to one told before by what the text has taught; undefined where it is silent. */
export function relateLearned(
  places: LearnedPlaces,
  now: string,
  before: string,
): 'inside' | 'holds' | undefined {
  if (isWithin(places, now, before)) return 'inside'
  return isWithin(places, before, now) ? 'holds' : undefined
}

function isWithin({ within }: LearnedPlaces, inner: string, outer: string): boolean {
  for (const [place, { name }] of within) {
    if (new RegExp(`(?:^|[^\\p{L}])${escaped(place)}$`, 'iu').test(inner.trim()) && isOf(name, outer.trim()))
      return true
  }
  return false
}

// "Mirathi" is of "Mirath", "Lorvenian" of "Lorvenia", "Orsa" of "Orsa".
function isOf(holder: string, country: string): boolean {
  const stem = country.replace(/^the\s+/i, '').replace(/[aeiouy]+$/i, '')
  return (
    stem.length >= 3 &&
    holder.toLowerCase().startsWith(stem.toLowerCase()) &&
    holder.length <= country.length + 4
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const name = String.raw`\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,2}`
const kind = '(?:city|capital|town|port|resort|village|island|region|province|district|suburb)'
const adjective = String.raw`\p{Lu}\p{L}+(?:i|an|ish|ese|ic|ch)`

const patterns: readonly RegExp[] = [
  // "the Mirathi city of Port Imber", "the Lorvenian capital, Pontvar"
  new RegExp(
    String.raw`\bthe (?<holder>${adjective}) (?:\p{Ll}+ )?${kind}(?: of|,)? (?<place>${name})`,
    'gu',
  ),
  // "Pontvar, the Lorvenian capital"
  new RegExp(String.raw`(?<place>${name}), the (?<holder>${adjective}) (?:\p{Ll}+ )?${kind}\b`, 'gu'),
  // "Tarn, the capital of Orsa", "Tarn, a port in Orsa"
  new RegExp(
    String.raw`(?<place>${name}), (?:the|a) (?:\p{Ll}+ )?${kind} (?:of|in) (?<holder>${name})`,
    'gu',
  ),
  // "Orsa's capital, Tarn", "Orsa's port of Tarn"
  new RegExp(String.raw`(?<holder>${name})['’]s (?:\p{Ll}+ )?${kind}(?: of|,)? (?<place>${name})`, 'gu'),
]
