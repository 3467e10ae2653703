import type { Dispute } from '../../model/record.ts'
import { likeness } from '../claims/likeness.ts'
import type { Quantity } from '../claims/matter.ts'
import { boundsOfQuantity } from '../slots/counts.ts'
import { disputeOf, isOfFact, isVouchedFor, type Rarity, type Side } from './find-disputes.ts'

/** Two figures so far apart in an article's text are rarely set against each other. */
const reach = 500
/** A bare figure belongs with the one right before it: "20,000 people; police counted 6,000". */
const nearby = 140

/**
 * Figures for one thing that an article lays to two origins side by side and that cannot both be right. Figures of two
 * articles are left alone: a toll rises.
 */
export function differingFigures(sides: readonly Side[], rarity: Rarity): Dispute[] {
  const byArticle = new Map<string, Side[]>()
  for (const side of sides) {
    if (side.matter.numbers.length === 0 || !isFigure(side)) continue
    const { article } = side.carrier.span
    byArticle.set(article, [...(byArticle.get(article) ?? []), side])
  }
  const disputes: Dispute[] = []
  for (const figures of byArticle.values()) {
    figures.sort((a, b) => a.carrier.span.start - b.carrier.span.start)
    for (const [i, a] of figures.entries()) {
      for (const b of figures.slice(i + 1, i + 4)) {
        if (clash(a, b, rarity)) disputes.push(disputeOf(a, b, { about: 'number', rule: 'DSP-FIGURES' }))
      }
    }
  }
  return disputes
}

function isFigure({ carrier }: Side): boolean {
  return isOfFact(carrier) && carrier.modality !== 'planned' && carrier.polarity !== 'doubted'
}

function clash(a: Side, b: Side, rarity: Rarity): boolean {
  const gap = b.carrier.span.start - a.carrier.span.end
  if (gap < 0 || gap > reach || a.carrier.origin === b.carrier.origin) return false
  if (!isVouchedFor(a.carrier) || !isVouchedFor(b.carrier)) return false
  const one = a.matter.numbers[0]
  const other = b.matter.numbers[0]
  if (one === undefined || other === undefined || canAgree(one, other)) return false
  const like = likeness(a.matter, b.matter, rarity)
  if (like.names === 'differ' || like.days === 'differ' || like.numbers === 'agree') return false
  const isBare = b.matter.keys.size <= 1 && gap <= nearby
  return isBare || one.unit === other.unit || like.shared >= 1
}

function canAgree(one: Quantity, other: Quantity): boolean {
  const a = boundsOfQuantity(one)
  const b = boundsOfQuantity(other)
  return a.from <= b.to && b.from <= a.to
}
