import type { RangeIndex } from '../../model/range-index.ts'
import type { Quotation } from '../../model/reading.ts'
import { overlaps } from '../../model/span.ts'
import { continued } from './continued.ts'
import { beginsWithSpeaker } from './label-triple.ts'
import { learnedTriples, openAttributionModel } from './learned-triples.ts'
import { behindLineStart, lineStart } from './line-start.ts'
import { ruleTriples } from './rule-triples.ts'
import { tidied } from './tidy.ts'
import type { Triple } from './triple.ts'
import { verseIn } from './verse.ts'
import { isVetoed } from './veto.ts'
import type { Paragraph } from './words.ts'

/** How attributions are looked for: by the trained model where its weights are there, or by rules alone. */
export type AttributionMethod = 'learned' | 'rules'

/** A triple with the paragraph that its cue stands in. */
export type Placed = { readonly paragraph: Paragraph; readonly triple: Triple }

/** Attributions of an article's paragraphs in text order of their cues; what goes on in later paragraphs is part of them. */
export function findTriples(
  paragraphs: readonly Paragraph[],
  given: {
    readonly text: string
    readonly quotations: RangeIndex<Quotation>
    readonly method: AttributionMethod
  },
): Placed[] {
  const { text, quotations, method } = given
  const model = method === 'learned' ? openAttributionModel() : undefined
  const isTranscript = paragraphs.filter(beginsWithSpeaker).length > 1
  const verse = verseIn(text, paragraphs)
  return paragraphs.flatMap((paragraph) => {
    const byRule = ruleTriples(paragraph, { isTranscript })
    const learned = model === undefined ? undefined : learnedTriples(paragraph, model, byRule)
    const triples =
      learned === undefined ? byRule : withSafe(joined(tidied(learned, byRule, paragraph), byRule), byRule)
    const from = lineStart(text, paragraph)
    return continued(triples, quotations)
      .flatMap((triple) => behindLineStart(triple, from) ?? [])
      .filter((triple) => !isVetoed(triple, { text, paragraph, quotations }))
      .filter((triple) => !verse.has(paragraph) || isQuoted(triple, quotations))
      .sort((a, b) => a.cue.start - b.cue.start || a.cue.end - b.cue.end)
      .map((triple) => ({ paragraph, triple }))
  })
}

// “Come home,” the mother said: in verse only what stands between marks is anybody's words.
function isQuoted({ content }: Triple, quotations: RangeIndex<Quotation>): boolean {
  return content.some((range) => quotations.overlapping(range).length > 0)
}

// The model's attributions, and those of labelled lines where the model is silent or names no speaker.
function joined(learned: readonly Triple[], byRule: readonly Triple[]): Triple[] {
  const label = byRule.find((triple) => triple.rules.includes('A-COLON') || triple.rules.includes('A-DASH'))
  if (label === undefined) return [...learned]
  const same = learned.find((triple) => overlaps(triple.cue, label.cue))
  if (same !== undefined) {
    if (same.source !== undefined && same.cue.start !== label.cue.start) return [...learned]
    const scored = same.score === undefined ? label : { ...label, score: same.score }
    return learned.map((one) => (one === same ? scored : one))
  }
  const isInside = learned.some((triple) => triple.content.some((range) => overlaps(range, label.cue)))
  return isInside ? [...learned] : [label, ...learned]
}

// These attribute whatever the model thinks, where it has nothing there: "according to", "said" and "told" with a source.
const safeCues: ReadonlySet<string> = new Set(['CUE-say', 'CUE-tell'])

function withSafe(triples: readonly Triple[], byRule: readonly Triple[]): Triple[] {
  const isTaken = (triple: Triple): boolean =>
    triples.some(
      (other) =>
        overlaps(other.cue, triple.cue) || other.content.some((range) => overlaps(range, triple.cue)),
    )
  const isSafe = (triple: Triple): boolean =>
    triple.rules.includes('A-ACCORDING') || (triple.source !== undefined && safeCues.has(triple.cueRow ?? ''))
  return [...triples, ...byRule.filter((triple) => isSafe(triple) && !isTaken(triple))]
}
