import type { RangeIndex } from '../../model/range-index.ts'
import type { Quotation } from '../../model/reading.ts'
import { overlaps } from '../../model/span.ts'
import { blockQuoteTriple } from './block-quote.ts'
import { citedTriple } from './cited.ts'
import { continued } from './continued.ts'
import { countedTriples } from './counted.ts'
import { cueForms } from './cue-table.ts'
import { beginsWithSpeaker } from './label-triple.ts'
import { learnedTriples, openAttributionModel } from './learned-triples.ts'
import { behindLineStart, lineStart } from './line-start.ts'
import { ruleTriples } from './rule-triples.ts'
import { spokenWords } from './spoken-words.ts'
import { tidied } from './tidy.ts'
import type { Triple } from './triple.ts'
import { verseIn } from './verse.ts'
import { isVetoed } from './veto.ts'
import { type Paragraph, wordsIn } from './words.ts'

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
  return paragraphs.flatMap((paragraph, i) => {
    const byRule = ruleTriples(paragraph, { isTranscript })
    const learned = model === undefined ? undefined : learnedTriples(paragraph, model, byRule)
    const found =
      learned === undefined
        ? byRule
        : withSafe(joined(tidied(learned, byRule, paragraph), byRule), byRule, paragraph)
    const triples = [...found, ...countedTriples(paragraph).filter((triple) => isFree(triple, found))]
    const from = lineStart(text, paragraph)
    const block = blockQuoteTriple(paragraph, paragraphs[i + 1], { quotations, found: triples })
    return continued(block === undefined ? triples : [...triples, block], quotations, text)
      .flatMap((triple) => behindLineStart(triple, from) ?? [])
      .concat(spokenWords(paragraph, paragraphs[i - 1], triples))
      .filter((triple) => !isVetoed(triple, { text, paragraph, quotations }))
      .filter((triple) => !verse.has(paragraph) || isQuoted(triple, quotations))
      .flatMap((triple, _, kept) => [triple, ...behindReport(triple, { kept, paragraph })])
      .sort((a, b) => a.cue.start - b.cue.start || a.cue.end - b.cue.end)
      .map((triple) => ({ paragraph, triple }))
  })
}

// Neither found already, nor within what somebody says.
function isFree({ cue }: Triple, found: readonly Triple[]): boolean {
  return !found.some((other) => [other.cue, ...other.content].some((range) => overlaps(range, cue)))
}

// One attribution behind a report, unless the model found it itself.
function behindReport(
  triple: Triple,
  { kept, paragraph }: { kept: readonly Triple[]; paragraph: Paragraph },
): Triple[] {
  // Within a report that is itself reported, the outer one cites.
  if (kept.some((other) => other.content.some((range) => overlaps(range, triple.cue)))) return []
  const cited = citedTriple(triple, paragraph)
  return cited === undefined || kept.some((other) => overlaps(other.cue, cited.cue)) ? [] : [cited]
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
  // "Mina Holt: Deeper than the charts say.": what is found behind a label does not reach before it.
  const behind = label.rules.includes('A-COLON')
    ? learned.flatMap((triple) => behindLineStart(triple, label.content[0]?.start ?? label.cue.end) ?? [])
    : learned.map((triple) => beforeLabel(triple, label))
  const isInside = behind.some((triple) => triple.content.some((range) => overlaps(range, label.cue)))
  return isInside ? [...learned] : [label, ...behind]
}

// "Kelmaria wants talks moved - diplomat": what is found before a dash ends there.
function beforeLabel(triple: Triple, { cue }: Triple): Triple {
  const content = triple.content.map((range) =>
    range.start < cue.start && cue.end <= range.end ? { start: range.start, end: cue.start - 1 } : range,
  )
  return { ...triple, content }
}

// "according to", "said" and "told" with a source attribute whatever the model thinks, and so does a sure verb before "that" or "to".
function withSafe(triples: readonly Triple[], byRule: readonly Triple[], paragraph: Paragraph): Triple[] {
  const isTaken = (triple: Triple): boolean => triples.some((other) => overlaps(other.cue, triple.cue))
  return [...triples, ...byRule.filter((triple) => isSafe(triple, paragraph) && !isTaken(triple))]
}

function isSafe({ rules, source, cueRow, content }: Triple, paragraph: Paragraph): boolean {
  if (rules.includes('A-ACCORDING')) return true
  if (source === undefined || cueRow === undefined) return false
  if (cueRow === 'CUE-say' || cueRow === 'CUE-tell') return true
  const opener = content.flatMap((range) => wordsIn(paragraph, range).slice(0, 1))[0]?.lower ?? ''
  return sureVerbs().has(cueRow) && /^(?:that|to|whether)$/.test(opener)
}

let sure: ReadonlySet<string> | undefined

function sureVerbs(): ReadonlySet<string> {
  sure ??= new Set(
    [...cueForms().values()].filter((row) => row.isStrong && row.kind === 'verb').map(({ id }) => id),
  )
  return sure
}
