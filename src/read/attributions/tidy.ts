import { overlaps, type Range } from '../../model/span.ts'
import { cueAt } from './cue-table.ts'
import type { Triple } from './triple.ts'
import { type Paragraph, wordsIn } from './words.ts'

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
    .map((triple) => withSource(withoutHearer(withoutStrays(triple, paragraph), paragraph), byRule))
    .map((triple) => withoutNounSource(withoutRelative(triple, paragraph), paragraph))
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

// "told Radio Velm the hull had been patched": the hearer is no part of the content.
function withoutHearer(triple: Triple, { words }: Paragraph): Triple {
  const first = triple.content[0]
  const at = words.findIndex((word) => word.start === first?.start)
  if (first === undefined || at < 1 || !/^(?:told|tells|tell)$/.test(words[at - 1]?.lower ?? ''))
    return triple
  let to = at
  while (/^\p{Lu}/u.test(words[to]?.text ?? '') && words[to]?.quote === 0) to++
  const next = words[to]
  const goesOn =
    next !== undefined &&
    next.end <= first.end &&
    /^(?:DET|PRON|SCONJ|NOUN|NUM|ADJ)$/.test(next.token.upos ?? '')
  if (to === at || !goesOn) return triple
  return { ...triple, content: [{ start: next.start, end: first.end }, ...triple.content.slice(1)] }
}

// "The diplomat, who spoke on condition of anonymity, said": a source does not end in the "who" of what is left out.
function withoutRelative(triple: Triple, paragraph: Paragraph): Triple {
  const { source } = triple
  if (source === undefined) return triple
  const words = wordsIn(paragraph, source)
  const [before, comma, last] = words.slice(-3)
  if (last === undefined || comma?.text !== ',' || !/^(?:who|which|whose|whom)$/.test(last.lower))
    return triple
  return { ...triple, source: { start: source.start, end: before?.end ?? source.end } }
}

// "Doubts have been raised about": the doubts raise nothing, and nobody is named.
function withoutNounSource(triple: Triple, { words }: Paragraph): Triple {
  const { source, cue } = triple
  const noun = words.find((word) => word.start === source?.start && word.end === source.end)
  const verb = words.find((word) => word.end === cue.end || word.start === cue.start)
  if (source === undefined || noun === undefined || verb === undefined || source.start > cue.start)
    return triple
  const row = cueAt([noun.lower], 0)?.row
  if (row === undefined || row.kind === 'adjective' || !isPassive(words, triple)) return triple
  const { source: _, ...rest } = triple
  return { ...rest, cue: { start: source.start, end: cue.end }, cueRow: row.id, cueClass: row.cueClass }
}

function isPassive(words: Paragraph['words'], { cue }: Triple): boolean {
  const inside = words
    .filter((word) => word.start >= cue.start && word.end <= cue.end)
    .map((word) => word.lower)
  return (
    inside.some((word) => /^(?:been|were|was|are|is)$/.test(word)) &&
    inside.some((word) => /^(?:raised|expressed|voiced|aired|made)$/.test(word))
  )
}
