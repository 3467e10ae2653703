import type { Attribution } from '../../model/reading.ts'
import type { Carrier, Claim, Origin } from '../../model/record.ts'
import { hull, overlaps, quoteOf, type Span } from '../../model/span.ts'
import { afterDateline } from '../../text/dateline.ts'
import {
  claimHref,
  type Evidence,
  evidenceOf,
  evidencesOf,
  outletInWords,
  type StoryContext,
} from './evidence.ts'
import { entityOf, type SourceView, sourceView } from './source-view.ts'
import { counted, orderOf, originsInWords, outletsInWords, plainText } from './wording.ts'

/** A place where a claim is stated, in words and with its evidence. */
export type CarrierView = {
  readonly evidence: Evidence
  /** What its sentence has of all that the source is quoted with: a clause is seldom clear alone. */
  readonly said: Evidence
  /** True where its source is said to deny these words; `polarity` is how they stand to the claim. */
  readonly denies: boolean
  readonly outlet: string
  readonly source: SourceView
  readonly polarity: Carrier['polarity']
  readonly modality: Carrier['modality']
  readonly part: Carrier['part']
  readonly origin: string
}

/** An origin in words, with what shows it to be one. */
export type OriginView = {
  readonly id: string
  readonly words: string
  /** The source alone, for where the outlet stands beside it. */
  readonly source: string
  readonly kind: Origin['kind']
  /** True where outlets cite each other and nobody else is named. */
  readonly isCircle: boolean
  readonly isCertain: boolean
  readonly evidence: readonly Evidence[]
  readonly rules: readonly string[]
}

/** One proposition: its best words, how many stand behind it, and everybody who carries it. */
export type ClaimView = {
  readonly id: string
  readonly href: string
  readonly gist: Evidence
  readonly certain: number
  readonly possible: number
  readonly origins: readonly OriginView[]
  /** "2 origins", "1–2 origins", or "denied only". */
  readonly originsWords: string
  readonly outlets: number
  /** Outlets under one registrable domain are one publisher's. */
  readonly publishers: number
  /** Texts that are no copy of another. */
  readonly texts: number
  readonly carriers: readonly CarrierView[]
  readonly modality: Carrier['modality']
  /** The correction notes by which outlets took it back. */
  readonly retracted: readonly Evidence[]
  readonly state: 'retracted' | 'denied' | 'disputed' | 'unaffirmed' | 'single-origin' | 'corroborated'
  readonly rules: readonly string[]
}

/** A claim of a story in words; undefined when the article of its gist is not at hand. */
export function claimView(context: StoryContext, claim: Claim): ClaimView | undefined {
  const gist = evidenceOf(context, claim.gist)
  if (gist === undefined) return undefined
  const carriers = claim.carriers.flatMap((carrier) => carrierView(context, carrier) ?? []).sort(byReport)
  return {
    id: claim.id,
    href: claimHref(context.story.id, claim.id),
    gist,
    certain: claim.certain,
    possible: claim.possible,
    origins: claim.origins.map((origin) => originView(context, origin)),
    originsWords: originsWords(claim),
    outlets: claim.levels.outlets,
    publishers: claim.levels.publishers,
    texts: claim.levels.texts,
    carriers,
    modality: modalityOf(claim),
    retracted: evidencesOf(context, claim.retracted ?? []),
    state: stateOf(context, claim),
    rules: claim.rules,
  }
}

/** The four levels at which a claim's support is counted: "6 outlets › 5 publishers › 4 texts › 1–3 origins". */
export function levelsInWords(claim: ClaimView): string {
  return [
    outletsInWords(claim.outlets),
    counted(claim.publishers, 'publisher'),
    counted(claim.texts, 'text'),
    claim.originsWords,
  ].join(' › ')
}

/** Whether a state is shown as a mark of its own wherever the claim stands. */
export function isMarked(state: ClaimView['state']): state is 'retracted' | 'denied' | 'disputed' {
  return state === 'retracted' || state === 'denied' || state === 'disputed'
}

function originsWords({ possible, certain, retracted }: Claim): string {
  if (possible > 0) return originsInWords(certain, possible)
  return retracted === undefined ? 'nobody affirms it' : 'taken back'
}

function carrierView(context: StoryContext, carrier: Carrier): CarrierView | undefined {
  const evidence = evidenceOf(context, carrier.span)
  if (evidence === undefined) return undefined
  return {
    evidence,
    said: evidenceOf(context, saidBy(context, carrier)) ?? evidence,
    denies: attributionOf(context, carrier)?.polarity === 'denied',
    outlet: outletInWords(evidence.outlet),
    source: sourceView(context, carrier.span.article, carrier.source),
    polarity: carrier.polarity,
    modality: carrier.modality,
    part: carrier.part,
    origin: carrier.origin,
  }
}

function attributionOf({ articles }: StoryContext, { span, attribution }: Carrier): Attribution | undefined {
  if (attribution === undefined) return undefined
  return articles.get(span.article)?.reading.attributions.find(({ id }) => id === attribution)
}

// From the first to the last word of the quoted in that sentence: where "he added" stands between, it is told as written.
function saidBy(context: StoryContext, carrier: Carrier): Span {
  const { span } = carrier
  const kept = context.articles.get(span.article)
  const content = attributionOf(context, carrier)?.content ?? []
  const sentence = hull(kept?.reading.sentences.filter((range) => overlaps(range, span)) ?? [])
  if (kept === undefined || sentence === undefined) return span
  const quoted = hull(content.filter((range) => overlaps(range, sentence)))
  if (quoted === undefined) return span
  const words = afterDateline(kept.article.text, {
    start: Math.max(quoted.start, sentence.start),
    end: Math.min(quoted.end, sentence.end),
  })
  const that = /^that\s+/u.exec(quoteOf(kept.article.text, words))?.[0].length ?? 0
  return {
    article: span.article,
    start: Math.min(span.start, words.start + that),
    end: Math.max(span.end, words.end),
  }
}

function originView(context: StoryContext, origin: Origin): OriginView {
  const circle = circleOf(context, origin)
  return {
    id: origin.id,
    words: originInWords(context, origin),
    source: circle.length > 0 ? circle.join(' and ') : sourceAlone(context, origin),
    isCircle: circle.length > 0,
    kind: origin.kind,
    isCertain: origin.certain,
    evidence: evidencesOf(
      context,
      origin.evidence.map((edge) => edge.span),
    ),
    rules: [...new Set(origin.evidence.map((edge) => edge.rule))],
  }
}

function sourceAlone(context: StoryContext, origin: Origin): string {
  return origin.source === undefined ? originInWords(context, origin) : sourceInWords(origin.source)
}

/** An origin in words, "two officials, to the Northstar"; an article that names no outlet stands for one by its id. */
export function originInWords(context: StoryContext, origin: Origin): string {
  const circle = circleOf(context, origin)
  if (circle.length > 0) return `${circle.join(' and ')}, which cite each other`
  const source = origin.source === undefined ? undefined : sourceInWords(origin.source)
  const named = origin.outlet !== undefined && !context.articles.has(origin.outlet)
  const outlet = named ? plainText(origin.outlet ?? '') : origin.outlet && 'an outlet that is not stated'
  if (origin.kind === 'witness') return outlet === undefined ? 'a witness' : `${outlet}’s own reporters`
  if (source !== undefined)
    return outlet === undefined || isOutletItself(source, outlet) ? source : `${source}, to ${outlet}`
  if (outlet !== undefined) return `${outlet}; its source is not stated`
  return 'not stated'
}

// The outlets that pass a claim on from one another, with nobody named behind them.
function circleOf({ story }: StoryContext, { kind, evidence }: Origin): string[] {
  const first = evidence[0]
  if (kind !== 'told' || first?.rule !== 'ORG-TOLD') return []
  const articles = new Set(evidence.map(({ span }) => span.article))
  const named = story.relays.filter(({ article, circular }) => circular && articles.has(article))
  const isCircle = named.some(({ article }) => article === first.span.article)
  return isCircle ? [...new Set(named.map(({ outlet }) => plainText(outlet)))] : []
}

// "Hugo Ravel, who runs the company" goes by his name.
function sourceInWords(source: string): string {
  const words = plainText(source)
  const name = words.replace(/,\s(?:who|whose|whom|which)\s.*$/u, '')
  return (name === '' ? words : name).replace(/[,;:]+$/u, '')
}

// "The Sabrin Observer", "foreign media", "a report in Inkwell": the outlet is the source.
function isOutletItself(source: string, outlet: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/^(?:the|an?)\s/u, '')
  return bare(source) === bare(outlet)
}

function modalityOf(claim: Claim): Carrier['modality'] {
  const best = claim.carriers.find(
    (carrier) => carrier.span.article === claim.gist.article && carrier.span.start === claim.gist.start,
  )
  return (best ?? claim.carriers[0])?.modality ?? 'stated'
}

function stateOf(context: StoryContext, claim: Claim): ClaimView['state'] {
  if (claim.retracted !== undefined) return 'retracted'
  if (context.story.disputes.some((dispute) => dispute.claims.includes(claim.id))) return 'disputed'
  if (claim.carriers.some((carrier) => isDenial(context, carrier) && !hasTurned(context, claim, carrier)))
    return 'denied'
  if (claim.possible === 0) return 'unaffirmed'
  return claim.certain >= 2 ? 'corroborated' : 'single-origin'
}

// Somebody denies it by the word ("denied that …"): who says of himself that something is not so is set against it as a dispute where it clashes.
function isDenial({ articles }: StoryContext, { polarity, attribution, source, span }: Carrier): boolean {
  if (polarity !== 'denied' || source.kind === 'unstated') return false
  const said = articles.get(span.article)?.reading.attributions.find((each) => each.id === attribution)
  return said?.polarity === 'denied'
}

// "Rejected an inquiry", then "now supports an inquiry": who comes round has changed sides, and denies nothing.
function hasTurned(context: StoryContext, { carriers }: Claim, denial: Carrier): boolean {
  const whoSays = ({ span, source }: Carrier) => entityOf(context, span.article, source)?.id
  const whenSaid = ({ span }: Carrier) => orderOf(context.articles.get(span.article)?.article.published)
  const [denier, denied] = [whoSays(denial), whenSaid(denial)]
  if (denier === undefined || denied === undefined) return false
  return carriers.some(
    (other) =>
      other.polarity === 'affirmed' && whoSays(other) === denier && (whenSaid(other) ?? denied) > denied,
  )
}

function byReport(a: CarrierView, b: CarrierView): number {
  const [x, y] = [orderOf(a.evidence.published), orderOf(b.evidence.published)]
  return (x ?? Infinity) - (y ?? Infinity) || a.evidence.span.start - b.evidence.span.start || 0
}
