import type { Range } from '../model/span.ts'
import { contractionCut } from './contractions.ts'
import { junctionFeatures } from './junction-features.ts'
import { linearModel, scoreOf } from './linear-model.ts'
import { type Pieces, pieceKind, piecesOf } from './pieces.ts'

/** The words of a stretch of text by the conventions of UD English: "do|n't", "Mr.", "long|-|term"; each is a range of it. */
export function tokensOf(text: string, range: Range = { start: 0, end: text.length }): Range[] {
  const pieces = piecesOf(text, range)
  const tokens: Range[] = []
  let start = pieces.starts[0] ?? 0
  for (let i = 0; i < pieces.count; i++) {
    const end = pieces.ends[i] ?? 0
    if (i + 1 < pieces.count && !isCut(text, pieces, i)) continue
    addToken(text, { start, end }, tokens)
    start = pieces.starts[i + 1] ?? end
  }
  return tokens
}

/** True when a token ends between piece `i` and the next one. */
function isCut(text: string, pieces: Pieces, i: number): boolean {
  if (pieces.ends[i] !== pieces.starts[i + 1]) return true
  const sure = sureCut(text, pieces, i)
  if (sure !== undefined) return sure
  return scoreOf(linearModel('token-junctions'), junctionFeatures(text, pieces, i)) > 0
}

/** The cuts that the treebanks make without exception; undefined where the trained weights decide. */
export function sureCut(text: string, pieces: Pieces, i: number): boolean | undefined {
  const left = pieces.kinds[i]
  const right = pieces.kinds[i + 1]
  if (left === pieceKind.whole || right === pieceKind.whole) return true
  const at = pieces.starts[i + 1] ?? 0
  if (left === pieceKind.letters && ',;!?")]}”»…'.includes(text.charAt(at))) return true
  if (right === pieceKind.letters && '"(“[{«,;'.includes(text.charAt(at - 1))) return true
  return undefined
}

function addToken(text: string, token: Range, tokens: Range[]): void {
  const cut = contractionCut(text, token)
  if (cut === undefined) {
    tokens.push(token)
    return
  }
  tokens.push({ start: token.start, end: cut })
  addToken(text, { start: cut, end: token.end }, tokens)
}
