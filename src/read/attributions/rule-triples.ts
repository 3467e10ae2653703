import { type CueRow, cueAt } from './cue-table.ts'
import { leftContent, type Piece, rightContent, rightOfSource } from './rule-content.ts'
import { sourceAfter, sourceBefore } from './rule-source.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** A cue in a paragraph: the words that it covers with auxiliaries and negation, `verb` the word of the table. */
export type FoundCue = {
  readonly from: number
  readonly to: number
  readonly verb: number
  readonly row: CueRow
}

/** Attributions of a paragraph by the cue table and the order of words alone, in text order. */
export function ruleTriples(paragraph: Paragraph): Triple[] {
  const { words } = paragraph
  const triples: Triple[] = []
  const cues = foundCues(words)
  let previous: Piece | undefined
  cues.forEach((cue, i) => {
    const relation = { words, cue, cues, next: cues[i + 1], previous }
    const found = accordingTo(relation) ?? postposed(relation) ?? preposed(relation) ?? possessive(relation)
    if (found === undefined || !found.content.some(isFull)) return
    if (found.source !== undefined) previous = found.source
    triples.push(tripleOf(words, cue, found))
  })
  const colon = speakerColon(paragraph)
  return colon === undefined ? triples : [colon, ...triples]
}

type Relation = {
  readonly words: readonly Word[]
  readonly cue: FoundCue
  readonly cues: readonly FoundCue[]
  readonly next: FoundCue | undefined
  readonly previous: Piece | undefined
}
type Found = { readonly source?: Piece; readonly content: readonly Piece[]; readonly rule: string }

function foundCues(words: readonly Word[]): FoundCue[] {
  const lowers = words.map((word) => word.lower)
  const cues: FoundCue[] = []
  for (let i = 0; i < words.length; i++) {
    if (words[i]?.quote !== 0) continue
    const found = cueAt(lowers, i)
    if (found === undefined) continue
    const to = i + found.length
    cues.push({
      from: found.row.kind === 'noun' ? i : withAuxiliaries(words, i),
      to,
      verb: i,
      row: found.row,
    })
    i = to - 1
  }
  return cues
}

const auxiliary =
  /^(?:has|have|had|having|is|are|was|were|be|been|being|do|does|did|will|would|could|can|may|might|should|must|not|n't|never|'s|'ve|'d|'ll|also|later|then|still|now|once|first|previously|again|even|simply|just|long|already|further|instead|often|only|earlier|recently|to|not|yet|privately|publicly|has|ca|wo|[a-z]{3,}ly)$/

function withAuxiliaries(words: readonly Word[], verb: number): number {
  let from = verb
  const first = words[verb]?.first ?? 0
  while (from > first && words[from - 1]?.quote === 0 && auxiliary.test(words[from - 1]?.lower ?? '')) from--
  return from
}

// "Four people died, according to the ministry." "According to the ministry, four people died."
function accordingTo({ words, cue, next }: Relation): Found | undefined {
  if (cue.row.kind !== 'phrase' || !/^CUE-P-(?:according|in-the)/.test(cue.row.id)) return undefined
  const source = sourceAfter(words, cue.to)
  if (source === undefined) return undefined
  const isFirst = cue.from <= (words[cue.from]?.first ?? 0) + 1
  const content = isFirst ? rightOfSource(words, source, next) : leftContent(words, cue.from)
  return content.length === 0 ? undefined : { source, content, rule: 'A-ACCORDING' }
}

// "“We will go on,” said the mayor." "The road is shut, the mayor said on Monday."
function postposed({ words, cue, previous }: Relation): Found | undefined {
  if (cue.row.kind === 'noun') return undefined
  const isInverted = isBoundary(words[cue.from - 1]) && cue.from > (words[cue.from]?.first ?? 0)
  const source = isInverted ? sourceAfter(words, cue.to) : sourceBefore(words, cue, previous)
  if (source === undefined) return undefined
  const from = Math.min(source.from, cue.from)
  if (!isBoundary(words[from - 1]) || from === words[cue.from]?.first) return undefined
  const after = Math.max(source.to, cue.to)
  if (!isInverted && opensContent(words, cue.to)) return undefined
  const left = leftContent(words, from)
  if (left.length === 0) return undefined
  return {
    source,
    content: [...left, ...continuation(words, after)],
    rule: isInverted ? 'A-INVERTED' : 'A-POSTPOSED',
  }
}

// "The mayor said that the road is shut."
function preposed({ words, cue, next, previous }: Relation): Found | undefined {
  if (cue.row.kind === 'noun') return undefined
  const content = rightContent(words, cue, next)
  if (content.length === 0) return undefined
  const source = sourceBefore(words, cue, previous)
  if (source === undefined && !/^(?:is|are|was|were|been|be)$/.test(words[cue.verb - 1]?.lower ?? ''))
    return undefined
  return source === undefined ? { content, rule: 'A-PASSIVE' } : { source, content, rule: 'A-PREPOSED' }
}

// "His insistence that the road stays open", "the White House's claim that …"
function possessive({ words, cue, next }: Relation): Found | undefined {
  if (cue.row.kind !== 'noun' || !/^(?:that|to)$/.test(words[cue.to]?.lower ?? '')) return undefined
  const before = words[cue.from - 1]
  const content = rightContent(words, cue, next)
  if (before === undefined || content.length === 0) return undefined
  if (/^(?:his|her|their|its|my|our|your)$/.test(before.lower))
    return { source: { from: before.at, to: before.at + 1 }, content, rule: 'A-POSSESSIVE' }
  if (!/^['’]s?$/.test(before.text)) return undefined
  let from = before.at - 1
  while (from > before.first && /^(?:\p{Lu}|the$|of$)/u.test(words[from - 1]?.text ?? '')) from--
  return { source: { from, to: before.at + 1 }, content, rule: 'A-POSSESSIVE' }
}

// "Report: Talks to move", "Karimi: “We will go on”" at the head of a paragraph.
function speakerColon({ words, isHeadline }: Paragraph): Triple | undefined {
  const at = words.findIndex((word) => word.text === ':')
  const colon = words[at]
  if (colon === undefined || at === 0 || at > 6 || words.length < at + 3) return undefined
  const speaker = words.slice(0, at)
  const isName =
    speaker.every((word) => /^(?:\p{Lu}|of$|the$|and$)/u.test(word.text)) && words[at + 1] !== undefined
  const isQuoted = words[at + 1]?.quote === 1
  if (!isName || !(isHeadline || isQuoted)) return undefined
  const end = words.at(-1)
  if (end === undefined) return undefined
  const content = { from: at + 1, to: end.text === '.' ? words.length - 1 : words.length }
  return {
    source: { start: speaker[0]?.start ?? 0, end: speaker.at(-1)?.end ?? 0 },
    cue: { start: colon.start, end: colon.end },
    content: [rangeOf(words, content)],
    cueClass: 'says',
    rules: ['A-COLON'],
  }
}

function continuation(words: readonly Word[], from: number): Piece[] {
  const sentenceEnd = words[from - 1]?.last ?? from
  for (let i = from; i < sentenceEnd; i++) if (words[i]?.quote === 1) return [quotedFrom(words, i)]
  return words[sentenceEnd]?.quote === 1 && words[from - 1]?.quote === 0
    ? [quotedFrom(words, sentenceEnd)]
    : []
}

function quotedFrom(words: readonly Word[], from: number): Piece {
  let to = from + 1
  while (to < words.length && words[to]?.quote !== 3 && words[to]?.quote !== 0) to++
  return { from, to: words[to]?.quote === 3 ? to + 1 : to }
}

function isBoundary(word: Word | undefined): boolean {
  return word === undefined || word.quote === 3 || /^[,?!—–-]+$/.test(word.text)
}

function opensContent(words: readonly Word[], at: number): boolean {
  for (let i = at; i < Math.min(at + 4, words.length); i++) {
    if (/^(?:that|:)$/.test(words[i]?.lower ?? '') || words[i]?.quote === 1) return true
  }
  return false
}

function tripleOf(words: readonly Word[], cue: FoundCue, found: Found): Triple {
  const triple = {
    cue: rangeOf(words, { from: cue.from, to: cue.to }),
    content: found.content.filter(isFull).map((piece) => rangeOf(words, piece)),
    cueRow: cue.row.id,
    cueClass: cue.row.cueClass,
    rules: [found.rule, cue.row.id],
  }
  return found.source === undefined ? triple : { ...triple, source: rangeOf(words, found.source) }
}

// A piece may come out empty where a cue stands next to its content's edge.
function isFull(piece: Piece): boolean {
  return piece.to > piece.from
}

function rangeOf(words: readonly Word[], piece: Piece): { start: number; end: number } {
  return { start: words[piece.from]?.start ?? 0, end: words[piece.to - 1]?.end ?? 0 }
}
