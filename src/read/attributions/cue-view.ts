import { mix } from './hash.ts'
import type { WordFeatures } from './word-features.ts'

/** A cue in a paragraph: its words by index, half-open, and how likely it is one. */
export type CueSpan = { readonly from: number; readonly to: number; readonly score: number }

/** What the words around a cue are to it: words `from` to `to` of the paragraph, a row of `viewSlots.length` entries each. */
export type CueView = {
  readonly from: number
  readonly to: number
  /** The word of the cue that the others hang on. */
  readonly head: number
  readonly slots: Uint16Array
}

/** Sizes of the embedding tables of `CueView.slots`. */
export const viewSlots = [64, 64, 1024, 2048, 64, 256, 128, 256, 64] as const

// Words further than this from a cue are not its source or content, but for quotations that run on.
const reach = 160

/** The words around a cue as the second half of the extractor sees them; `rules` is what a rule takes each word for beside it. */
export function cueView(words: WordFeatures, cue: CueSpan, rules: Uint8Array): CueView {
  const { from, to } = windowOf(words, cue)
  const head = headOf(words, cue)
  const width = viewSlots.length
  const slots = new Uint16Array((to - from) * width)
  const left = frameOf(words, cue.from - 1, cue.from)
  const right = frameOf(words, cue.to, cue.to - 1)
  const view = { from, to, head, slots }
  const sentence = at(words.sentences, cue.from)
  for (let i = from; i < to; i++) {
    const row = (i - from) * width
    const side = i < cue.from ? 1 : i < cue.to ? 0 : 2
    const apart = Math.max(-3, Math.min(3, at(words.sentences, i) - sentence)) + 3
    const rule = at(rules, i - 1) * 16 + at(rules, i) * 4 + at(rules, i + 1)
    slots[row] = side === 0 ? 0 : side * 16 + near(side === 1 ? cue.from - i : i - cue.to + 1)
    slots[row + 1] = apart * 4 + at(words.quotes, i) + (side === 0 ? 32 : 0)
    slots[row + 5] = rule + (side === 0 ? 64 : side * 64)
    slots[row + 6] = left
    slots[row + 7] = right
  }
  spread(words, cue, view)
  paths(words, view)
  return view
}

// The cue's sentence and the ones beside it; a quotation at an edge is taken in whole.
function windowOf(
  { count, sentences, quotes }: WordFeatures,
  cue: CueSpan,
): { readonly from: number; readonly to: number } {
  const sentence = at(sentences, cue.from)
  let { from, to } = cue
  const isIn = (i: number): boolean => Math.abs(at(sentences, i) - sentence) <= 1 || at(quotes, i) !== 0
  while (from > 0 && cue.from - from < reach && isIn(from - 1)) from--
  while (to < count && to - cue.to < reach && isIn(to)) to++
  return { from, to }
}

function headOf({ heads, kinds, rows }: WordFeatures, cue: CueSpan): number {
  const leaves = (i: number): boolean => at(heads, i) < cue.from || at(heads, i) >= cue.to
  for (let i = cue.to - 1; i >= cue.from; i--)
    if (leaves(i) && at(kinds, i) === 1 && at(rows, i) !== 0) return i
  for (let i = cue.from; i < cue.to; i++) if (leaves(i)) return i
  return cue.to - 1
}

// The word beside the cue: its kind, the quotation it is in, whether it is of the same sentence, and which joiner it is.
function frameOf(
  { sentences, quotes, kinds, joiners, count }: WordFeatures,
  i: number,
  edge: number,
): number {
  if (i < 0 || i >= count || at(sentences, i) !== at(sentences, edge)) return 0
  const joiner = at(joiners, i)
  return joiner > 0 ? 64 + joiner * 4 + at(quotes, i) : at(kinds, i) * 4 + at(quotes, i)
}

function near(gap: number): number {
  if (gap <= 6) return gap
  return gap <= 9 ? 7 : gap <= 14 ? 8 : gap <= 22 ? 9 : gap <= 35 ? 10 : gap <= 60 ? 11 : 12
}

// Marks on the way from the cue outward: the last two kinds of punctuation or joiners that lie between, and quotations.
function spread({ kinds, joiners, quotes }: WordFeatures, cue: CueSpan, view: CueView): void {
  const width = viewSlots.length
  for (const step of [-1, 1]) {
    let trail = 0
    let quotations = 0
    const start = step < 0 ? cue.from - 1 : cue.to
    for (let i = start; i >= view.from && i < view.to; i += step) {
      const quote = at(quotes, i)
      if (quote === (step < 0 ? 3 : 1) || (i === start && quote === 2)) quotations++
      const row = (i - view.from) * width
      view.slots[row + 3] = trail + (step < 0 ? 0 : 1024)
      view.slots[row + 4] = Math.min(3, quotations) * 4 + quote + (step < 0 ? 16 : 32)
      const kind = at(kinds, i)
      const mark = kind > 2 ? kind : at(joiners, i) > 0 ? at(joiners, i) + 10 : 0
      if (mark !== 0) trail = ((trail << 5) | mark) & 1023
    }
  }
}

// Relations on the way from each word of the cue's sentence to the cue's head, and whether neighbours hang together.
function paths({ heads, sentences, relations }: WordFeatures, view: CueView): void {
  const width = viewSlots.length
  const sentence = at(sentences, view.head)
  const above = new Map<number, number>()
  for (let i = view.head, depth = 0, up = 0; i >= 0 && depth < 12; depth++) {
    above.set(i, up)
    up = depth < 3 ? mix(9, up, at(relations, i)) : up
    i = heads[i] ?? -1
  }
  let topBefore = -9
  for (let i = view.from; i < view.to; i++) {
    const row = (i - view.from) * width
    let top = -3
    if (at(sentences, i) !== sentence) view.slots[row + 2] = at(sentences, i) < sentence ? 1 : 2
    else {
      let last = 0
      let steps = 0
      top = -2
      for (let on = i; on >= 0 && !above.has(on) && steps < 40; steps++) {
        last = at(relations, on)
        top = on
        on = heads[on] ?? -1
      }
      const joint = top === -2 ? i : (heads[top] ?? -1)
      view.slots[row + 2] = 3 + (mix(10, above.get(joint) ?? -1, last, Math.min(2, steps)) % 1021)
    }
    const isNew = i > view.from && at(sentences, i) !== at(sentences, i - 1) ? 1 : 0
    const link =
      (heads[i] ?? -1) === i - 1 ? 1 : (heads[i - 1] ?? -1) === i ? 2 : heads[i] === heads[i - 1] ? 3 : 0
    view.slots[row + 8] = (top === topBefore ? 1 : 0) + isNew * 2 + link * 4
    topBefore = top
  }
}

function at(values: { readonly [i: number]: number | undefined }, i: number): number {
  return values[i] ?? 0
}
