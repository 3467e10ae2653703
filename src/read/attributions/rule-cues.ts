import type { CueRow } from './cue-table.ts'
import type { Piece } from './rule-content.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** A cue in a paragraph: the words that it covers with auxiliaries and negation, `verb` the word of the table. */
export type FoundCue = {
  readonly from: number
  readonly to: number
  readonly verb: number
  readonly row: CueRow
}

/** What a rule found for a cue. */
export type Found = { readonly source?: Piece; readonly content: readonly Piece[]; readonly rule: string }

/** The cues of a paragraph by the table, outside quotation marks, in text order. */
export function foundCues({ words, cues: rows }: Paragraph): FoundCue[] {
  const cues: FoundCue[] = []
  for (let i = 0; i < words.length; i++) {
    const found = rows[i]
    if (found === undefined || words[i]?.quote !== 0) continue
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

/** Quoted words that go on after a source and cue: later in their sentence, or at the start of the next. */
export function continuation(words: readonly Word[], from: number): Piece[] {
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

/** The triple of a cue and what a rule found for it. */
export function tripleOf(words: readonly Word[], cue: FoundCue, found: Found): Triple {
  const triple = {
    cue: rangeOf(words, { from: cue.from, to: cue.to }),
    content: found.content.filter(isFull).map((piece) => rangeOf(words, piece)),
    cueRow: cue.row.id,
    cueClass: cue.row.cueClass,
    rules: [found.rule, cue.row.id],
  }
  return found.source === undefined ? triple : { ...triple, source: rangeOf(words, found.source) }
}

/** False for a run that came out empty, where a cue stands next to its content. */
export function isFull(piece: Piece): boolean {
  return piece.to > piece.from
}

/** The characters of a run of words. */
export function rangeOf(words: readonly Word[], piece: Piece): { start: number; end: number } {
  return { start: words[piece.from]?.start ?? 0, end: words[piece.to - 1]?.end ?? 0 }
}
