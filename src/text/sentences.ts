import type { Range } from '../model/span.ts'
import { type LinearModel, linearModel, scoreOf } from './linear-model.ts'
import { notesOf } from './notes.ts'
import { type SentenceState, sentenceFeatures } from './sentence-features.ts'

/** Where sentences end: index of the token after the last one of each sentence; the tokens are those of one block. */
export function sentenceEnds(text: string, tokens: readonly Range[]): number[] {
  const model = linearModel('sentence-ends')
  const ends: number[] = []
  const state: SentenceState = { start: 0, quoteOpen: false, brackets: 0 }
  const known = endsByNotes(text, tokens)
  for (let i = 0; i < tokens.length; i++) {
    noteMarks(text, tokens, i, state)
    if (i + 1 < tokens.length && !(known.get(i) ?? isEnd(text, tokens, i, state, model))) continue
    ends.push(i + 1)
    state.start = i + 1
    state.brackets = 0
  }
  return ends
}

/** Tokens after which a sentence ends, or does not, since the number of a note stands there. */
function endsByNotes(text: string, tokens: readonly Range[]): ReadonlyMap<number, boolean> {
  return new Map(
    notesOf(text, tokens).flatMap(({ first, last }) => [
      ...Array.from({ length: last - first + 1 }, (_, k) => [first - 1 + k, false] as const),
      [last, true] as const,
    ]),
  )
}

/** The sentences of a stretch of text, as ranges from first to last word. */
export function sentencesOf(text: string, tokens: readonly Range[]): Range[] {
  let first = 0
  return sentenceEnds(text, tokens).map((end) => {
    const range = { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 }
    first = end
    return range
  })
}

/** True where a sentence can end at all: at a sign or before a capital, a digit or a sign; elsewhere nothing is asked. */
export function isCandidate(text: string, tokens: readonly Range[], i: number): boolean {
  const here = tokens[i]
  const next = tokens[i + 1]
  if (here === undefined || next === undefined) return false
  if (
    here.end === next.start &&
    isWordly(text.charCodeAt(here.end - 1)) &&
    isWordly(text.charCodeAt(next.start))
  ) {
    return false
  }
  if (text.slice(here.end, Math.min(next.start, here.end + 8)).includes('\n')) return true
  return !isLower(text.charCodeAt(here.end - 1)) || !isLower(text.charCodeAt(next.start))
}

/** Keeps count of quotation marks and brackets up to token `i`. */
export function noteMarks(text: string, tokens: readonly Range[], i: number, state: SentenceState): void {
  const token = tokens[i]
  if (token === undefined || token.end - token.start > 2) return
  switch (text.charAt(token.start)) {
    case '"':
      state.quoteOpen = !state.quoteOpen
      break
    case '“':
      state.quoteOpen = true
      break
    case '”':
      state.quoteOpen = false
      break
    case '(':
    case '[':
      state.brackets++
      break
    case ')':
    case ']':
      state.brackets = Math.max(0, state.brackets - 1)
      break
  }
}

function isEnd(
  text: string,
  tokens: readonly Range[],
  i: number,
  state: SentenceState,
  model: LinearModel,
): boolean {
  return isCandidate(text, tokens, i) && scoreOf(model, sentenceFeatures(text, tokens, i, state)) > 0
}

function isLower(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122
  return /\p{Ll}|\p{Lo}/u.test(String.fromCharCode(unit))
}

function isWordly(unit: number): boolean {
  if (unit < 128)
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(unit))
}
