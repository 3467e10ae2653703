import type { Aligned, PlanPoint } from './align.ts'
import { sayContraries } from './contrary.ts'
import { isSmall, type Likeness, likeness } from './likeness.ts'
import { type ClaimModel, type Traits, weigh } from './model.ts'
import { areOneQuotation } from './quotations.ts'
import { areElsewhere } from './stated-places.ts'
import { isTurnOf } from './turned.ts'

/** How much speaks for two statements being one claim. */
export type Fit = {
  /** Log-odds; `apart` where they cannot be one. */
  readonly score: number
  /** Whether they share enough for that to put them together. */
  readonly joins: boolean
  /** How alike their words are: containment, Dice and a shared run, between 0 and 3. */
  readonly near: number
  /** The rule that says most. */
  readonly rule: string
}

/** What a fit is judged against. */
export type Around = {
  readonly rarity: (key: string) => number
  /** The outlet keys that each article takes something from. */
  readonly relayed: ReadonlyMap<string, ReadonlySet<string>>
  readonly model: ClaimModel
}

/** The log-odds of two statements that cannot be one claim. */
export const apart = -99

/** Log-odds of two statements that share too little to be weighed. */
export const unlike = -4

/** Weighs two statements: their words, numbers, days and plans, who says them, and what their articles are to each other. */
export function fitOf(a: Aligned, b: Aligned, around: Around): Fit {
  const like = likeness(a.matter, b.matter, around.rarity)
  const isRelay = relays(a, b, around)
  const traits = pairTraits(a, b, { like, isRelay })
  const score = weigh(traits, around.model.pair)
  const isQuoted = isOneQuotation(a, b, like)
  const joins = isQuoted || traits.enough === 1
  return {
    score: clash(a, b, like)
      ? apart
      : isQuoted
        ? Math.max(asQuoted, score)
        : joins || answers(a, b)
          ? score
          : Math.min(tooLittle, score),
    joins,
    near: like.dice + like.containment + like.run / 8,
    rule: isQuoted ? 'CLM-QUOTED' : like.run >= 6 ? 'CLM-WORDS' : isRelay ? 'CLM-RELAY' : 'CLM-LIKE',
  }
}

/** The least that one quotation reaches, shortened or translated otherwise. */
const asQuoted = 4
/** The most that two statements reach which share too little to be joined by it. */
const tooLittle = -2.5
/** Words of a run that makes one claim of two statements. */
const longRun = 4
/** How much of the poorer side must be shared where one answers the other, and where it is a single word. */
const leastOfAnAnswer = 0.2
const mostOfIt = 0.6

// "the strait was shut", "rates for the strait have doubled": one word in common makes no claim, nor do names.
function sharesEnough(a: Aligned, b: Aligned, like: Likeness): boolean {
  if (isMaxim(a) !== isMaxim(b)) return false
  if ((like.run >= longRun && like.matters >= 1) || like.matters >= 2) return true
  if (like.shared >= 2 && like.predicate === 'shared') return true
  if (like.numbers === 'agree' && like.shared >= (countsAlone(a, b) ? 2 : 1)) return true
  if (isAnswered(a, b, like)) return true
  if (isMostOfIt(like) && !isThing(a) && !isThing(b)) return true
  return (
    isOneEvent(a, b) || (a.plan !== undefined && a.plan.id === b.plan?.id && a.plan.state === b.plan.state)
  )
}

// "kept the subject", "the subject was the strait": most of the poorer side, and what is said of it or of whom.
function isMostOfIt({ matters, containment, predicate, names }: Likeness): boolean {
  return matters >= 1 && containment >= mostOfIt && (predicate === 'shared' || names === 'agree')
}

// "We will not bow to those who threaten us", "We shall not kneel before those who threaten us": one speaker's words in two papers.
function isOneQuotation(a: Aligned, b: Aligned, like: Likeness): boolean {
  return (
    like.run >= longRun &&
    a.speaker !== undefined &&
    a.speaker === b.speaker &&
    isDirect(a) &&
    isDirect(b) &&
    a.statement.span.article !== b.statement.span.article &&
    isDenial(a) === isDenial(b) &&
    areOneQuotation(a.matter.forms, b.matter.forms)
  )
}

function isDirect({ statement: { attribution } }: Aligned): boolean {
  return attribution?.quoteType === 'direct' || attribution?.quoteType === 'mixed'
}

// "People who cannot agree on a table will not agree on a missile": of nobody in particular.
function isMaxim({ matter: { forms } }: Aligned): boolean {
  return /^(?:(?:people|those|anyone|anybody|everyone|he|she) who|whoever)$/.test(forms.slice(0, 2).join(' '))
}

// "an agreement": a word without a verb.
function isThing({ matter }: Aligned): boolean {
  return matter.keys.size < 2 && !matter.hasVerb
}

// "twelve parties are standing", "what the twelve parties want": a small number and what it counts are no matter.
function countsAlone({ matter: a }: Aligned, { matter: b }: Aligned): boolean {
  return a.numbers.some(
    (one) => isSmall(one) && one.unit !== '' && b.numbers.some(({ unit }) => unit === one.unit),
  )
}

// "denied any talks", "the figure of 32 is invented": a bare "not" in another article may be about something else.
function isAnswered(a: Aligned, b: Aligned, like: Likeness): boolean {
  if (!answers(a, b)) return false
  const isApart = a.statement.span.article !== b.statement.span.article
  if (like.numbers === 'agree' && !isApart) return true
  if (like.containment < leastOfAnAnswer) return false
  // "denied an agreement with the union", "noted an agreement to meet": what has no verb says nothing that a single word could deny.
  const isUnsaid = [a, b].some((one) => !isDenial(one) && !isDoubt(one) && !one.matter.hasVerb)
  const isNext = !isApart && Math.abs(a.statement.sentence - b.statement.sentence) <= 1
  if (like.shared === 1 && isUnsaid && !isNext) return false
  const isExplicit = a.statement.polarity !== 'affirmed' || b.statement.polarity !== 'affirmed'
  if (like.matters === 0)
    return (isExplicit && like.containment >= mostOfIt) || (!isApart && isDoubtOfOne(a, b, like))
  // "could bring them home" is not denied by "no one had come home".
  return isExplicit || !isApart || (like.shared >= 2 && isConditional(a) === isConditional(b))
}

// "Mr Colby has dropped his opposition", "doubted that Mr Colby had given way": in other words, of the same person.
function isDoubtOfOne(a: Aligned, b: Aligned, like: Likeness): boolean {
  return [a, b].some((one) => isDoubt(one) && one.matter.hasVerb) && like.names === 'agree'
}

// "Two soldiers died", "nobody was killed": one of the two holds it to be untrue, or doubts it.
function answers(a: Aligned, b: Aligned): boolean {
  return isDenial(a) !== isDenial(b) || isDoubt(a) || isDoubt(b)
}

/** Whether one of two statements' articles takes something from the other's outlet. */
export function relays(a: Aligned, b: Aligned, { relayed }: Around): boolean {
  return (
    relayed.get(b.statement.span.article)?.has(a.outlet) === true ||
    relayed.get(a.statement.span.article)?.has(b.outlet) === true
  )
}

// Another figure, another day, another event: another claim.
function clash(a: Aligned, b: Aligned, like: Likeness): boolean {
  if (like.numbers === 'differ' || like.days === 'differ') return true
  if (!answers(a, b) && (isTurnOf(a, b) || sayContraries(a.matter, b.matter))) return true
  if (callsOff(a, b) || callsOff(b, a)) return true
  if (a.plan === undefined || b.plan === undefined) return false
  if (isOff(a.plan) !== isOff(b.plan) && !answers(a, b)) return true
  return (
    a.plan.id !== b.plan.id ||
    (a.plan.day !== undefined && b.plan.day !== undefined && a.plan.day !== b.plan.day) ||
    isOtherVersion(a.plan, b.plan)
  )
}

// "face to face in Velm", "now in Sarn": another place, form or company of the same talks.
function isOtherVersion(one: PlanPoint, other: PlanPoint): boolean {
  return [...one.versions].some(([slot, version]) => (other.versions.get(slot) ?? version) !== version)
}

// "will be held on Friday", "have been cancelled", "have been moved to Marow": that it changes is another claim than what was to be, or came.
function callsOff(a: Aligned, b: Aligned): boolean {
  return (
    ['=cancel', '=postpone', '=move'].some((key) => a.matter.predicate.has(key) && !b.matter.keys.has(key)) &&
    !answers(a, b)
  )
}

// "will meet on Friday", "have cancelled their meeting".
function isOff({ state }: NonNullable<Aligned['plan']>): boolean {
  return state === 'cancelled' || state === 'postponed' || state === 'not-held'
}

/** What speaks for and against two statements being one claim; shares are between 0 and 1. */
export function pairTraits(
  a: Aligned,
  b: Aligned,
  { like, isRelay }: { readonly like: Likeness; readonly isRelay: boolean },
): Traits {
  const own = [a, b].filter(({ statement }) => statement.attribution === undefined).length
  const doubted = a.statement.polarity === 'doubted' || b.statement.polarity === 'doubted'
  const samePlan = a.plan !== undefined && a.plan.id === b.plan?.id
  return {
    enough: Number(sharesEnough(a, b, like)),
    dice: like.dice,
    containment: like.containment,
    run: like.run / 8,
    severalKeys: Number(like.shared >= 2),
    numbersAgree: Number(like.numbers === 'agree'),
    otherPredicate: Number(like.predicate === 'other'),
    oneNumber: Number(!answers(a, b) && (a.matter.numbers.length === 0) !== (b.matter.numbers.length === 0)),
    namesAgree: Number(like.names === 'agree'),
    namesDiffer: Number(like.names === 'differ'),
    otherActor: Number(otherActor(a, b)),
    relay: Number(isRelay),
    sameSpeaker: Number(a.speaker !== undefined && a.speaker === b.speaker),
    otherPolarity: Number(isDenial(a) !== isDenial(b)),
    doubted: Number(doubted),
    otherCondition: Number(isConditional(a) !== isConditional(b)),
    otherModality: Number(a.statement.modality !== b.statement.modality),
    oneOwn: Number(own === 1),
    bothOwn: Number(own === 2),
    length: Math.min(a.matter.keys.size, b.matter.keys.size) / 6,
    samePlanState: Number(samePlan && a.plan?.state === b.plan?.state),
    otherPlanState: Number(samePlan && a.plan?.state !== b.plan?.state),
    onePlanned: Number((a.plan === undefined) !== (b.plan === undefined)),
    ...besideTraits(a, b),
    pronoun: Math.max(0, like.diceAround - like.dice),
  }
}

// Within one article: "33 people were killed, the service said. A volunteer denied that 33 was the whole of it."
function besideTraits(a: Aligned, b: Aligned): Traits {
  if (a.statement.span.article !== b.statement.span.article) return {}
  const isNext = Math.abs(a.statement.sentence - b.statement.sentence) <= 1
  const isAnswer = isDenial(a) !== isDenial(b) || isDoubt(a) !== isDoubt(b)
  return {
    sameArticle: 1,
    next: Number(isNext),
    answer: Number(isAnswer),
    nextAnswer: Number(isNext && isAnswer),
    ownAnswer: Number(isAnswer && a.speaker !== undefined && a.speaker === b.speaker),
  }
}

function isDoubt({ statement }: Aligned): boolean {
  return statement.polarity === 'doubted'
}

/** Log-odds above which two statements are taken to say the same for certain. */
const sureFit = -0.25

/**
 * Whether two statements surely make one claim: near enough, about more than the same names, of the same actor, and either
 * both ahead or both of what came about.
 */
export function surelyOne(a: Aligned, b: Aligned, around: Around): boolean {
  if (isOneEvent(a, b)) return true
  const like = likeness(a.matter, b.matter, around.rarity)
  if (like.matters === 0 && like.numbers !== 'agree') return false
  if (like.shared === 1 && like.containment < mostOfIt && like.numbers !== 'agree') return false
  if (isAhead(a) !== isAhead(b) || otherActor(a, b) || areElsewhere(a.matter, b.matter)) return false
  return fitOf(a, b, around).score >= sureFit
}

// That it is to be on Friday, and that it was on Friday.
function isOneEvent({ plan: one }: Aligned, { plan: other }: Aligned): boolean {
  const came = ['ahead', 'happened', 'ongoing']
  if (one === undefined || one.id !== other?.id) return false
  return (
    came.includes(one.state) &&
    came.includes(other.state) &&
    one.day !== undefined &&
    one.day === other.day &&
    !isOtherVersion(one, other)
  )
}

// "Halvonian troops fired", "a Brundian patrol fired": the first name of each is another one's.
function otherActor({ matter: a }: Aligned, { matter: b }: Aligned): boolean {
  const [one] = a.names
  const [other] = b.names
  return one !== undefined && other !== undefined && one !== other && (b.names.has(one) || a.names.has(other))
}

/** What is to come, which is another claim than what came about. */
export function isAhead({ statement }: Aligned): boolean {
  return ['planned', 'conditional', 'predicted'].includes(statement.modality)
}

function isConditional({ statement }: Aligned): boolean {
  return statement.modality === 'conditional'
}

/** True when a statement holds its proposition to be untrue: denied, or negated in its own words, but not both. */
export function isDenial({ statement, matter }: Aligned): boolean {
  return (statement.polarity === 'denied') !== matter.negated
}
