import { type Piece, rightContent } from './rule-content.ts'
import { continuation, type Found, type FoundCue, foundCues, tripleOf } from './rule-cues.ts'
import type { Triple } from './triple.ts'
import { branch, dependent, isSaidOf, subjectOf, trimmed, type WordTree } from './word-tree.ts'
import type { Paragraph, Word } from './words.ts'

type View = { readonly words: readonly Word[]; readonly tree: WordTree; readonly cues: readonly FoundCue[] }

/** Attributions of a paragraph by the cue table and the trees of its sentences, in text order. */
export function treeTriples(paragraph: Paragraph, tree: WordTree): Triple[] {
  const { words } = paragraph
  const cues = foundCues(paragraph).filter((cue) => isPart(words, cue))
  const view = { words, tree, cues }
  return cues.flatMap((cue) => {
    const found = accordingTo(view, cue) ?? nounCue(view, cue) ?? verbCue(view, cue)
    const content = found?.content.flatMap((piece) => trimmed(words, piece) ?? []) ?? []
    if (found === undefined || content.length === 0) return []
    return [tripleOf(words, cue, { ...found, content: content.map((piece) => wholeQuote(words, piece)) })]
  })
}

// "the Post" and "an order" are no verbs; "claims" in "he claims" is no noun.
function isPart(words: readonly Word[], cue: FoundCue): boolean {
  const part = words[cue.verb]?.token.upos
  if (cue.row.kind === 'phrase') return true
  if (cue.row.kind === 'adjective') return part === 'ADJ' || part === 'VERB'
  return cue.row.kind === 'noun' ? part === 'NOUN' : part === 'VERB' || part === 'AUX'
}

// "The road is shut, according to the ministry."
function accordingTo({ words, tree }: View, cue: FoundCue): Found | undefined {
  if (cue.row.kind !== 'phrase' || !/^CUE-P-(?:according|in-the)/.test(cue.row.id)) return undefined
  const source = nominalOf(tree, cue)
  if (source === undefined) return undefined
  const phrase = branch(tree, source).find((piece) => piece.to > cue.to)
  const clause = tree.heads[source] ?? -1
  if (phrase === undefined || clause < 0) return undefined
  const content = branch(tree, rootOf(tree, clause), [source]).filter((piece) => piece.to - piece.from > 1)
  const from = { from: cue.to, to: phrase.to }
  return { source: trimmed(words, from) ?? from, content, rule: 'A-ACCORDING' }
}

function nominalOf(tree: WordTree, cue: FoundCue): number | undefined {
  const head = tree.heads[cue.from] ?? -1
  return head >= cue.to ? head : (tree.below[cue.from] ?? []).find((i) => i >= cue.to)
}

function rootOf(tree: WordTree, at: number): number {
  let top = at
  for (
    let steps = 0;
    steps < 60 && /^(?:xcomp|aux|cop|obj|obl|nmod|amod|advmod|nsubj)/.test(tree.relations[top] ?? '');
    steps++
  ) {
    const head = tree.heads[top] ?? -1
    if (head < 0) break
    top = head
  }
  return top
}

// "His claim that the road is shut"
function nounCue({ tree, words }: View, cue: FoundCue): Found | undefined {
  if (cue.row.kind !== 'noun') return undefined
  const clause = dependent(tree, cue.verb, /^(?:acl|ccomp)$/)
  const owner = dependent(tree, cue.verb, /^nmod:poss$/)
  if (clause === undefined || owner === undefined || clause < cue.verb) return undefined
  if (!/^(?:that|to)$/.test(words[cue.verb + 1]?.lower ?? '')) return undefined
  return { source: span(branch(tree, owner)), content: [span(branch(tree, clause))], rule: 'A-POSSESSIVE' }
}

function verbCue(view: View, cue: FoundCue): Found | undefined {
  const { tree, words } = view
  const verb = cue.row.kind === 'phrase' ? headIn(tree, cue) : cue.verb
  const isUnder = view.cues.some(
    (other) => other !== cue && tree.heads[verb] === other.verb && tree.relations[verb] === 'xcomp',
  )
  if (isUnder) return undefined
  const subject = subjectOf(view.tree, verb)
  const inner = complement(view, cue, verb)
  if (inner !== undefined) {
    if (subject !== undefined && tree.relations[inner] === 'xcomp' && isSaidOf(words, tree, verb))
      return { content: [span(branch(tree, subject)), span(branch(tree, inner))], rule: 'A-PASSIVE' }
    const content = [span(branch(tree, inner))]
    const isDummy =
      subject !== undefined && words[subject]?.lower === 'it' && tree.relations[subject] === 'nsubj:pass'
    const source = isDummy ? undefined : sourceOf(view, subject, verb)
    if (source === undefined)
      return isDummy || isExpletive(tree, verb) ? { content, rule: 'A-PASSIVE' } : undefined
    if (inner > verb) return { source, content, rule: 'A-PREPOSED' }
    const more = continuation(words, Math.max(cue.to, source.to))
    return { source, content: [...content, ...more], rule: source.from > verb ? 'A-INVERTED' : 'A-POSTPOSED' }
  }
  return aside(view, cue, { verb, subject }) ?? byOrder(view, cue, { verb, subject })
}

// "said in a statement that …", "told the council that …": the clause may hang on a noun before it.
function byOrder(
  view: View,
  cue: FoundCue,
  at: { verb: number; subject: number | undefined },
): Found | undefined {
  const { words } = view
  const source = sourceOf(view, at.subject, at.verb)
  if (source === undefined || !cue.row.isStrong || source.from > cue.from) return undefined
  const content = rightContent(words, { ...cue, row: { ...cue.row, isStrong: false } }, undefined)
  const isClause = content.some(
    (piece) => words[piece.from]?.lower === 'that' || words[piece.from]?.quote === 1,
  )
  return isClause ? { source, content, rule: 'A-PREPOSED' } : undefined
}

// "“We will go on,” said the mayor.": the cue hangs beside the clause that it attributes.
function aside(
  view: View,
  cue: FoundCue,
  at: { verb: number; subject: number | undefined },
): Found | undefined {
  const { words, tree } = view
  const { verb, subject } = at
  const head = tree.heads[verb] ?? -1
  const source = sourceOf(view, subject, verb)
  if (source === undefined || head < 0 || !/^(?:parataxis|dep)$/.test(tree.relations[verb] ?? ''))
    return undefined
  const content = branch(tree, head, [verb]).filter((piece) => words.slice(piece.from, piece.to).some(isWord))
  const end = Math.max(cue.to, source.to)
  const isLast = content.every((piece) => piece.to <= verb)
  return {
    source,
    content: isLast ? [...content, ...continuation(words, end)] : content,
    rule: source.from > verb ? 'A-INVERTED' : 'A-POSTPOSED',
  }
}

function isWord(word: Word): boolean {
  return /[\p{L}\p{N}]/u.test(word.text)
}

// What the cue has as its complement: a clause, an infinitive, quoted words, or an object of a verb that takes one.
function complement({ words, tree }: View, cue: FoundCue, verb: number): number | undefined {
  const clause = dependent(tree, verb, /^(?:ccomp|csubj(?::pass)?)$/) ?? dependent(tree, verb, /^xcomp$/)
  if (clause !== undefined) return clause
  const beside = tree.below[verb]?.find(
    (i) =>
      tree.relations[i] === 'parataxis' &&
      i > verb &&
      words.slice(verb, i).some((word) => word.quote === 1 || word.text === ':'),
  )
  if (beside !== undefined) return beside
  const object = dependent(tree, verb, /^(?:obj|obl)$/)
  if (object === undefined || object < verb) return undefined
  const piece = span(branch(tree, object))
  const isQuoted = words.slice(piece.from, piece.to).some((word) => word.quote === 1)
  const takesObject = cue.row.isStrong && cue.row.cueClass !== 'says' && tree.relations[object] === 'obj'
  return isQuoted || takesObject ? object : undefined
}

function headIn(tree: WordTree, cue: FoundCue): number {
  for (let i = cue.from; i < cue.to; i++) {
    const head = tree.heads[i] ?? -1
    if (head < cue.from || head >= cue.to) return i
  }
  return cue.verb
}

function sourceOf({ words, tree }: View, subject: number | undefined, verb: number): Piece | undefined {
  const by = (tree.below[verb] ?? []).find(
    (i) =>
      /^obl(?::agent)?$/.test(tree.relations[i] ?? '') &&
      (tree.below[i] ?? []).some((j) => words[j]?.lower === 'by'),
  )
  if (by !== undefined) {
    const piece = span(branch(tree, by))
    return { from: piece.from + 1, to: piece.to }
  }
  if (subject === undefined) return undefined
  const aside = (tree.below[subject] ?? []).filter(
    (i) =>
      /^(?:acl|acl:relcl|parataxis|punct)$/.test(tree.relations[i] ?? '') &&
      words[firstOf(tree, i) - 1]?.text === ',',
  )
  const pieces = branch(tree, subject, aside)
  const piece = pieces.find((one) => one.from <= subject && subject < one.to)
  return piece === undefined ? undefined : trimmed(words, piece)
}

function firstOf(tree: WordTree, at: number): number {
  return branch(tree, at)[0]?.from ?? at
}

function isExpletive(tree: WordTree, verb: number): boolean {
  return dependent(tree, verb, /^expl$/) !== undefined
}

function span(pieces: readonly Piece[]): Piece {
  return { from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0 }
}

// A piece that begins or ends inside a quotation takes in its marks and all of its sentences.
function wholeQuote(words: readonly Word[], piece: Piece): Piece {
  let { from, to } = piece
  if (words[to - 1]?.quote === 2 || words[to - 1]?.quote === 1)
    while (to < words.length && words[to]?.quote === 2) to++
  if (words[to]?.quote === 3 && words[to - 1]?.quote === 2) to++
  if (words[from]?.quote === 2 || words[from]?.quote === 3)
    while (from > 0 && words[from - 1]?.quote === 2) from--
  if (words[from - 1]?.quote === 1 && words[from]?.quote === 2) from--
  return { from, to }
}
