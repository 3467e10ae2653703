import type { Matter } from '../claims/matter.ts'
import { relateCounts } from './counts.ts'
import { changeCues, type Reported, sameEvent } from './reported.ts'
import { relateVenues } from './venues.ts'

/** What a later statement about a slot does to an earlier one. */
export type Relation =
  | 'same'
  | 'refines'
  | 'update'
  | 'contradicts'
  | 'denies'
  | 'unrelated'
  | 'relay'
  | 'independent'

/** A slot's name, as `data/crossdoc/slot-relations` has them. */
export type Slot = 'venue' | 'date' | 'count' | 'participants' | 'format' | 'status' | 'origin' | 'polarity'

/** Relates two reports of one slot: event identity first, then values, then words that tell of a change. */
export function relate(
  slot: Slot,
  a: Reported,
  b: Reported,
): { readonly relation: Relation; readonly rule: string } {
  if (slot === 'origin') return relateOrigins(a, b)
  if (!sameEvent(a, b)) return { relation: 'unrelated', rule: 'SLT-OTHER-EVENT' }
  if (isOwnDenial(b)) return { relation: 'denies', rule: 'SLT-DENIES' }
  const changed = changeCues(b.text).length > 0
  const values = valuesOf(slot, a, b)
  if (values === 'equal') return { relation: 'same', rule: 'SLT-EQUAL' }
  if (values === 'finer' && !changed) return { relation: 'refines', rule: 'SLT-FINER' }
  if (changed) return { relation: 'update', rule: 'SLT-CHANGE-CUE' }
  if (values === 'apart') return { relation: 'contradicts', rule: 'SLT-APART' }
  return { relation: 'same', rule: 'SLT-ALIKE' }
}

type Values = 'equal' | 'finer' | 'apart' | 'alike'

function valuesOf(slot: Slot, a: Reported, b: Reported): Values {
  switch (slot) {
    case 'date':
      return relateDays(a, b)
    case 'count':
      return relateCounts(a, b)
    case 'venue':
      return relateVenues(a, b)
    default:
      return relateWords(a, b)
  }
}

function relateDays(a: Reported, b: Reported): Values {
  const one = a.days[0]
  const other = b.days.at(-1)
  if (one === undefined || other === undefined) return 'alike'
  if (one.from === other.from && one.to === other.to) return 'equal'
  if (one.from <= other.to && other.from <= one.to) return 'finer'
  return 'apart'
}

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\bindirect/i, /(?<!in)\bdirect(?:ly)?\b|face to face|face-to-face/i],
  [
    /\b(?:cancel|call(?:ed)? off|scrap)/i,
    /\b(?:go ahead|planned|scheduled|will (?:meet|be held|take place))/i,
  ],
  [/\b(?:behind closed doors|private)/i, /\b(?:in public|open to the press)/i],
  [/\b(?:by video|online|remote)/i, /\bin person\b/i],
]

function relateWords(a: Reported, b: Reported): Values {
  for (const [one, other] of opposites) {
    if (
      (one.test(a.text) && !one.test(b.text) && other.test(b.text)) ||
      (other.test(a.text) && !one.test(a.text) && one.test(b.text))
    )
      return 'apart'
  }
  if (isEndWithout(a.text) && isEndWithout(b.text)) return 'equal'
  if (a.matter.negated !== b.matter.negated) return 'apart'
  return isVague(a.text) && namesIn(b.matter) > namesIn(a.matter) ? 'finer' : 'alike'
}

// "ended without a deal", "no agreement was reached": the absence is the outcome.
function isEndWithout(text: string): boolean {
  return /\b(?:without|no|failed to)\b[^.]{0,30}\b(?:deal|agreement|accord|breakthrough|result)\b/i.test(text)
}

function isVague(text: string): boolean {
  return /\b(?:several|some|a number of|various|many|a group of)\b/i.test(text)
}

function namesIn(matter: Matter): number {
  return matter.names.size
}

// "made no such commitment, its spokesman said", "denied that": the actor itself rejects it.
function isOwnDenial({ text }: Reported): boolean {
  return /\bno such\b|\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)\b[^.]*\b(?:claim|report|allegation|that|as)\b/i.test(
    text,
  )
}

function relateOrigins(a: Reported, b: Reported): { readonly relation: Relation; readonly rule: string } {
  const shared = a.outlets.some((outlet) => b.outlets.includes(outlet))
  if (shared) return { relation: 'relay', rule: 'SLT-SAME-OUTLET' }
  if (
    /\b(?:media reports?|reports? said|according to reports|(?:local|state|\p{Lu}\p{L}+) media)\b/u.test(
      b.text,
    )
  )
    return { relation: 'relay', rule: 'SLT-MEDIA' }
  return { relation: 'independent', rule: 'SLT-OTHER-OUTLET' }
}
