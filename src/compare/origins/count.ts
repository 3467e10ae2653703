import { wordsOf } from '../words/words.ts'
import { roleOf } from './roles.ts'
import { ofOtherCountries } from './sides.ts'
import type { Speaker } from './speaker.ts'

/** An origin of a claim as it is counted. */
export type Counted = {
  readonly id: string
  readonly kind: string
  readonly outlet?: string
  readonly root?: Speaker
  /** True for who denied it elsewhere: what it owns to, it repeats of nobody. */
  readonly turned?: boolean
  /** True for what it says of things to come: it has them from somebody. */
  readonly ahead?: boolean
}

/** The least and the most number of independent origins consistent with the text, with the ids that are certain. */
export type Corroboration = {
  readonly certain: number
  readonly possible: number
  readonly independent: ReadonlySet<string>
}

/**
 * Counts the origins that affirm a claim. Two count as two only where the text makes it certain that they are not the same
 * and, by `sayTheSame` over their ids, that they say the same; the least number is found greedily, clearest origins first.
 */
export function countOrigins(
  origins: readonly Counted[],
  sayTheSame: (one: string, other: string) => boolean = () => true,
): Corroboration {
  const distinct = [...new Map(origins.map((origin) => [origin.id, origin])).values()]
  const sure: Counted[] = []
  for (const origin of [...distinct].sort((a, b) => clarity(b) - clarity(a))) {
    if (origin.kind === 'unknown') continue
    if (sure.every((other) => surelyApart(origin, other) && sayTheSame(origin.id, other.id)))
      sure.push(origin)
  }
  // Of whom nothing is known is nobody else for certain.
  const before: Counted[] = []
  let possible = 0
  for (const origin of distinct) {
    if (!before.some((other) => surelySame(origin, other))) possible++
    if (origin.root !== undefined) before.push(origin)
  }
  return {
    certain: distinct.length === 0 ? 0 : Math.max(1, sure.length),
    possible,
    independent: new Set(sure.map((origin) => origin.id)),
  }
}

function clarity(origin: Counted): number {
  switch (origin.kind) {
    case 'witness':
      return 3
    case 'document':
    case 'statement':
      return 2
    case 'told':
      return origin.root?.kind === 'named' ? 2 : 1
    default:
      return 0
  }
}

/** An office and its holder, a body and its spokesman: one side speaking twice. */
function surelySame(a: Counted, b: Counted): boolean {
  const one = a.root
  const other = b.root
  if (one === undefined || other === undefined) return false
  if (one.key !== undefined && one.key === other.key) return true
  if (one.entity !== undefined && one.entity === other.entity) return true
  return speaksFor(one, other) || speaksFor(other, one)
}

// "Mr Dalgar's office", "a spokesman for Ms Hale"; his lawyer, who has a name of her own, is a person of her own.
function speaksFor(one: Speaker, { entity }: Speaker): boolean {
  return entity !== undefined && one.sides.has(entity) && (one.entity === undefined || hasRank(one, 'voice'))
}

function surelyApart(a: Counted, b: Counted): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown' || surelySame(a, b)) return false
  // What an outlet's own people saw rests on nobody's word.
  if (a.kind === 'witness' || b.kind === 'witness') return a.kind !== b.kind || a.outlet !== b.outlet
  const one = a.root
  const other = b.root
  if (one === undefined || other === undefined) return false
  if (mayBeNamesakes(one, other) || mayBeNamesakes(other, one)) return false
  if (isOfOtherFields(one, other)) return true
  if (one.vague || other.vague) return false
  const voices = [one.voice, other.voice]
  if (voices.includes('state') && voices.includes('bystander') && !a.ahead && !b.ahead) return true
  if (isStaffOf(one, other) || isStaffOf(other, one)) return true
  if (isOfAnotherOffice(one, other) || isOfAnotherOffice(other, one)) return true
  if (!a.ahead && !b.ahead && (isNoHead(one, other) || isNoHead(other, one))) return true
  if (areTwoPeople(one, other)) return true
  if (sameSide(one, other) || one.dependent || other.dependent) return false
  const otherSide = ofOtherCountries(one.sides, other.sides)
  // An anonymous source may be anyone on its side, and the parts of a state may all repeat one of them.
  if (isAnonymous(one) || isAnonymous(other)) return otherSide
  if (one.voice === 'state' && other.voice === 'state')
    return otherSide || a.turned === true || b.turned === true
  return one.key !== undefined && other.key !== undefined && one.key !== other.key && !sharesWord(one, other)
}

// "Ms Crane" here, "chief engineer Ada Crane" there: she may be she, whether or not every name was read as one.
function mayBeNamesakes({ surname, entity }: Speaker, other: Speaker): boolean {
  if (surname === undefined || !other.capitals.has(surname.form) || entity === other.entity) return false
  return surname.isBare || other.surname === undefined || other.surname.isBare
}

// "The premier's office" and "a police spokeswoman", "the ministry" and the chair of a union: no mouthpieces of each other.
function isOfOtherFields(one: Speaker, other: Speaker): boolean {
  if (isAnonymous(one) || isAnonymous(other) || one.dependent || other.dependent) return false
  const [a, b] = [fieldsOf(one), fieldsOf(other)]
  return a.size > 0 && b.size > 0 && ![...a].some((field) => b.has(field)) && !sharesEntity(one, other)
}

function fieldsOf({ words }: Speaker): ReadonlySet<string> {
  return new Set([...words].flatMap((word) => roleOf(word)?.field ?? []))
}

function sharesEntity({ sides }: Speaker, other: Speaker): boolean {
  return [...sides].some((side) => !side.startsWith('country ') && other.sides.has(side))
}

// A judge and a returning officer, a minister and the ferry's captain: two people who speak under their names, of no one body.
function areTwoPeople(one: Speaker, other: Speaker): boolean {
  const isPerson = (speaker: Speaker) => speaker.entity !== undefined && speaker.kind === 'named'
  if (!isPerson(one) || !isPerson(other) || hasRank(one, 'voice') || hasRank(other, 'voice')) return false
  if (isOpen(one) || isOpen(other) || owns(one, other) || owns(other, one)) return false
  if (ofOtherCountries(one.sides, other.sides)) return true
  // That both are ministers does not make them one; that both are of a fishing fleet may.
  return (
    !sharesEntity(one, other) &&
    ![...one.words].some((word) => roleOf(word) === undefined && other.words.has(word))
  )
}

// "its manager, Rainer Posch", where nobody says whose.
function isOpen({ dependent, owner }: Speaker): boolean {
  return dependent && owner === undefined
}

function owns({ owner }: Speaker, { entity, sides }: Speaker): boolean {
  return owner !== undefined && (owner.id === entity || sides.has(owner.id))
}

// "a nurse on the ward" is no managing director.
function isNoHead(one: Speaker, head: Speaker): boolean {
  if (one.voice !== 'bystander' || !isAnonymous(one) || head.kind !== 'named' || sameSide(one, head))
    return false
  return hasRank(head, 'head') && !sharesWord(one, head) && !fieldsOf(head).has('union')
}

function sameSide(one: Speaker, other: Speaker): boolean {
  return [...one.sides].some((side) => other.sides.has(side))
}

// "a Tolmark diplomat" and its foreign minister, "three of her aides" and she: an aide is not the one it serves.
function isStaffOf(staff: Speaker, head: Speaker): boolean {
  if (!isAnonymous(staff) || head.entity === undefined || head.kind !== 'named') return false
  return hasRank(staff, 'staff') && hasRank(head, 'head')
}

// "three of her aides", she being the interior minister, and "the prime minister's office".
function isOfAnotherOffice(staff: Speaker, office: Speaker): boolean {
  const { owner } = staff
  if (owner === undefined || !hasRank(staff, 'staff') || office.kind !== 'named') return false
  const holder = [...office.words].filter((word) => word !== officeWord)
  const roles = new Set(owner.roles.flatMap(({ text }) => wordsOf(text).map(({ key }) => key)))
  return (
    office.words.has(officeWord) &&
    holder.some((word) => roleOf(word)?.rank === 'head') &&
    holder.some((word) => !roles.has(word)) &&
    !office.sides.has(owner.id)
  )
}

const officeWord = 'offic'

function hasRank({ words }: Speaker, rank: string): boolean {
  return [...words].some((word) => roleOf(word)?.rank === rank)
}

function isAnonymous(speaker: Speaker): boolean {
  return speaker.kind === 'anonymous' || speaker.kind === 'collective'
}

function sharesWord(a: Speaker, b: Speaker): boolean {
  return [...a.words].some((word) => b.words.has(word))
}
