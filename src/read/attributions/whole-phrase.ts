import type { Range } from '../../model/span.ts'
import { overlaps } from '../../model/span.ts'
import type { Triple } from './triple.ts'
import type { WordTree } from './word-tree.ts'
import { branch } from './word-tree.ts'
import { indexBehind, type Word } from './words.ts'

/** A triple whose contents take in what their last word governs: "in Port Imber on" goes on with "Sunday". */
export function withWholePhrases(triple: Triple, words: readonly Word[], tree: WordTree): Triple {
  const content = triple.content.map((range) => {
    const end = endOf(range, words, tree)
    const added = { start: Math.min(range.end, end), end: Math.max(range.end, end) }
    const isTaken = [triple.cue, triple.source, ...triple.content.filter((one) => one !== range)].some(
      (one) => end > range.end && one !== undefined && overlaps(one, added),
    )
    return end === range.end || isTaken ? range : { start: range.start, end }
  })
  const isSame = content.every((range, i) => range === triple.content[i])
  return isSame ? triple : { ...triple, content, rules: [...triple.rules, 'A-WHOLE'] }
}

// A preposition or article at the end goes with the words that it stands before; "the" or "and" that stands before none is left out.
function endOf(range: Range, words: readonly Word[], tree: WordTree): number {
  const at = indexBehind(words, range.end - 1)
  const last = words[at]
  if (last === undefined || last.end !== range.end || !/^(?:ADP|DET|CCONJ)$/.test(last.token.upos ?? ''))
    return range.end
  if (!/^(?:case|mark|det|cc)$/.test(tree.relations[at] ?? '')) return range.end
  const head = tree.heads[at] ?? -1
  const isOpen = last.token.upos !== 'ADP' && (words[at - 1]?.start ?? -1) > range.start
  if (head <= at || last.token.upos === 'CCONJ') return isOpen ? (words[at - 1]?.end ?? range.end) : range.end
  const piece = branch(tree, head).find((one) => one.from <= head && head < one.to)
  return piece === undefined ? range.end : (words[nounEnd(words, piece.to) - 1]?.end ?? range.end)
}

// Without the comma that closes the phrase.
function nounEnd(words: readonly Word[], to: number): number {
  return /^[,;:.]$/.test(words[to - 1]?.text ?? '') ? to - 1 : to
}
