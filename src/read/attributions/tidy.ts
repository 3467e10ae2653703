import { overlaps, type Range } from '../../model/span.ts'
import type { Triple } from './triple.ts'
import type { Paragraph } from './words.ts'

/**
 * The model's triples of a paragraph put in order: no stray pieces of content, a source for every "according to",
 * and no colon beside the verb that it belongs to.
 */
export function tidied(
  triples: readonly Triple[],
  byRule: readonly Triple[],
  paragraph: Paragraph,
): Triple[] {
  return triples
    .filter((triple) => !isSecondColon(triple, triples, paragraph))
    .map((triple) => withSource(withoutStrays(triple, paragraph), byRule))
}

// "told the Courier: “…”" is one attribution, by "told".
function isSecondColon(triple: Triple, all: readonly Triple[], { words }: Paragraph): boolean {
  const cue = words.find((word) => word.start === triple.cue.start)
  if (cue?.text !== ':' || cue.end !== triple.cue.end) return false
  return all.some(
    (other) => other !== triple && other.content.some((a) => triple.content.some((b) => overlaps(a, b))),
  )
}

// A piece in another sentence than the cue's belongs to the content only where it is quoted.
function withoutStrays(triple: Triple, { words }: Paragraph): Triple {
  if (triple.content.length < 2) return triple
  const cue = words.find((word) => word.end > triple.cue.start)
  if (cue === undefined) return triple
  const from = words[cue.first]?.start ?? 0
  const to = words[cue.last - 1]?.end ?? 0
  const kept = triple.content.filter(
    (piece) => (piece.start < to && from < piece.end) || isQuoted(piece, words),
  )
  return kept.length === 0 || kept.length === triple.content.length ? triple : { ...triple, content: kept }
}

function isQuoted(piece: Range, words: Paragraph['words']): boolean {
  const first = words.find((word) => word.end > piece.start)
  return first !== undefined && first.quote !== 0
}

function withSource(triple: Triple, byRule: readonly Triple[]): Triple {
  if (triple.source !== undefined) return triple
  const rule = byRule.find((other) => overlaps(other.cue, triple.cue))
  if (rule?.source === undefined || !rule.rules.includes('A-ACCORDING')) return triple
  return { ...triple, source: rule.source, rules: [...triple.rules, 'A-ACCORDING'] }
}
