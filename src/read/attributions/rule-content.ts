import type { FoundCue } from './rule-cues.ts'
import type { Word } from './words.ts'

/** A run of words of a paragraph, by index, half-open. */
export type Piece = { readonly from: number; readonly to: number }

/** What a cue introduces to its right, to the end of its sentence or to the next cue's own "according to" or ", X said". */
export function rightContent(words: readonly Word[], cue: FoundCue, next: FoundCue | undefined): Piece[] {
  const end = endOfSentence(words, cue.to, next)
  const from = introduced(words, cue, end)
  if (from === undefined) return []
  return wholeQuotations(words, { from, to: end })
}

/** What follows an opening "According to X," up to the end of its sentence. */
export function rightOfSource(words: readonly Word[], source: Piece, next: FoundCue | undefined): Piece[] {
  let from = source.to
  if (words[from]?.text === ',') from++
  const end = endOfSentence(words, from, next)
  return end - from < 2 ? [] : wholeQuotations(words, { from, to: end })
}

/** What lies to the left of a postposed source and cue: the sentence so far, or the whole quotation that ends there. */
export function leftContent(words: readonly Word[], before: number): Piece[] {
  let to = before
  while (to > 0 && /^[,—–-]$/.test(words[to - 1]?.text ?? '')) to--
  const first = words[before]?.first ?? 0
  if (words[to - 1]?.quote === 3) {
    let open = to - 1
    while (open > 0 && words[open]?.quote !== 1 && words[open]?.quote !== 0) open--
    const isWhole = open <= first || words[open]?.quote === 1
    if (isWhole && open <= first) return [{ from: open, to }]
  }
  const from = trimmedStart(words, first, to)
  return to - from < 2 ? [] : [{ from, to }]
}

function trimmedStart(words: readonly Word[], from: number, to: number): number {
  let start = from
  while (
    start < to &&
    /^(?:but|and|so|yet|meanwhile|however|still|,|-|—|–|•)$/.test(words[start]?.lower ?? '')
  )
    start++
  return start
}

// "said that", "told Axios that", "vowed to", "said: “", "said the road is shut".
function introduced(words: readonly Word[], cue: FoundCue, end: number): number | undefined {
  const limit = Math.min(end, cue.to + 12)
  for (let i = cue.to; i < limit; i++) {
    const word = words[i]
    if (word === undefined) break
    if (word.quote === 1 || /^(?:that|whether|how|why)$/.test(word.lower)) return i
    if (word.text === ':') return i + 1
    if (
      word.lower === 'to' &&
      /^\p{Ll}/u.test(words[i + 1]?.text ?? '') &&
      !/^(?:the|a|his|her)$/.test(words[i + 1]?.lower ?? '') &&
      i - cue.to < 6
    )
      return i
    if (/^[;—–]$/.test(word.text)) break
  }
  if (!cue.row.isStrong) return undefined
  const start = afterHearer(words, cue, end)
  return end - start >= 2 && /^[\p{L}\p{N}$£€]/u.test(words[start]?.text ?? '') ? start : undefined
}

const hearing = /^(?:told|tell|tells|telling|informed|assured|reminded|notified)$/

function afterHearer(words: readonly Word[], cue: FoundCue, end: number): number {
  let i = cue.to
  if (hearing.test(words[cue.verb]?.lower ?? '')) {
    if (/^(?:the|a|an|his|her)$/.test(words[i]?.lower ?? '')) i += 2
    else i += 1
    while (i < end && /^\p{Lu}/u.test(words[i]?.text ?? '') && /^\p{Lu}/u.test(words[i - 1]?.text ?? '')) i++
  }
  if (
    /^(?:on|in|at|during|late|early)$/.test(words[i]?.lower ?? '') &&
    /^\p{Lu}/u.test(words[i + 1]?.text ?? '')
  )
    i += 2
  else if (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(words[i]?.text ?? '')) i++
  return i
}

function endOfSentence(words: readonly Word[], from: number, next: FoundCue | undefined): number {
  const last = words[from]?.last ?? words.length
  let end = last
  if (next !== undefined && next.from < last && /^CUE-P-according/.test(next.row.id)) end = next.from
  while (end > from && /^[.,;!?]$/.test(words[end - 1]?.text ?? '') && words[end - 1]?.quote !== 2) end--
  return end
}

// A quotation that the piece opens is taken whole, though it runs over several sentences.
function wholeQuotations(words: readonly Word[], piece: Piece): Piece[] {
  let { to } = piece
  if (words[to - 1]?.quote === 2 || words[to - 1]?.quote === 1) {
    while (to < words.length && words[to]?.quote === 2) to++
    if (words[to]?.quote === 3) to++
  } else if (words[to]?.quote === 3) to++
  return [{ from: piece.from, to }]
}
