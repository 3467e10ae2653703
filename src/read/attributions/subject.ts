import { contains, overlaps, type Range } from '../../model/span.ts'
import type { Triple } from './triple.ts'
import { branch, subjectOf, trimmed, type WordTree } from './word-tree.ts'
import { indexBehind, indexStarting, type Word } from './words.ts'

/** The subject of a cue's verb: its head word, and the run of words that it stands in without clauses beside it. */
export type Subject = { readonly head: Word; readonly range: Range; readonly relation: string }

/** The subject of a triple's cue by its sentence's tree, shared with the verb that it is joined to or hangs on; undefined for none. */
export function subjectOfCue(words: readonly Word[], tree: WordTree, { cue }: Triple): Subject | undefined {
  const from = indexBehind(words, cue.start)
  if (from >= words.length) return undefined
  let to = from
  while (to < words.length && (words[to]?.start ?? 0) < cue.end) to++
  const top = topOf(words, tree, { from, to })
  const at = top === undefined ? undefined : subjectOf(tree, top)
  const head = at === undefined ? undefined : words[at]
  if (at === undefined || head === undefined) return undefined
  const aside = (tree.below[at] ?? []).filter(
    (i) =>
      /^(?:acl|acl:relcl|parataxis)$/.test(tree.relations[i] ?? '') &&
      words[(branch(tree, i)[0]?.from ?? 0) - 1]?.text === ',',
  )
  const piece = branch(tree, at, aside).find((one) => one.from <= at && at < one.to)
  const run = piece && trimmed(words, piece)
  const first = run && words[run.from]
  const last = run && words[run.to - 1]
  if (first === undefined || last === undefined) return undefined
  return { head, range: { start: first.start, end: last.end }, relation: tree.relations[at] ?? '' }
}

// The verb of the cue: the word whose own head lies outside of it.
function topOf(
  words: readonly Word[],
  tree: WordTree,
  cue: { readonly from: number; readonly to: number },
): number | undefined {
  for (let i = cue.from; i < cue.to; i++) {
    const head = tree.heads[i] ?? -1
    if ((head < cue.from || head >= cue.to) && /^(?:VERB|ADJ|AUX)$/.test(words[i]?.token.upos ?? '')) return i
  }
  return undefined
}

/** A triple whose source reaches over its subject, or lies within it, has the subject's words; one without a source has its subject. */
export function withSubject(triple: Triple, words: readonly Word[], tree: WordTree): Triple {
  const { source, cue, content } = triple
  const subject = subjectOfCue(words, tree, triple)
  if (subject === undefined) return triple
  const { range, head, relation } = subject
  if ([cue, ...content].some((one) => overlaps(one, range))) return triple
  if (source === undefined) {
    if (relation !== 'nsubj' || /^(?:it|there|that|this|which)$/.test(head.lower)) return triple
    return { ...triple, source: range, rules: [...triple.rules, 'A-SUBJECT'] }
  }
  // "With the board of the Post, Trump", "Russia's network, he": what stands before the subject is none of it.
  if (contains(source, range) && source.start < range.start) {
    const first = words[indexStarting(words, source.start)]
    const isFronted = first?.token.upos === 'ADP' || head.token.upos === 'PRON'
    return isFronted ? { ...triple, source: { start: range.start, end: source.end } } : triple
  }
  // "Goldberg" in "many experts, including Goldberg, have pointed out"
  return contains(range, source) && !contains(source, head) ? { ...triple, source: range } : triple
}
