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

// Logistic regression on pairs of carriers of the record's development stories, by training/compare/fit-claims.py.
const bias = -3.0
const weights = {
  dice: 0.94,
  containment: 2.24,
  diceAround: 0.59,
  run: 1.41,
  numbersAgree: 1.89,
  numbersDiffer: -1.02,
  daysDiffer: -2.32,
  relay: 0.43,
  sameArticle: -0.36,
  sameSpeaker: 0.39,
  otherPolarity: 0.9,
  otherTense: -2.18,
  severalKeys: 0.6,
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
    when(articleA === articleB, weights.sameArticle) +
    when(a.speaker !== undefined && a.speaker === b.speaker, weights.sameSpeaker) +
    when(a.statement.polarity !== b.statement.polarity, weights.otherPolarity) +
    when(isAhead(a) !== isAhead(b), weights.otherTense) +
    when(like.shared >= 2, weights.severalKeys)
  return { score, rule: like.run >= 6 ? 'CLM-WORDS' : isRelay ? 'CLM-RELAY' : 'CLM-LIKE' }
}

function when(holds: boolean, weight: number): number {
  return holds ? weight : 0
}

// What is to come is another claim than what came about.
function isAhead({ statement }: Aligned): boolean {
  return ['planned', 'conditional', 'predicted'].includes(statement.modality)
}
