import { type Clue, noClue as none } from './clues.ts'
import type { Sequence } from './crf.ts'
import { hashText, mix } from './hash.ts'

const that = hashText('that')
const to = hashText('to')

/** Features by which the words `from` to `to` of a paragraph are labelled as outside, first or further word of a cue. */
export function cueSequence(
  clues: readonly Clue[],
  sentence: { readonly from: number; readonly to: number },
  isHeadline: 0 | 1,
): Sequence {
  const nodes: number[][] = []
  const edges: number[][] = []
  const { from, to } = sentence
  for (let i = from; i < to; i++) {
    const near = (step: number): Clue =>
      i + step < from || i + step >= to ? none : (clues[i + step] ?? none)
    nodes.push(nodeFeatures(clues, i, { near, from, isHeadline }))
    const [c, p] = [near(0), near(-1)]
    edges.push([
      mix(200, 0),
      mix(201, c.form),
      mix(202, p.form),
      mix(203, c.part, p.part),
      mix(204, c.relation, p.relation),
      mix(205, c.head === i - 1 ? 1 : p.head === i ? 2 : 3, c.part),
      mix(206, c.cueScore, c.choice),
      mix(207, c.cue, p.cue),
      mix(208, c.rule, p.rule),
    ])
  }
  return { length: nodes.length, nodes, edges }
}

type Around = { readonly near: (step: number) => Clue; readonly from: number; readonly isHeadline: 0 | 1 }

function nodeFeatures(clues: readonly Clue[], i: number, around: Around): number[] {
  const { near } = around
  const [c, p, n, pp, nn] = [near(0), near(-1), near(1), near(-2), near(2)]
  const head = c.head < 0 ? none : (clues[c.head] ?? none)
  const up = head.head < 0 ? none : (clues[head.head] ?? none)
  const place = Math.min(4, i - around.from)
  const ahead = aheadOf(near)
  return [
    mix(1, 0),
    mix(2, c.form),
    mix(3, c.lemma),
    mix(4, p.form),
    mix(5, n.form),
    mix(6, pp.form),
    mix(7, nn.form),
    mix(8, p.form, c.form),
    mix(9, c.form, n.form),
    mix(10, c.lemma, n.lemma, nn.lemma),
    mix(11, c.tag),
    mix(12, p.tag, c.tag),
    mix(13, c.tag, n.tag),
    mix(14, p.tag, c.tag, n.tag),
    mix(15, c.suffix, c.tag),
    mix(16, c.quote, p.quote, n.quote),
    mix(17, c.lemma, c.quote === 0 ? 0 : 1),
    mix(18, c.cue),
    mix(19, c.cue, n.form),
    mix(20, c.cue, n.kind, p.kind),
    mix(21, c.lemma, ahead),
    mix(22, c.cue, ahead, c.tag),
    mix(23, c.relation, c.tag),
    mix(24, c.lemma, c.relation),
    mix(25, c.lemma, c.below),
    mix(26, c.cue, c.below),
    mix(27, c.tag, c.below),
    mix(28, c.lemma, c.subject),
    mix(29, c.cue, c.subject),
    mix(30, c.relation, head.lemma),
    mix(31, c.relation, head.cue, c.form),
    mix(32, head.lemma, c.lemma),
    mix(33, c.relation, head.relation, head.part),
    mix(34, c.relation, head.below, c.part),
    mix(35, place, c.cue === 0 ? 0 : 1, around.isHeadline),
    mix(36, c.form, around.isHeadline),
    mix(37, c.cueScore),
    mix(38, c.cueScore, p.cueScore, n.cueScore),
    mix(39, c.choice, p.choice, n.choice),
    mix(40, c.cueScore, c.cue),
    mix(41, c.cueScore, c.lemma),
    mix(42, c.source, p.source, n.source),
    mix(43, c.content, p.content, n.content),
    mix(44, p.cue, c.form),
    mix(45, n.cue, c.form),
    mix(46, pp.lemma, p.lemma, c.lemma),
    mix(47, c.shape, p.shape, n.shape),
    mix(48, up.lemma, c.relation, head.relation),
    mix(49, near(3).form),
    mix(50, near(-3).form),
    mix(51, p.kind, n.kind, c.part),
    mix(52, head.cueScore, c.relation, c.part),
    mix(53, head.cueScore, head.cue, c.form),
    mix(54, c.rule, p.rule, n.rule),
    mix(55, c.rule, c.cue),
    mix(56, c.rule, c.cueScore),
  ]
}

// The first of "that", "to", an opening mark, a colon, a comma or the end within the next eight words.
function aheadOf(near: (step: number) => Clue): number {
  for (let step = 1; step <= 8; step++) {
    const clue = near(step)
    if (clue.kind !== 1 && clue.kind !== 2 && clue.kind !== 9) return clue.kind * 10 + Math.min(3, step)
    if (clue.form === that) return 100 + Math.min(3, step)
    if (clue.form === to) return 110 + Math.min(3, step)
  }
  return 1
}
