import type { Aligned } from './align.ts'
import { likeness } from './likeness.ts'

/** How much speaks for two statements being one claim, in log-odds, with the rule that says most. */
export type Fit = { readonly score: number; readonly rule: string }

/** What a fit is judged against. */
export type Around = {
  readonly rarity: (key: string) => number
  /** The outlet keys that each article takes something from. */
  readonly relayed: ReadonlyMap<string, ReadonlySet<string>>
}

// A logistic regression on pairs of carriers of sixteen invented stories.
const bias = -2.6
const weights = {
  dice: 0.75,
  containment: 2.1,
  diceAround: 0.95,
  run: 2.2,
  numbersAgree: 1.7,
  numbersDiffer: -1.4,
  daysDiffer: -2.3,
  relay: 0.6,
  sameSpeaker: 0.4,
  otherPolarity: 1,
  // Weaker than fitted: the reader's modality is less sure than the annotators'.
  otherTense: -0.8,
  otherCondition: -1.2,
  otherModality: -1,
  severalKeys: 1.1,
  // Shared names count among the keys already: alone they only tell the same story.
  namesAgree: -1.1,
  namesDiffer: -0.7,
  length: -0.36,
}

/** Weighs two statements: their words, numbers and days, who says them, and what their articles are to each other. */
export function fitOf(a: Aligned, b: Aligned, around: Around): Fit {
  const like = likeness(a.matter, b.matter, around.rarity)
  const articleA = a.statement.span.article
  const articleB = b.statement.span.article
  const isRelay =
    around.relayed.get(articleB)?.has(a.outlet) === true ||
    around.relayed.get(articleA)?.has(b.outlet) === true
  const score =
    bias +
    weights.dice * like.dice +
    weights.containment * like.containment +
    weights.diceAround * like.diceAround +
    (weights.run * like.run) / 8 +
    when(like.numbers === 'agree', weights.numbersAgree) +
    when(like.numbers === 'differ', weights.numbersDiffer) +
    when(like.days === 'differ', weights.daysDiffer) +
    when(isRelay, weights.relay) +
    when(a.speaker !== undefined && a.speaker === b.speaker, weights.sameSpeaker) +
    when(isDenial(a) !== isDenial(b), weights.otherPolarity) +
    when(isAhead(a) !== isAhead(b), weights.otherTense) +
    when(isConditional(a) !== isConditional(b), weights.otherCondition) +
    when(a.statement.modality !== b.statement.modality, weights.otherModality) +
    when(like.shared >= 2, weights.severalKeys) +
    when(like.names === 'agree', weights.namesAgree) +
    when(like.names === 'differ', weights.namesDiffer) +
    (weights.length * Math.min(a.matter.keys.size, b.matter.keys.size)) / 6
  return { score, rule: like.run >= 6 ? 'CLM-WORDS' : isRelay ? 'CLM-RELAY' : 'CLM-LIKE' }
}

/** Log-odds above which two statements are taken to say the same for certain. */
const sureFit = 0

/** Whether two statements surely make one claim: near enough, with no figure or day between them. */
export function surelyOne(a: Aligned, b: Aligned, around: Around): boolean {
  const like = likeness(a.matter, b.matter, around.rarity)
  return like.numbers !== 'differ' && like.days !== 'differ' && fitOf(a, b, around).score >= sureFit
}

function when(holds: boolean, weight: number): number {
  return holds ? weight : 0
}

// What is to come is another claim than what came about.
function isAhead({ statement }: Aligned): boolean {
  return ['planned', 'conditional', 'predicted'].includes(statement.modality)
}

function isConditional({ statement }: Aligned): boolean {
  return statement.modality === 'conditional'
}

/** True when a statement holds its proposition to be untrue: denied, or negated in its own words, but not both. */
export function isDenial({ statement, matter }: Aligned): boolean {
  return (statement.polarity === 'denied') !== matter.negated
}
