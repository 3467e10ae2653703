import { noClue as blank, type Clue } from './clues.ts'
import type { Sequence } from './crf.ts'
import { hashText, mix } from './hash.ts'

/** A cue in a paragraph: its words by index, half-open, and how likely it is one. */
export type CueSpan = { readonly from: number; readonly to: number; readonly score: number }

/** What the words around a cue are looked at with: clues, the bounds of their sentences, and all cues of the paragraph. */
export type PartInput = {
  readonly clues: readonly Clue[]
  readonly sentenceOf: Int32Array
  readonly cues: readonly CueSpan[]
  readonly isHeadline: 0 | 1
  /** What a rule takes each word for beside a cue (`ruleParts`). */
  readonly ruleOf: (cue: CueSpan) => Uint8Array
}

// Words further than this from a cue are not its source or content, but for quotations that run on.
const reach = 160

/** Features by which each word of a paragraph is labelled as outside (0), source (1) or content (2) of one cue. */
export function partSequence(input: PartInput, cue: CueSpan): Sequence & { readonly from: number } {
  const { from, to } = windowOf(input, cue)
  const view = viewOf(input, cue, { from, to })
  const nodes: number[][] = []
  const edges: number[][] = []
  for (let i = from; i < to; i++) {
    nodes.push(nodeFeatures(view, i))
    edges.push(i === from ? [] : edgeFeatures(view, i))
  }
  return { length: to - from, nodes, edges, from }
}

// The cue's sentence and the ones beside it; a quotation at an edge is taken in whole.
function windowOf({ clues, sentenceOf }: PartInput, cue: CueSpan): { from: number; to: number } {
  const sentence = sentenceOf[cue.from] ?? 0
  let { from, to } = cue
  const isIn = (i: number): boolean =>
    Math.abs((sentenceOf[i] ?? 0) - sentence) <= 1 || (clues[i]?.quote ?? 0) !== 0
  while (from > 0 && cue.from - from < reach && isIn(from - 1)) from--
  while (to < clues.length && to - cue.to < reach && isIn(to)) to++
  return { from, to }
}

type View = {
  readonly input: PartInput
  readonly cue: CueSpan
  readonly head: Clue
  readonly headAt: number
  readonly left: number
  readonly right: number
  readonly frame: number
  /** By word: what lies between it and the cue, the tree path, other cues between and the quotation it is in. */
  readonly between: Int32Array
  readonly path: Int32Array
  readonly top: Int32Array
  readonly others: Int32Array
  readonly quotation: Int32Array
  readonly rules: Uint8Array
}

function viewOf(input: PartInput, cue: CueSpan, window: { from: number; to: number }): View {
  const { clues } = input
  const headAt = headOf(clues, cue)
  const head = clues[headAt] ?? blank
  const before = clues[cue.from - 1] ?? blank
  const after = clues[cue.to] ?? blank
  const left = mix(
    1,
    before.kind,
    input.sentenceOf[cue.from - 1] === input.sentenceOf[cue.from] ? 1 : 0,
    before.quote,
  )
  const right = mix(2, after.kind, rightWord(after), after.quote)
  const size = clues.length
  const view = {
    input,
    cue,
    head,
    headAt,
    left,
    right,
    frame: mix(3, left, right),
    between: new Int32Array(size),
    path: new Int32Array(size),
    top: new Int32Array(size),
    others: new Int32Array(size),
    quotation: new Int32Array(size),
    rules: input.ruleOf(cue),
  }
  spread(view, window)
  paths(view, window)
  return view
}

// The word of the cue that the others hang on.
function headOf(clues: readonly Clue[], cue: CueSpan): number {
  for (let i = cue.to - 1; i >= cue.from; i--) {
    const head = clues[i]?.head ?? -1
    if ((head < cue.from || head >= cue.to) && clues[i]?.kind === 1 && (clues[i]?.cue ?? 0) !== 0) return i
  }
  for (let i = cue.from; i < cue.to; i++) {
    const head = clues[i]?.head ?? -1
    if (head < cue.from || head >= cue.to) return i
  }
  return cue.to - 1
}

const openers: ReadonlyMap<number, number> = new Map(
  ['that', 'to', 'if', 'whether', 'for', 'on', 'of', 'the', 'in', 'about', 'how', 'what', 'why'].map(
    (word, i) => [hashText(word), i + 1],
  ),
)

function rightWord(clue: Clue): number {
  return openers.get(clue.form) ?? 0
}

// Marks on the way from the cue outward: the last three kinds of punctuation or "that", "to", "and", "who" that lie between.
function spread(view: View, window: { from: number; to: number }): void {
  const { clues, cues } = view.input
  const isOther = new Uint8Array(clues.length)
  for (const one of cues) {
    if (one.from === view.cue.from && one.to === view.cue.to) continue
    for (let i = one.from; i < one.to; i++) isOther[i] = i === one.from ? 2 : 1
  }
  for (const step of [-1, 1]) {
    let trail = 0
    let others = 0
    let quotations = 0
    const start = step < 0 ? view.cue.from - 1 : view.cue.to
    for (let i = start; i >= window.from && i < window.to; i += step) {
      const clue = clues[i] ?? blank
      if (clue.quote === (step < 0 ? 3 : 1) || (i === start && clue.quote === 2)) quotations++
      view.between[i] = trail
      view.others[i] = Math.min(3, others) * 4 + (isOther[i] ?? 0)
      view.quotation[i] = clue.quote === 0 ? -Math.min(3, quotations) : Math.min(3, quotations)
      const mark = markOf(clue)
      if (mark !== 0) trail = ((trail << 5) | mark) & 0x7fff
      if ((isOther[i] ?? 0) !== 0 && (isOther[i - step] ?? 0) === 0) others++
    }
  }
}

const joiners: ReadonlyMap<number, number> = new Map(
  [
    'that',
    'to',
    'and',
    'but',
    'who',
    'which',
    'because',
    'while',
    'as',
    'when',
    'if',
    'after',
    'before',
    'for',
    'of',
    'in',
  ].map((word, i) => [hashText(word), 12 + i]),
)

function markOf(clue: Clue): number {
  if (clue.kind !== 1 && clue.kind !== 2) return clue.kind
  return joiners.get(clue.form) ?? 0
}

// Relations on the way from each word of the cue's sentence to the cue's head.
function paths(view: View, window: { from: number; to: number }): void {
  const { clues, sentenceOf } = view.input
  const sentence = sentenceOf[view.headAt]
  const above = new Map<number, number>()
  for (let i = view.headAt, depth = 0, up = 0; i >= 0 && depth < 12; depth++) {
    above.set(i, up)
    up = depth < 3 ? mix(9, up, clues[i]?.relation ?? 0) : up
    i = clues[i]?.head ?? -1
  }
  for (let i = window.from; i < window.to; i++) {
    if (sentenceOf[i] !== sentence) {
      view.path[i] = (sentenceOf[i] ?? 0) < (sentence ?? 0) ? -1 : -2
      continue
    }
    let at = i
    let last = 0
    let steps = 0
    while (at >= 0 && !above.has(at) && steps < 40) {
      last = clues[at]?.relation ?? 0
      view.top[i] = at
      at = clues[at]?.head ?? -1
      steps++
    }
    view.path[i] = mix(10, above.get(at) ?? -1, last, Math.min(2, steps))
    view.top[i] = steps === 0 ? -2 : (view.top[i] ?? 0)
  }
}

function nodeFeatures(view: View, i: number): number[] {
  const { clues, sentenceOf } = view.input
  const c = clues[i] ?? blank
  const p = clues[i - 1] ?? blank
  const n = clues[i + 1] ?? blank
  if (i >= view.cue.from && i < view.cue.to) return [mix(60, 0)]
  const isLeft = i < view.cue.from
  const side = isLeft ? 1 : 2
  const gap = isLeft ? view.cue.from - i : i - view.cue.to + 1
  const near =
    gap <= 6 ? gap : gap <= 9 ? 7 : gap <= 14 ? 8 : gap <= 22 ? 9 : gap <= 35 ? 10 : gap <= 60 ? 11 : 12
  const apart = Math.max(-3, Math.min(3, (sentenceOf[i] ?? 0) - (sentenceOf[view.cue.from] ?? 0)))
  const place = mix(4, side, apart)
  const path = view.path[i] ?? 0
  const between = view.between[i] ?? 0
  const quotation = view.quotation[i] ?? 0
  const others = view.others[i] ?? 0
  const { head } = view
  return [
    mix(61, side),
    mix(62, side, near),
    mix(63, place, c.quote),
    mix(64, place, c.form),
    mix(65, side, c.lemma, Math.min(near, 4)),
    mix(66, side, c.tag, near),
    mix(67, place, between),
    mix(68, place, between & 1023, c.quote),
    mix(69, place, between & 31, c.tag),
    mix(70, view.frame, place, c.quote),
    mix(71, view.frame, place, between & 1023),
    mix(72, view.frame, quotation, apart),
    mix(73, head.lemma, side, c.quote),
    mix(74, head.lemma, path),
    mix(75, head.lemma, place, between & 31),
    mix(76, head.lemma, view.right, place),
    mix(77, head.cue, path),
    mix(78, head.cue, view.frame, place),
    mix(79, path),
    mix(80, path, c.quote, view.frame),
    mix(81, path, c.part),
    mix(82, path, head.tag, head.relation),
    mix(83, others, place),
    mix(84, others, place, view.frame),
    mix(85, others, path),
    mix(86, quotation, place),
    mix(87, quotation, place, head.cue),
    mix(88, c.source, side, near),
    mix(89, c.content, place, view.left),
    mix(90, c.source, path),
    mix(91, c.content, path),
    mix(92, c.choice, place, c.quote),
    mix(93, c.choice, view.frame, place),
    mix(94, c.source, c.content, side),
    mix(95, p.choice, c.choice, n.choice, side),
    mix(96, c.shape, side, Math.min(near, 8)),
    mix(97, p.form, c.form, side),
    mix(98, c.form, n.form, side),
    mix(99, place, view.input.isHeadline, c.kind),
    mix(100, c.relation, side, near),
    mix(101, head.tag, view.frame, place, view.input.isHeadline),
    mix(102, between & 1023, path),
    mix(103, head.relation, place, between & 31),
    mix(104, head.below, place, c.quote),
    mix(105, clues[view.cue.from]?.form ?? 0, place),
    mix(106, Math.floor(view.cue.score * 8), side),
    mix(107, Math.floor(view.cue.score * 8), path),
    mix(108, view.rules[i] ?? 0, view.rules[i - 1] ?? 0, view.rules[i + 1] ?? 0, side),
    mix(109, view.rules[i] ?? 0, path),
    mix(110, view.rules[i] ?? 0, c.choice, side),
    mix(111, view.rules[i] ?? 0, view.frame, place),
  ]
}

function edgeFeatures(view: View, i: number): number[] {
  const { clues, sentenceOf } = view.input
  const c = clues[i] ?? blank
  const p = clues[i - 1] ?? blank
  const side = i < view.cue.from ? 1 : i < view.cue.to ? 3 : i === view.cue.to ? 4 : 2
  const isSameTop = (view.top[i] ?? 0) === (view.top[i - 1] ?? 0) ? 1 : 0
  const isNewSentence = sentenceOf[i] === sentenceOf[i - 1] ? 0 : 1
  const link = c.head === i - 1 ? 1 : p.head === i ? 2 : c.head >= 0 && c.head === p.head ? 3 : 4
  return [
    mix(120, side),
    mix(121, c.form, side),
    mix(122, p.form, side),
    mix(123, c.tag, p.tag, side),
    mix(124, c.quote, p.quote, side),
    mix(125, isSameTop, side, c.kind, p.kind),
    mix(126, isSameTop, view.path[i] ?? 0),
    mix(127, isSameTop, view.path[i - 1] ?? 0),
    mix(128, isNewSentence, c.quote, p.quote),
    mix(129, c.choice, p.choice),
    mix(130, c.source, p.source, side),
    mix(131, c.content, p.content, side),
    mix(132, c.relation, p.relation, side),
    mix(133, link, c.part, p.part),
    mix(134, view.others[i] ?? 0, view.others[i - 1] ?? 0, side),
    mix(136, view.rules[i] ?? 0, view.rules[i - 1] ?? 0, side),
    mix(135, view.head.lemma, c.kind, side === 4 ? 1 : 0),
  ]
}
