import type { Dispute } from '../../model/record.ts'
import { table } from '../../text/table.ts'
import { sayContraries } from '../claims/contrary.ts'
import type { Around } from '../claims/fit.ts'
import { type Likeness, likeness } from '../claims/likeness.ts'
import { type Matter, placeStem } from '../claims/matter.ts'
import { areElsewhere } from '../claims/stated-places.ts'
import type { Member } from '../member.ts'
import { senseOf } from '../words/senses.ts'
import { stem } from '../words/stem.ts'
import { wordsOf } from '../words/words.ts'
import { disputeOf, isOfFact, isVouchedFor, type Side } from './find-disputes.ts'

/** How much of the poorer side two accounts of one thing share. */
const leastShared = 0.4

/**
 * Two accounts of one thing without a word of denial, of which only one can be so: what came about in two places, by two causes,
 * by the hand of either side, or in two contrary ways. Each with the first that it contradicts.
 */
export function contraryAccounts(
  sides: readonly Side[],
  { weighing, members }: { readonly weighing: Around; readonly members: readonly Member[] },
): Dispute[] {
  const sourceOf = sourcesIn(members)
  const order = new Map(members.map(({ article }, i) => [article.id, i]))
  const placeOf = ({ carrier: { span } }: Side) => order.get(span.article) ?? 0
  const accounts = sides
    .filter(isAccount)
    .sort((a, b) => placeOf(a) - placeOf(b) || a.carrier.span.start - b.carrier.span.start)
  const told = new Set<string>()
  return accounts.flatMap((b, i) => {
    for (const a of accounts.slice(0, i)) {
      const rule = contradiction(a, b, { weighing, sourceOf })
      if (rule === undefined) continue
      const keys = [`${a.claim.id} ${b.claim.id} ${a.carrier.origin} ${b.carrier.origin}`]
      if (keys.some((key) => told.has(key))) continue
      for (const key of keys) told.add(key)
      return [disputeOf(a, b, { about: rule.about, rule: rule.id })]
    }
    return []
  })
}

/** The keys of the words that name a side's source. */
type SourceOf = (side: Side) => readonly string[]

function sourcesIn(members: readonly Member[]): SourceOf {
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  return ({ carrier: { source, span } }) =>
    source.spans.flatMap((range) =>
      wordsOf(texts.get(span.article) ?? '', range).flatMap(({ key, empty }) => (empty ? [] : senseOf(key))),
    )
}

// Somebody's word for what came about or is so; a plan takes another place by being moved.
function isAccount({ carrier, aligned: { statement, matter } }: Side): boolean {
  if (!isVouchedFor(carrier) || !isOfFact(carrier) || carrier.modality === 'planned') return false
  return statement.polarity === 'affirmed' && !matter.negated && matter.hasVerb
}

function contradiction(
  a: Side,
  b: Side,
  { weighing, sourceOf }: { readonly weighing: Around; readonly sourceOf: SourceOf },
): { readonly id: string; readonly about: string } | undefined {
  if (a.carrier.origin === b.carrier.origin) return undefined
  if (a.aligned.speaker !== undefined && a.aligned.speaker === b.aligned.speaker) return undefined
  const [one, other] = [a.aligned.matter, b.aligned.matter]
  if (![...one.keys].some((key) => other.keys.has(key))) return undefined
  const like = likeness(one, other, weighing.rarity)
  if (like.days === 'differ' || like.numbers === 'differ') return undefined
  if (haveTwoCauses(one, other)) return { id: 'DSP-CAUSE', about: 'cause' }
  if (sayContraries(one, other)) return { id: 'DSP-CONTRARY', about: 'outcome' }
  if (isOneThing(one, other, like) && areElsewhere(one, other)) return { id: 'DSP-PLACE', about: 'place' }
  if (isOtherHand(one, other, like) || areEachBlamed(a, b, sourceOf))
    return { id: 'DSP-ACTOR', about: 'responsibility' }
  return undefined
}

// "The fire started", "the fire broke out": definite, and told by the same words. "Shots were fired" there and here are two things.
function isOneThing(a: Matter, b: Matter, like: Likeness): boolean {
  const isDefinite = [a, b].every(({ forms }) => definite.test(forms[0] ?? ''))
  return isDefinite && like.matters >= 2 && like.predicate === 'shared' && like.containment >= leastShared
}

const definite = /^(?:the|it|this|that|he|she|his|her|its)$/

// "caused by a cigarette", "because of faulty wiring"; "The reason was a sandstorm"
function haveTwoCauses(a: Matter, b: Matter): boolean {
  const [one, other] = [broughtAbout(a, 'cause'), broughtAbout(b, 'cause')]
  return one !== undefined && other !== undefined && isOtherBy(one, other)
}

// "The rebels broke the truce, the army said"; "the army broke the truce, the rebels said".
function areEachBlamed(a: Side, b: Side, sourceOf: SourceOf): boolean {
  const [one, other] = [broughtAbout(a.aligned.matter, 'actor'), broughtAbout(b.aligned.matter, 'actor')]
  if (one === undefined || other === undefined || !isOtherBy(one, other)) return false
  return one.by.some((key) => sourceOf(b).includes(key)) || other.by.some((key) => sourceOf(a).includes(key))
}

/** What a clause says was brought about, and by whom or what, as keys. */
type Brought = { readonly effect: readonly string[]; readonly by: readonly string[] }

function isOtherBy(one: Brought, other: Brought): boolean {
  if (one.by.length === 0 || other.by.length === 0 || one.by.some((key) => other.by.includes(key)))
    return false
  return one.effect.some((key) => other.effect.includes(key))
}

type Kind = 'cause' | 'actor' | 'hand'

let patterns: readonly { readonly pattern: RegExp; readonly kind: string }[] | undefined

function broughtAbout({ forms, keys }: Matter, kind: Kind): Brought | undefined {
  const parts = clauseOf(forms, kind)
  return parts && { effect: keysIn(parts.effect, keys), by: keysIn(parts.by, keys) }
}

function clauseOf(
  forms: readonly string[],
  kind: Kind,
): { readonly by: string; readonly effect: string } | undefined {
  patterns ??= table('compare-accounts').map((row) => ({
    pattern: new RegExp(row.pattern ?? '', 'u'),
    kind: row.kind ?? '',
  }))
  for (const each of patterns) {
    const { by, effect } = each.kind === kind ? (each.pattern.exec(forms.join(' '))?.groups ?? {}) : {}
    if (by !== undefined && effect !== undefined) return { by, effect }
  }
  return undefined
}

function keysIn(words: string, keys: ReadonlySet<string>): string[] {
  return words
    .split(' ')
    .map((form) => senseOf(stem(form)))
    .filter((key) => keys.has(key))
}

// "Halvonian troops opened fire on a Brundian patrol", "a Brundian patrol fired first": who struck is whom the other says was struck.
function isOtherHand(a: Matter, b: Matter, like: Likeness): boolean {
  const [one, other] = [strikerIn(a), strikerIn(b)]
  if (one === undefined || other === undefined || one === other) return false
  return (b.names.has(one) || a.names.has(other)) && like.predicate === 'shared' && like.matters >= 2
}

function strikerIn({ forms, names }: Matter): string | undefined {
  const by = clauseOf(forms, 'hand')?.by?.split(' ').map(placeStem)
  return by?.find((stem) => names.has(stem))
}
