import type { Carrier, Claim, Origin } from '../../model/record.ts'
import { contains, overlaps, type Span } from '../../model/span.ts'
import { originInWords } from './claim-view.ts'
import { claimHref, type Evidence, evidenceOf, outletInWords, type StoryContext } from './evidence.ts'
import { type SourceView, sourceName, sourceView } from './source-view.ts'

/** One account of a thing: its words, who gives it, where it entered the public record, in which outlet and when. */
export type AccountView = {
  readonly evidence: Evidence
  readonly speaker: string
  readonly source?: SourceView
  /** Its origin in words, "two officials, to the Northstar". */
  readonly origin?: string
  /** The claim that holds it; absent for what is background. */
  readonly claim?: { readonly id: string; readonly href: string }
}

/** The account that a span gives, by the claim that is named or else the one that holds the span; undefined when its article is not at hand. */
export function accountView(context: StoryContext, span: Span, id?: string): AccountView | undefined {
  const evidence = evidenceOf(context, span)
  if (evidence === undefined) return undefined
  const held = heldBy(context, span, id)
  const origin = held?.claim.origins.find((each) => each.id === held.carrier?.origin)
  const source = held?.carrier && sourceView(context, span.article, held.carrier.source)
  const outlet = outletInWords(evidence.outlet)
  const speaker = source === undefined ? outlet : sourceName(source, outlet)
  return {
    evidence,
    speaker,
    source,
    ...(origin === undefined
      ? {}
      : { origin: isBareName(origin, source) ? speaker : originInWords(context, origin) }),
    ...(held === undefined
      ? {}
      : { claim: { id: held.claim.id, href: claimHref(context.story.id, held.claim.id) } }),
  }
}

// "Alessan", whom the record knows by a fuller name or another spelling, stands there by that.
function isBareName({ source: words = ' ' }: Origin, source: SourceView | undefined): boolean {
  return source?.entity !== undefined && source.words === words && !/\s/u.test(words)
}

function heldBy(
  { story }: StoryContext,
  span: Span,
  id: string | undefined,
): { readonly claim: Claim; readonly carrier: Carrier | undefined } | undefined {
  if (id !== undefined) {
    const claim = story.claims.find((each) => each.id === id)
    return claim && { claim, carrier: carrierAt(claim, span) ?? carrierIn(claim, span) }
  }
  for (const claim of story.claims) {
    const carrier = carrierAt(claim, span)
    if (carrier !== undefined) return { claim, carrier }
  }
  return undefined
}

function carrierAt({ carriers }: Claim, span: Span): Carrier | undefined {
  const near = carriers.filter((carrier) => carrier.span.article === span.article)
  return (
    near.find((carrier) => contains(carrier.span, span)) ??
    near.find((carrier) => overlaps(carrier.span, span))
  )
}

function carrierIn({ carriers }: Claim, { article }: Span): Carrier | undefined {
  return carriers.find((carrier) => carrier.span.article === article)
}
