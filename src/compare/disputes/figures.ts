import type { Dispute } from '../../model/record.ts'
import type { Around } from '../claims/fit.ts'
import { likeness } from '../claims/likeness.ts'
import type { Matter } from '../claims/matter.ts'
import type { Quantity } from '../claims/quantities.ts'
import { hasOwnOccasion } from '../counts/own-occasion.ts'
import { boundsOfQuantity } from '../slots/bounds.ts'
import { disputeOf, isOfFact, isVouchedFor, type Side } from './find-disputes.ts'

/** Two figures so far apart in an article's text are rarely set against each other. */
const reach = 500
/**
 * Figures for one thing that an article lays to two origins side by side and that cannot both be right. Figures of two
 * articles are left alone: a toll rises.
 */
export function differingFigures(sides: readonly Side[], weighing: Around): Dispute[] {
  const byArticle = new Map<string, Side[]>()
  for (const side of sides) {
    if (side.aligned.matter.numbers.length === 0 || !isFigure(side)) continue
    const { article } = side.carrier.span
    byArticle.set(article, [...(byArticle.get(article) ?? []), side])
  }
  const disputes: Dispute[] = []
  for (const figures of byArticle.values()) {
    figures.sort((a, b) => a.carrier.span.start - b.carrier.span.start)
    for (const [i, a] of figures.entries()) {
      for (const b of figures.slice(i + 1, i + 4)) {
        if (clash(a, b, weighing)) disputes.push(disputeOf(a, b, { about: 'number', rule: 'DSP-FIGURES' }))
      }
    }
  }
  return disputes
}

function isFigure({ carrier }: Side): boolean {
  return isOfFact(carrier) && carrier.modality !== 'planned' && carrier.polarity !== 'doubted'
}

function clash(a: Side, b: Side, weighing: Around): boolean {
  const gap = b.carrier.span.start - a.carrier.span.end
  if (gap < 0 || gap > reach || a.carrier.origin === b.carrier.origin) return false
  if (!isSomebodys(a) || !isSomebodys(b)) return false
  const one = a.aligned.matter.numbers[0]
  const other = b.aligned.matter.numbers[0]
  if (one === undefined || other === undefined || canAgree(one, other)) return false
  const like = likeness(a.aligned.matter, b.aligned.matter, weighing.rarity)
  if (like.names === 'differ' || like.days === 'differ' || like.numbers === 'agree') return false
  if (isOfPeople(b) && hasOwnOccasion(b.aligned.matter.forms, a.aligned.matter.keys)) return false
  if (isOfPeople(a) !== isOfPeople(b) && one.unit !== '' && other.unit !== '') return false
  const sameUnit = one.unit === other.unit || one.unit === '' || other.unit === ''
  // A bare figure belongs with the one before it in its sentence: "20,000 people; police counted 6,000".
  const isShort = [a, b].some(({ aligned }) => aligned.matter.keys.size <= 1 || isCount(aligned.matter))
  const isBare = isShort && inOneSentence(a, b)
  const isCounted = (isOfPeople(a) && isOfPeople(b)) || [a, b].some(({ aligned }) => isCount(aligned.matter))
  // A count is not set against a measurement: 17 dead, 6.2 on the scale.
  if (Number.isInteger(one.value) !== Number.isInteger(other.value)) return false
  if (isBare) return true
  if (like.predicate === 'other' && !isCounted) return false
  return (sameUnit && like.shared >= 1) || like.shared >= 2
}

function inOneSentence(a: Side, b: Side): boolean {
  return a.aligned.statement.sentence === b.aligned.statement.sentence
}

/** Whether somebody vouches for it, or it is laid to whoever counted: "police counted 6,000". */
export function isSomebodys({ carrier, aligned }: Side): boolean {
  return isVouchedFor(carrier) || isCount(aligned.matter)
}

function isCount({ forms, numbers }: Matter): boolean {
  return numbers.length > 0 && countedBy.test(forms.join(' '))
}

const countedBy = /^(?:the )?(?:\S+ ){1,2}(?:count|put|estimate|tally|tallie|report)\S* /

// The dead and the hurt are not set against trains and magnitudes.
function isOfPeople({ aligned }: Side): boolean {
  return aligned.matter.keys.has('=die') || aligned.matter.keys.has('=hurt')
}

function canAgree(one: Quantity, other: Quantity): boolean {
  const a = boundsOfQuantity(one)
  const b = boundsOfQuantity(other)
  return a.from <= b.to && b.from <= a.to
}
