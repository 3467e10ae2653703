import { type Around, labelTriple } from './label-triple.ts'
import { leftContent, type Piece, rightContent, rightOfSource } from './rule-content.ts'
import { continuation, type Found, type FoundCue, foundCues, isFull, tripleOf } from './rule-cues.ts'
import { sourceAfter, sourceBefore } from './rule-source.ts'
import { treeTriples } from './tree-triples.ts'
import type { Triple } from './triple.ts'
import { wordTree } from './word-tree.ts'
import type { Paragraph, Word } from './words.ts'

/** Attributions of a paragraph by the cue table and its trees, or by the order of words where it has none. */
export function ruleTriples(paragraph: Paragraph, around: Around = { isTranscript: false }): Triple[] {
  const tree = wordTree(paragraph.words)
  const triples = tree === undefined ? orderTriples(paragraph) : treeTriples(paragraph, tree)
  const label = labelTriple(paragraph, around)
  return label === undefined ? triples : [label, ...triples]
}

function orderTriples(paragraph: Paragraph): Triple[] {
  const { words } = paragraph
  const triples: Triple[] = []
  const cues = foundCues(paragraph)
  let previous: Piece | undefined
  cues.forEach((cue, i) => {
    const relation = { words, cue, cues, next: cues[i + 1], previous }
    const found = accordingTo(relation) ?? postposed(relation) ?? preposed(relation) ?? possessive(relation)
    if (found === undefined || !found.content.some(isFull)) return
    if (found.source !== undefined) previous = found.source
    triples.push(tripleOf(words, cue, found))
  })
  return triples
}

type Relation = {
  readonly words: readonly Word[]
  readonly cue: FoundCue
  readonly cues: readonly FoundCue[]
  readonly next: FoundCue | undefined
  readonly previous: Piece | undefined
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

function isBoundary(word: Word | undefined): boolean {
  return word === undefined || word.quote === 3 || /^[,?!—–-]+$/.test(word.text)
}

function opensContent(words: readonly Word[], at: number): boolean {
  for (let i = at; i < Math.min(at + 4, words.length); i++) {
    if (/^(?:that|:)$/.test(words[i]?.lower ?? '') || words[i]?.quote === 1) return true
  }
  return false
}
