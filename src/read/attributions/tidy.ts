import { overlaps, type Range } from '../../model/span.ts'
import { asTold } from './briefed.ts'
import { cueAt } from './cue-table.ts'
import { withLastNominal } from './last-nominal.ts'
import { isNoCue } from './no-cues.ts'
import { withSubject } from './subject.ts'
import type { Triple } from './triple.ts'
import { withWholePhrases } from './whole-phrase.ts'
import { isSaidOf, type WordTree, wordTree } from './word-tree.ts'
import { indexBehind, indexStarting, type Paragraph, wordsIn } from './words.ts'

/**
 * The model's triples of a paragraph put in order: no stray pieces of content, a source for every "according to",
 * and no colon beside the verb that it belongs to.
 */
export function tidied(
  triples: readonly Triple[],
  byRule: readonly Triple[],
  paragraph: Paragraph,
): Triple[] {
  const tree = wordTree(paragraph.words)
  return triples
    .map((triple) => asTold(triple, paragraph))
    .filter((triple) => !isSecondColon(triple, triples, paragraph))
    .map((triple) => withSource(withoutHearer(withoutStrays(triple, paragraph), paragraph), byRule))
    .map((triple) => withLastNominal(triple, paragraph.words))
    .map((triple) => withoutNounSource(withShortSource(withShortCue(triple), paragraph), paragraph))
    .map((triple) =>
      tree === undefined
        ? triple
        : withSubject(withWholePhrases(triple, paragraph.words, tree), paragraph.words, tree),
    )
    .map((triple) => withoutDummy(withFittingSource(withOpening(triple, paragraph), paragraph), paragraph))
    .map((triple) => (tree === undefined ? triple : withoutSaidOf(triple, paragraph, tree)))
    .map((triple) => withoutMainClause(triple, paragraph))
    .map((triple) => withoutEdgeCommas(triple, paragraph))
}

// "told the Courier: “…”" is one attribution, by "told".
function isSecondColon(triple: Triple, all: readonly Triple[], { words }: Paragraph): boolean {
  const cue = words[indexStarting(words, triple.cue.start)]
  if (cue?.text !== ':' || cue.end !== triple.cue.end) return false
  return all.some(
    (other) => other !== triple && other.content.some((a) => triple.content.some((b) => overlaps(a, b))),
  )
}

// A piece in another sentence than the cue's belongs to the content only where it is quoted.
function withoutStrays(triple: Triple, { words }: Paragraph): Triple {
  if (triple.content.length < 2) return triple
  const cue = words[indexBehind(words, triple.cue.start)]
  if (cue === undefined) return triple
  const from = words[cue.first]?.start ?? 0
  const to = words[cue.last - 1]?.end ?? 0
  const kept = triple.content.filter(
    (piece) => ((piece.start < to && from < piece.end) || isQuoted(piece, words)) && isSaid(piece, words),
  )
  return kept.length === 0 || kept.length === triple.content.length ? triple : { ...triple, content: kept }
}

// "told | the | Northstar | that": an article alone says nothing.
function isSaid(piece: Range, words: Paragraph['words']): boolean {
  return words.some(
    ({ start, end, token }) =>
      start < piece.end && piece.start < end && !/^(?:DET|PUNCT|ADP|CCONJ)$/.test(token.upos ?? ''),
  )
}

function isQuoted(piece: Range, words: Paragraph['words']): boolean {
  const first = words[indexBehind(words, piece.start)]
  return first !== undefined && first.quote !== 0
}

// The rules whose source stands in for one that the model does not see.
const lendsSource: ReadonlySet<string> = new Set(['A-ACCORDING', 'A-PREPOSED', 'A-POSTPOSED', 'A-INVERTED'])

function withSource(triple: Triple, byRule: readonly Triple[]): Triple {
  if (triple.source !== undefined) return triple
  const rule = byRule.find((other) => overlaps(other.cue, triple.cue))
  const [name] = rule?.rules ?? []
  if (rule?.source === undefined || name === undefined || !lendsSource.has(name)) return triple
  return { ...triple, source: rule.source, rules: [...triple.rules, name] }
}

// "told Radio Velm the hull had been patched": the hearer is no part of the content.
function withoutHearer(triple: Triple, { words }: Paragraph): Triple {
  const first = triple.content[0]
  const at = indexStarting(words, first?.start)
  if (first === undefined || at < 1 || !/^(?:told|tells|tell)$/.test(words[at - 1]?.lower ?? ''))
    return triple
  let to = at
  while (isHearer(words, to) && words[to]?.quote === 0) to++
  const next = words[to]
  const goesOn =
    next !== undefined &&
    next.end <= first.end &&
    /^(?:DET|PRON|SCONJ|NOUN|NUM|ADJ)$/.test(next.token.upos ?? '')
  if (to === at || !goesOn) return triple
  return { ...triple, content: [{ start: next.start, end: first.end }, ...triple.content.slice(1)] }
}

// "declined to | to comment": a word of the content is none of the cue.
function withShortCue(triple: Triple): Triple {
  const { cue, content } = triple
  const at = content.find((range) => range.start > cue.start && range.start < cue.end)
  return at === undefined ? triple : { ...triple, cue: { start: cue.start, end: trimmedEnd(cue, at.start) } }
}

// The blank before the content is no part of the cue.
function trimmedEnd(cue: Range, before: number): number {
  return Math.max(cue.start + 1, before - 1)
}

// "The diplomat, who spoke on condition of anonymity, said", "two drivers cited by the Courier": how and through whom a source spoke is no part of it.
function withShortSource(triple: Triple, paragraph: Paragraph): Triple {
  const { source } = triple
  if (source === undefined) return triple
  const words = wordsIn(paragraph, source)
  const cited = words.findIndex(
    (word, i) => i > 0 && /^(?:cited|quoted|interviewed)$/.test(word.lower) && words[i + 1]?.lower === 'by',
  )
  const comma = words.findLastIndex(
    (word, i) => word.text === ',' && /^(?:who|which|whose|whom)$/.test(words[i + 1]?.lower ?? ''),
  )
  const clause = comma < 1 ? [] : words.slice(comma + 2)
  const isOpen = comma > 0 && !clause.some(({ token }) => token.upos === 'VERB' || token.upos === 'AUX')
  const isUnnamed = isNoCue(
    'matter',
    clause
      .slice(-3)
      .map((word) => word.lower)
      .join(' '),
  )
  const to = cited > 0 ? cited : isOpen || isUnnamed ? comma : words.length
  const last = words[to - 1]
  return to === words.length || last === undefined
    ? triple
    : { ...triple, source: { start: source.start, end: last.end } }
}

// "Four papers deal with the strait, | and one mentions weapons, two people said": an "and" before the cue goes on from the sentence's beginning.
function withOpening(triple: Triple, { words }: Paragraph): Triple {
  const [first] = triple.content
  const at = indexStarting(words, first?.start)
  const word = words[at]
  if (first === undefined || word?.token.upos !== 'CCONJ' || first.end > triple.cue.start) return triple
  const start = words[word.first]?.start ?? first.start
  const opening = { start, end: first.start }
  if ([triple.cue, triple.source].some((one) => one !== undefined && overlaps(one, opening))) return triple
  return { ...triple, content: [{ start, end: first.end }, ...triple.content.slice(1)] }
}

// "The storm that | forecasters had predicted | did not come": what came of it is the outlet's to tell.
function withoutMainClause(triple: Triple, paragraph: Paragraph): Triple {
  const { content, cue, source } = triple
  const head = content.filter((piece) => piece.end <= cue.start)
  const rest = content.filter((piece) => piece.start >= cue.end)
  const first = rest[0]
  const last = head.at(-1)
  if (first === undefined || last === undefined || source === undefined || source.start < last.end)
    return triple
  const joint = wordsIn(paragraph, last)
  const isRelative = /^(?:that|which)$/.test(joint.at(-1)?.lower ?? '') && joint.length > 1
  const isHeld = /^(?:had|have|has)$/.test(wordsIn(paragraph, cue)[0]?.lower ?? '')
  const isMain = /^(?:did|does|do|has|have|had|was|were|never|failed)$/.test(
    wordsIn(paragraph, first)[0]?.lower ?? '',
  )
  const end = joint.at(-2)?.end
  if (!isRelative || !isHeld || !isMain || end === undefined) return triple
  return { ...triple, content: [...head.slice(0, -1), { start: last.start, end }] }
}

// A source stands in one sentence, and is no stretch of time: "next week".
function withFittingSource(triple: Triple, paragraph: Paragraph): Triple {
  const { source } = triple
  if (source === undefined) return triple
  const all = wordsIn(paragraph, source)
  const last = all.at(-1)
  if (last === undefined) return triple
  // A point may close an abbreviation, a question mark does not.
  const stop = all.findLastIndex((word) => word.at < last.first && /^[?!]$/.test(word.text))
  const words = all.slice(stop + 1)
  const nouns = words.filter(({ token }) => /^(?:NOUN|PROPN|PRON)$/.test(token.upos ?? ''))
  if (nouns.length > 0 && nouns.every((word) => isNoCue('time', word.token.lemma))) {
    const { source: _, ...rest } = triple
    return rest
  }
  return words.length === all.length
    ? triple
    : { ...triple, source: { start: words[0]?.start ?? source.start, end: source.end } }
}

// ", Abel Noor, the head of the harbour," told: the commas and stops around a source are none of it.
function withoutEdgeCommas(triple: Triple, paragraph: Paragraph): Triple {
  const { source } = triple
  if (source === undefined) return triple
  const words = wordsIn(paragraph, source).filter(({ text }) => !/^[,;:.?!]+$/.test(text))
  const [first, last] = [words[0], words.at(-1)]
  return first === undefined || last === undefined
    ? triple
    : { ...triple, source: { start: first.start, end: last.end } }
}

// "it was feared that the dam would break": "it" stands for nobody.
function withoutDummy(triple: Triple, { words }: Paragraph): Triple {
  const { source, cue, content } = triple
  const whole = indexStarting(words, source?.start)
  const at = words[whole]?.end === source?.end ? whole : -1
  const [be, verb] = words.slice(at + 1)
  const opener = words[indexStarting(words, content[0]?.start)]
  if (source === undefined || words[at]?.lower !== 'it' || be?.start !== cue.start) return triple
  const isPassive = /^(?:is|was|has|had)$/.test(be.lower) && verb?.token.xpos === 'VBN'
  if (!isPassive && !/^(?:appear|seem|emerge)$/.test(be.token.lemma ?? '')) return triple
  if (!/^(?:that|whether)$/.test(opener?.lower ?? '')) return triple
  const { source: _, ...rest } = triple
  return { ...rest, cue: { start: source.start, end: cue.end } }
}

// "Vance will lead and is expected to travel", "Vance expected to travel" in a headline: he expects nothing, it is said of him.
function withoutSaidOf(triple: Triple, { words, isHeadline }: Paragraph, tree: WordTree): Triple {
  const { source, cue, content } = triple
  const opener = words[indexStarting(words, content[0]?.start)]
  if (source === undefined || source.end > cue.start || opener?.lower !== 'to') return triple
  const verb = words.findLast((word) => word.end <= cue.end && word.token.upos === 'VERB')
  if (verb === undefined || verb.start < cue.start) return triple
  const isBare = isHeadline && verb.lower.endsWith('d') && isNoCue('headline', verb.token.lemma)
  if (!isBare && !isSaidOf(words, tree, verb.at)) return triple
  const { source: _, ...rest } = triple
  const rules = triple.rules.filter((rule) => rule !== 'A-PREPOSED' && rule !== 'A-SUBJECT')
  return { ...rest, content: [source, ...content], rules: [...rules, 'A-PASSIVE'] }
}

// "told Radio Velm", "told reporters", "told the press"
function isHearer(words: Paragraph['words'], at: number): boolean {
  const [one, two] = [words[at]?.lower ?? '', words[at + 1]?.lower ?? '']
  return (
    /^\p{Lu}/u.test(words[at]?.text ?? '') ||
    isNoCue('hearer', one) ||
    (one === 'the' && isNoCue('hearer', two))
  )
}

// "Doubts have been raised about": the doubts raise nothing, and nobody is named.
function withoutNounSource(triple: Triple, { words }: Paragraph): Triple {
  const { source, cue } = triple
  const first = words[indexStarting(words, source?.start)]
  const noun = first?.end === source?.end ? first : undefined
  const verb = words[indexStarting(words, cue.start)] ?? words.find((word) => word.end === cue.end)
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
