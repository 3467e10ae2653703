import type { Dispute } from '../../model/record.ts'
import { contains, overlaps, type Span } from '../../model/span.ts'
import { claimHref, type Evidence, evidenceOf, outletInWords, type StoryContext } from './evidence.ts'
import { type SourceView, sourceName, sourceView } from './source-view.ts'
import { plainText } from './wording.ts'

/** One account in a dispute: its words, who gives it, in which outlet. */
export type DisputeSide = {
  readonly evidence: Evidence
  readonly speaker: string
  readonly source?: SourceView
  readonly polarity?: 'affirmed' | 'denied' | 'doubted'
  readonly claim: { readonly id: string; readonly href: string }
}

/** Two accounts of one thing that cannot both be so. */
export type DisputeView = {
  readonly id: string
  readonly about: string
  readonly sides: readonly [DisputeSide, DisputeSide]
  readonly rules: readonly string[]
}

/** The disputes of a story, each with both accounts in their own words. */
export function disputeViews(context: StoryContext): DisputeView[] {
  return context.story.disputes.flatMap((dispute) => {
    const a = sideOf(context, dispute, 0)
    const b = sideOf(context, dispute, 1)
    if (a === undefined || b === undefined) return []
    return [{ id: dispute.id, about: plainText(dispute.about), sides: [a, b], rules: dispute.rules }]
  })
}

function sideOf(context: StoryContext, dispute: Dispute, side: 0 | 1): DisputeSide | undefined {
  const span = side === 0 ? dispute.a : dispute.b
  const evidence = evidenceOf(context, span)
  if (evidence === undefined) return undefined
  const claim = dispute.claims[side]
  const carrier = carrierAt(context, claim, span)
  const source = carrier && sourceView(context, span.article, carrier.source)
  const outlet = outletInWords(evidence.outlet)
  return {
    evidence,
    speaker: source === undefined ? outlet : sourceName(source, outlet),
    source,
    polarity: carrier?.polarity,
    claim: { id: claim, href: claimHref(context.story.id, claim) },
  }
}

function carrierAt(context: StoryContext, claim: string, span: Span) {
  const carriers = context.story.claims.find((each) => each.id === claim)?.carriers ?? []
  const near = carriers.filter((carrier) => carrier.span.article === span.article)
  return (
    near.find((carrier) => contains(carrier.span, span)) ??
    near.find((carrier) => overlaps(carrier.span, span)) ??
    near[0]
  )
}
