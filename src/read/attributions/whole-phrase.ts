import type { Range } from '../../model/span.ts'
import { overlaps } from '../../model/span.ts'
import type { Triple } from './triple.ts'
import type { WordTree } from './word-tree.ts'
import { branch } from './word-tree.ts'
import type { Word } from './words.ts'

/** A triple whose contents take in what their last word governs: "in Port Imber on" goes on with "Sunday". */
export function withWholePhrases(triple: Triple, words: readonly Word[], tree: WordTree): Triple {
  const content = triple.content.map((range) => {
    const end = endOf(range, words, tree)
    const added = { start: range.end, end }
    const isTaken = [triple.cue, triple.source, ...triple.content.filter((one) => one !== range)].some(
      (one) => one !== undefined && overlaps(one, added),
    )
    return end === range.end || isTaken ? range : { start: range.start, end }
  })
  return content.every((range, i) => range === triple.content[i]) ? triple : { ...triple, content }
}

// A preposition or article at the end is governed by a word behind it, and goes with all that stands before that word's end.
function endOf(range: Range, words: readonly Word[], tree: WordTree): number {
  const at = words.findIndex((word) => word.end >= range.end)
  const last = words[at]
  if (last === undefined || last.end !== range.end || !/^(?:ADP|DET)$/.test(last.token.upos ?? ''))
    return range.end
  if (!/^(?:case|mark|det)$/.test(tree.relations[at] ?? '')) return range.end
  const head = tree.heads[at] ?? -1
  const piece = head > at ? branch(tree, head).find((one) => one.from <= head && head < one.to) : undefined
  return piece === undefined ? range.end : (words[nounEnd(words, piece.to) - 1]?.end ?? range.end)
}

// Without the comma that closes the phrase.
function nounEnd(words: readonly Word[], to: number): number {
  return /^[,;:.]$/.test(words[to - 1]?.text ?? '') ? to - 1 : to
}
