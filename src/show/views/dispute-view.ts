import { hasVerb } from '../../compare/claims/clauses.ts'
import type { Dispute, Origin } from '../../model/record.ts'
import { contains, overlaps, type Span } from '../../model/span.ts'
import { originInWords } from './claim-view.ts'
import { claimHref, type Evidence, evidenceOf, outletInWords, type StoryContext } from './evidence.ts'
import { type SourceView, sourceName, sourceView } from './source-view.ts'
import { plainText } from './wording.ts'

/** One account in a dispute: its words, who gives it, where it entered the public record, in which outlet and when. */
export type DisputeSide = {
  readonly evidence: Evidence
  readonly speaker: string
  readonly source?: SourceView
  /** How the speaker holds to the words: "denies that" where they are what is denied. */
  readonly deed?: 'denies' | 'denies that'
  /** Its origin in words, "two officials, to the Northstar". */
  readonly origin?: string
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
  const origin = context.story.claims
    .find((each) => each.id === claim)
    ?.origins.find((each) => each.id === carrier?.origin)
  const source = carrier && sourceView(context, span.article, carrier.source)
  const outlet = outletInWords(evidence.outlet)
  const speaker = source === undefined ? outlet : sourceName(source, outlet)
  return {
    evidence,
    speaker,
    source,
    ...(dispute.denying?.includes(side === 0 ? 'a' : 'b') ? { deed: deedOn(evidence.quote) } : {}),
    ...(origin === undefined
      ? {}
      : { origin: isBareName(origin, source) ? speaker : originInWords(context, origin) }),
    claim: { id: claim, href: claimHref(context.story.id, claim) },
  }
}

// "Alessan", whom the record knows by a fuller name or another spelling, stands there by that.
function isBareName({ source: words = ' ' }: Origin, source: SourceView | undefined): boolean {
  return source?.entity !== undefined && source.words === words && !/\s/u.test(words)
}

// "denies that it had moved", "denies Kelmaria's account that …", "denies any talks"
function deedOn(words: string): 'denies' | 'denies that' {
  const head = words.split(/\sthat\s/u)[0] ?? ''
  return hasVerb(head) ? 'denies that' : 'denies'
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
