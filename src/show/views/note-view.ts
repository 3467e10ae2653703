import type { Attribution } from '../../model/reading.ts'
import { overlaps, quoteOf, quoteOfAll } from '../../model/span.ts'
import { attributionFacts } from './attribution-facts.ts'
import type { StoryContext } from './evidence.ts'
import { claimHref } from './evidence.ts'
import { type SourceView, sourceName, sourceView } from './source-view.ts'
import { cueClassInWords, originsInWords, outletsInWords, plainText } from './wording.ts'

/** A margin note: what an attribution was read as, and what the record knows of its claim. */
export type NoteView = {
  /** Short name within the page, such as "n3". */
  readonly id: string
  readonly attribution: string
  readonly speaker: string
  readonly source: SourceView
  readonly cue: string
  /** The class of the cue, or why it has none. */
  readonly cueClass: string
  readonly quoteType: Attribution['quoteType']
  readonly modality: Attribution['modality']
  readonly polarity: Attribution['polarity']
  readonly via?: string
  readonly relay?: string
  readonly content: string
  /** The note of the body's attribution that this one of the headline or a bullet repeats. */
  readonly repeats?: string
  readonly claims: readonly { readonly href: string; readonly words: string; readonly isDisputed: boolean }[]
  readonly rules: readonly string[]
  /** What it rests on in words, a line each. */
  readonly facts: readonly string[]
  readonly start: number
}

/** The margin notes of an article in text order; without a story they say only what the article says. */
export function noteViews(context: StoryContext, article: string): NoteView[] {
  const kept = context.articles.get(article)
  if (kept === undefined) return []
  const starts = new Map(kept.reading.attributions.map((each) => [each, startOf(each)]))
  const sorted = [...kept.reading.attributions].sort((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0))
  const ids = new Map(sorted.map((attribution, i) => [attribution.id, `n${i + 1}`]))
  return sorted.map((attribution, i) => noteOf(context, { article, attribution, id: `n${i + 1}`, ids }))
}

function noteOf(
  context: StoryContext,
  of: { article: string; attribution: Attribution; id: string; ids: ReadonlyMap<string, string> },
): NoteView {
  const { article, attribution, id, ids } = of
  const kept = context.articles.get(article)
  const text = kept?.article.text ?? ''
  const source = sourceView(context, article, attribution.source)
  const outlet = plainText(kept?.article.outlet ?? 'the outlet')
  const outer = kept?.reading.attributions.find((other) => other.id === attribution.within)
  return {
    id,
    attribution: attribution.id,
    speaker:
      source.kind === 'unstated'
        ? unstatedName(context, article, { source, outer, outlet })
        : sourceName(source, outlet),
    source,
    cue: plainText(quoteOfAll(text, attribution.cue)),
    cueClass: cueClassInWords(attribution),
    quoteType: attribution.quoteType,
    modality: attribution.modality,
    polarity: attribution.polarity,
    via: attribution.via && plainText(attribution.via.name ?? quoteOf(text, attribution.via)),
    relay: attribution.relay && plainText(attribution.relay.outlet),
    content: plainText(quoteOfAll(text, attribution.content)),
    ...(attribution.repeats === undefined ? {} : { repeats: ids.get(attribution.repeats) }),
    claims: claimsOf(context, article, attribution),
    rules: attribution.rules,
    facts: attributionFacts(text, attribution, kept?.reading.attributions ?? []),
    start: startOf(attribution),
  }
}

// "It is feared", "they said": who it is, the text does not say, which is not the outlet's own voice. In "Police said the suspect is
// believed to have fled" the police vouch for it.
function unstatedName(
  context: StoryContext,
  article: string,
  { source, outer, outlet }: { source: SourceView; outer: Attribution | undefined; outlet: string },
): string {
  const name = source.refersTo ?? (source.words === '' ? 'source not stated' : source.words)
  return outer === undefined
    ? name
    : `${name}, according to ${sourceName(sourceView(context, article, outer.source), outlet)}`
}

function claimsOf(context: StoryContext, article: string, attribution: Attribution): NoteView['claims'] {
  return context.story.claims.flatMap((claim) => {
    const carries = claim.carriers.some(
      (carrier) =>
        carrier.span.article === article &&
        (carrier.attribution === attribution.id ||
          (carrier.attribution === undefined &&
            attribution.content.some((range) => overlaps(range, carrier.span)))),
    )
    if (!carries) return []
    const isDisputed = context.story.disputes.some((dispute) => dispute.claims.includes(claim.id))
    const words = `${originsInWords(claim.certain, claim.possible)}, ${outletsInWords(claim.levels.outlets)}`
    return [{ href: claimHref(context.story.id, claim.id), words, isDisputed }]
  })
}

/** Where an attribution begins: the first unit of its source, cue or content. */
export function startOf(attribution: Attribution): number {
  const ranges = [...attribution.content, ...attribution.cue, ...attribution.source.spans]
  return Math.min(...ranges.map((range) => range.start))
}
