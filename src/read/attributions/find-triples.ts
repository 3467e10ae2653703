import type { Quotation } from '../../model/reading.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { continued } from './continued.ts'
import { learnedTriples, openAttributionModel } from './learned-triples.ts'
import { ruleTriples } from './rule-triples.ts'
import type { Triple } from './triple.ts'
import type { Paragraph } from './words.ts'

/** How attributions are looked for: by the trained model where its weights are there, or by rules alone. */
export type AttributionMethod = 'learned' | 'rules'

/** A triple with the paragraph that its cue stands in. */
export type Placed = { readonly paragraph: Paragraph; readonly triple: Triple }

/** Attributions of an article's paragraphs in text order of their cues; what goes on in later paragraphs is part of them. */
export function findTriples(
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  method: AttributionMethod,
): Placed[] {
  const model = method === 'learned' ? openAttributionModel() : undefined
  return paragraphs.flatMap((paragraph) => {
    const byRule = ruleTriples(paragraph)
    const triples = model === undefined ? byRule : joined(learnedTriples(paragraph, model), byRule, paragraph)
    return continued(triples, quotations)
      .sort((a, b) => a.cue.start - b.cue.start || a.cue.end - b.cue.end)
      .map((triple) => ({ paragraph, triple }))
  })
}

// The model's attributions, and those by rules that are safe where the model is silent.
function joined(learned: readonly Triple[], byRule: readonly Triple[], paragraph: Paragraph): Triple[] {
  const taken: Range[] = learned.flatMap((triple) => [triple.cue, ...triple.content])
  const added = byRule.filter(
    (triple) => isSafe(triple, paragraph) && !taken.some((range) => touches(triple, range)),
  )
  return [...learned, ...added]
}

function isSafe(triple: Triple, paragraph: Paragraph): boolean {
  return triple.rules.includes('A-COLON') && paragraph.isHeadline
}

function touches(triple: Triple, range: Range): boolean {
  return overlaps(triple.cue, range) || triple.content.some((piece) => overlaps(piece, range))
}
