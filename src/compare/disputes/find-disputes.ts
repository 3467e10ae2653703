import { hash64 } from '../../model/id.ts'
import type { Carrier, Claim, Dispute } from '../../model/record.ts'
import type { Aligned } from '../claims/align.ts'
import { hasVerb } from '../claims/clauses.ts'
import { type Around, fitOf, isDenial } from '../claims/fit.ts'
import { likeness, speaksOf } from '../claims/likeness.ts'
import { isTurned } from '../claims/turned.ts'
import type { Member } from '../member.ts'
import { differingFigures } from './figures.ts'
import { saidToDiffer } from './said-to-differ.ts'
import { turnedCopies } from './turned.ts'

/** A claim with what each of its carriers was aligned by, in the carriers' order. */
export type ClaimMatter = { readonly claim: Claim; readonly statements: readonly Aligned[] }

/** A carrier with its claim and what it was aligned by: one side of a possible dispute. */
export type Side = { readonly claim: Claim; readonly carrier: Carrier; readonly aligned: Aligned }

/** Log-odds above which a denial is of what another statement affirms. */
const deniesIt = -0.6
/** How much of the poorer side's matter a bare "not" must share: it may be about something else. */
const leastShared = 0.28
/** The same where the two stand in different articles. */
const leastSharedApart = 0.36
/** How much it must share where that is a single word. */
const mostlyShared = 0.6
/** So many shared words that are no names make up for a predicate in other words. */
const severalKeys = 3

/** Pairs of accounts that cannot both be so, by different origins: what one affirms and another denies, two figures for one thing, and what an article says to differ. */
export function findDisputes(
  claims: readonly ClaimMatter[],
  {
    weighing,
    members,
    clashes = [],
  }: {
    readonly weighing: Around
    readonly members: readonly Member[]
    /** Counts of people that exclude each other. */
    readonly clashes?: readonly (readonly [Side, Side])[]
  },
): Dispute[] {
  const sides = claims.flatMap(({ claim, statements }) =>
    claim.carriers.flatMap((carrier, i): Side[] => {
      const aligned = statements[i]
      return aligned === undefined ? [] : [{ claim, carrier, aligned }]
    }),
  )
  // A copy that turns what it copies is told as that alone.
  const own = sides.filter(({ aligned }) => !isTurned(aligned))
  return withoutRepeats([
    ...turnedCopies(sides),
    ...denials(own, weighing),
    ...differingFigures(own, weighing),
    ...saidToDiffer(own, members),
    ...clashes.map(([a, b]) => disputeOf(a, b, { about: 'toll', rule: 'DSP-COUNTS' })),
  ])
}

// Each denial with the affirmation that it fits best, the surest first.
function denials(sides: readonly Side[], weighing: Around): Dispute[] {
  const found: { readonly a: Side; readonly b: Side; readonly fit: number }[] = []
  const mayAnswer = answersTo(sides.filter((side) => !isDenied(side) && isAssertion(side)))
  for (const b of sides.filter((side) => isDenied(side) && isVouchedFor(side.carrier))) {
    let best: (typeof found)[number] | undefined
    for (const a of mayAnswer(b)) {
      if (!isAffirmed(a, b) || !speaksOfIt(a, b, weighing)) continue
      const fit = fitOf(a.aligned, b.aligned, weighing).score
      if (fit > (best?.fit ?? deniesIt)) best = { a, b, fit }
    }
    if (best !== undefined) found.push(best)
  }
  const told = new Set<string>()
  return found
    .sort((x, y) => y.fit - x.fit)
    .filter(({ a, b }) => {
      // Who denies it again, and a headline above the words, add nothing.
      const keys = [b.carrier.origin, b.carrier.span.article].map((by) => `${a.claim.id} ${b.claim.id} ${by}`)
      const isTold = keys.some((key) => told.has(key))
      for (const key of keys) told.add(key)
      return !isTold
    })
    .map(({ a, b }) => disputeOf(a, b, { about: aboutOf(a), rule: 'DSP-DENIED' }))
}

// The assertions that a denial may speak of, in their order: those of its article, and those that share a word with it.
function answersTo(assertions: readonly Side[]): (denial: Side) => readonly Side[] {
  const places = new Map<string, number[]>()
  const placesOf = ({ carrier, aligned }: Side) => [carrier.span.article, ...aligned.matter.keys]
  assertions.forEach((side, at) => {
    for (const place of placesOf(side)) {
      const known = places.get(place)
      if (known === undefined) places.set(place, [at])
      else known.push(at)
    }
  })
  return (denial) => {
    const found = new Uint8Array(assertions.length)
    for (const place of placesOf(denial)) for (const at of places.get(place) ?? []) found[at] = 1
    return assertions.filter((_, at) => found[at] === 1)
  }
}

function isDenied({ aligned }: Side): boolean {
  return isDenial(aligned) && aligned.statement.polarity !== 'doubted'
}

// "denied that …", "it is invented" speak of what was said; "no ballot was lost" must share its matter. A plan that came out otherwise has changed.
function speaksOfIt(a: Side, b: Side, { rarity }: Around): boolean {
  const isExplicit = b.aligned.statement.polarity === 'denied' || b.aligned.matter.untrue
  if (
    !isExplicit &&
    a.aligned.plan !== undefined &&
    a.aligned.plan.state !== (b.aligned.plan?.state ?? a.aligned.plan.state)
  )
    return false
  if (aFigure.test(b.aligned.matter.forms.join(' ')) && a.aligned.matter.numbers.length === 0) return false
  const isApart = a.carrier.span.article !== b.carrier.span.article
  if (isExplicit && isNear(a, b, 2)) return true
  // "Satellites are not": what they are not stands elsewhere.
  if (b.aligned.matter.forms.at(-1) === 'not') return false
  const like = likeness(a.aligned.matter, b.aligned.matter, rarity)
  if (like.matters === 0 || like.containment < (isApart ? leastSharedApart : leastShared)) return false
  // "The talks are no cover for a strike" speaks of a cover: who says that somebody wants a strike is not contradicted.
  const { predicate } = b.aligned.matter
  // What somebody wants is not denied by what is not so.
  if (!isExplicit && a.aligned.matter.predicate.has('=want') && !predicate.has('=want')) return false
  const isAnswer = isNear(a, b, 1)
  if (predicate.size > 0 && !isAnswer && !speaksOf(a.aligned.matter, predicate))
    return like.matters >= severalKeys
  return isAnswer || like.shared >= 2 || like.containment >= mostlyShared
}

// "He denied the figure": what is denied says a number.
const aFigure = /^(?:the|that|this|its|their|his|her) (?:figure|number|toll|total|estimate)s?$/

/** Whether two sides stand in one article, at most so many sentences apart. */
function isNear(
  { aligned: { statement: a } }: Side,
  { aligned: { statement: b } }: Side,
  reach: number,
): boolean {
  return a.span.article === b.span.article && Math.abs(a.sentence - b.sentence) <= reach
}

// A clause or a figure that is held to be so.
function isAssertion({ carrier, aligned: { matter } }: Side): boolean {
  if (carrier.polarity === 'doubted' || !isOfFact(carrier)) return false
  return matter.numbers.length > 0 || hasVerb(matter.forms.join(' '))
}

// Who denies what it said itself has changed its mind: no dispute. What nobody vouches for is one only where the denial answers it.
function isAffirmed(a: Side, b: Side): boolean {
  if (a.carrier.origin === b.carrier.origin) return false
  const { speaker } = a.aligned
  if (speaker !== undefined && speaker === b.aligned.speaker) return false
  if (isVouchedFor(a.carrier) || a.carrier.source.kind === 'outlet') return true
  return isNear(a, b, 1)
}

/** Somebody named, or known by class, vouches for it: an outlet's retraction and a loose sentence are no side of a dispute. */
export function isVouchedFor({ attribution, source }: Carrier): boolean {
  return attribution !== undefined && source.kind !== 'outlet' && source.kind !== 'unstated'
}

/** A forecast that failed and a threat not carried out are no disputes. */
export function isOfFact({ modality }: Carrier): boolean {
  return modality !== 'predicted' && modality !== 'conditional'
}

/** A dispute between two sides, the earlier named first. */
export function disputeOf(a: Side, b: Side, how: { readonly about: string; readonly rule: string }): Dispute {
  const denies = ({ aligned }: Side) => aligned.statement.polarity === 'denied'
  const denying = (['a', 'b'] as const).filter((side) => denies(side === 'a' ? a : b))
  const place = ({ carrier }: Side) => `${carrier.span.article} ${carrier.span.start}`
  return {
    id: `d:${hash64(`${place(a)} ${place(b)}`)}`,
    a: a.carrier.span,
    b: b.carrier.span,
    about: how.about,
    claims: [a.claim.id, b.claim.id],
    ...(denying.length === 0 ? {} : { denying }),
    rules: [how.rule],
  }
}

function aboutOf({ aligned: { matter }, carrier }: Side): string {
  if (matter.keys.has('=die') || matter.keys.has('=hurt')) return 'toll'
  if (matter.keys.has('=blame')) return 'cause'
  return carrier.modality === 'stated' ? 'position' : 'occurrence'
}

function withoutRepeats(disputes: readonly Dispute[]): Dispute[] {
  const seen = new Set<string>()
  return disputes.filter((dispute) => {
    const key = [dispute.a, dispute.b]
      .map(({ article, start }) => `${article} ${start}`)
      .sort()
      .join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
