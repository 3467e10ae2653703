import type { Piece } from './rule-content.ts'
import type { Word } from './words.ts'

/** The trees of a paragraph's sentences: head and dependents of each word by index, -1 for the head of a root. */
export type WordTree = {
  readonly heads: readonly number[]
  readonly below: readonly (readonly number[])[]
  readonly relations: readonly string[]
}

/** The trees of a paragraph; undefined where its words have none. */
export function wordTree(words: readonly Word[]): WordTree | undefined {
  if (words.length === 0 || words[0]?.token.head === undefined) return undefined
  const heads = words.map(({ token, first }) =>
    token.head === undefined || token.head < 0 ? -1 : first + token.head,
  )
  const below: number[][] = words.map(() => [])
  heads.forEach((head, i) => {
    if (head >= 0) below[head]?.push(i)
  })
  return { heads, below, relations: words.map((word) => word.token.deprel ?? 'dep') }
}

/** The first dependent of a word by one of the relations; undefined for none. */
export function dependent(tree: WordTree, at: number, relations: RegExp): number | undefined {
  return tree.below[at]?.find((i) => relations.test(tree.relations[i] ?? ''))
}

/** A verb's own subject, or that of the verb it is joined to or that it hangs on ("… and added", "…, adding"); undefined for none. */
export function subjectOf(tree: WordTree, verb: number): number | undefined {
  let at = verb
  for (let steps = 0; steps < 4; steps++) {
    const own = dependent(tree, at, /^nsubj(?::pass)?$/)
    if (own !== undefined) return own
    if (!/^(?:conj|advcl|xcomp)$/.test(tree.relations[at] ?? '')) return undefined
    at = tree.heads[at] ?? -1
    if (at < 0) return undefined
  }
  return undefined
}

/** "Vance is expected to travel": a passive says nothing of who expects it; its subject is what is said something of. */
export function isSaidOf(words: readonly Word[], tree: WordTree, verb: number): boolean {
  const isPassive =
    dependent(tree, verb, /^(?:aux|nsubj):pass$/) !== undefined &&
    !/^(?:told|asked|urged)$/.test(words[verb]?.lower ?? '')
  return isPassive && dependent(tree, verb, /^obl:agent$/) === undefined
}

/** The word and all below it, but for the branches of `without`, as runs of words in text order. */
export function branch(tree: WordTree, at: number, without: readonly number[] = []): Piece[] {
  const members: number[] = []
  const queue = [at]
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    members.push(i)
    for (const child of tree.below[i] ?? []) if (!without.includes(child)) queue.push(child)
  }
  const pieces: { from: number; to: number }[] = []
  for (const i of members.sort((a, b) => a - b)) {
    const last = pieces.at(-1)
    if (last !== undefined && last.to === i) last.to = i + 1
    else pieces.push({ from: i, to: i + 1 })
  }
  return pieces
}

/** A run without the commas, dashes and stops at its ends; undefined when nothing is left. */
export function trimmed(words: readonly Word[], piece: Piece): Piece | undefined {
  let { from, to } = piece
  while (from < to && /^[,;:.—–-]+$/.test(words[from]?.text ?? '')) from++
  while (to > from && /^[,;:.?!—–-]+$/.test(words[to - 1]?.text ?? '') && words[to - 1]?.quote !== 2) to--
  return to > from ? { from, to } : undefined
}
