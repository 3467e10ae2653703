import type { Attribution, Source } from '../../model/reading.ts'
import { overlaps, type Range } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** An attribution as its body credits it, with the body's words that do. */
export type Credited = { readonly attribution: Attribution; readonly creditedAt?: Range }

/**
 * A headline that ends in "– report", "officials say" or ": sources" credits in short what the body credits in full, so the
 * body's source stands for it. Without one in the body, "a report" is nobody's word.
 */
export function creditedInBody(member: Member, attribution: Attribution): Credited {
  if (!isInHeadline(member, attribution) || !isBare(member, attribution.source)) return { attribution }
  const body = member.reading.attributions.filter(
    (other) => other.within === undefined && other.polarity !== 'withheld' && !isInHeadline(member, other),
  )
  const full = body.find((other) => standsFor(member, { short: attribution.source, full: other }))
  const isReport = attribution.source.kind === 'document' || attribution.source.kind === 'outlet'
  const { relay, via, ...rest } = attribution
  if (full === undefined && !isReport) return { attribution }
  // Whether the first who speaks there is an outlet, the relays of the story tell.
  const [creditedAt] = (full ?? body[0])?.cue ?? []
  const credit = {
    source: full?.source ?? { ...attribution.source, kind: 'unstated' as const },
    ...(full?.relay && { relay: full.relay }),
    ...(full?.via && { via: full.via }),
  }
  return { attribution: { ...rest, ...credit }, ...(creditedAt && { creditedAt }) }
}

function isInHeadline({ article }: Member, { cue }: Attribution): boolean {
  return article.blocks.some(
    (block) =>
      (block.kind === 'headline' || block.kind === 'standfirst') &&
      cue.some((range) => overlaps(block, range)),
  )
}

// "report", "reports", "media", "sources", "US officials": no name, no article, no owner.
function isBare({ article: { text } }: Member, { kind, spans }: Source): boolean {
  const said = spans.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (kind === 'anonymous' || kind === 'collective') return !/^(?:an?|the)\s/i.test(said)
  return (
    (kind === 'document' || kind === 'outlet') &&
    /^[Rr]eports?$|^(?:\p{L}+ )?media(?: reports?)?$/u.test(said)
  )
}

// "sources" are any unnamed people of the body, "officials" its officials; a "report" is whoever reported or what was written.
function standsFor(
  { article: { text } }: Member,
  { short, full }: { readonly short: Source; readonly full: Attribution },
): boolean {
  const { source, relay, via, cue } = full
  const isUnnamed = source.kind === 'anonymous' || source.kind === 'collective'
  if (short.kind === 'anonymous' || short.kind === 'collective')
    return isUnnamed && (short.class === 'source' || short.class === source.class)
  const isReported = cue.some(({ start, end }) => /^report/i.test(text.slice(start, end)))
  return (
    source.kind === 'outlet' ||
    source.kind === 'document' ||
    (relay !== undefined && relay.kind !== 'local-media') ||
    via?.kind === 'outlet' ||
    (source.kind === 'named' && isReported)
  )
}
