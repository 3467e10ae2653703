import { overlaps } from '../../model/span.ts'
import { weightFile } from '../../text/weight-files.ts'
import { bestPath, chanceOf, type Steps } from './best-path.ts'
import { cueAt } from './cue-table.ts'
import { type CueSpan, cueView } from './cue-view.ts'
import { type Extractor, mostWords, openExtractor } from './extractor.ts'
import type { Triple } from './triple.ts'
import { ruleParts, type WordFeatures, wordFeatures } from './word-features.ts'
import type { Paragraph, Word } from './words.ts'

let opened: Extractor | undefined
let isOpened = false

/** The extractor with the weights of `weights/attribution`; undefined where there are none. */
export function openAttributionModel(): Extractor | undefined {
  if (isOpened) return opened
  isOpened = true
  const bytes = weightFile('attribution/extractor.bin')
  if (bytes !== undefined) opened = openExtractor(bytes)
  return opened
}

/** Attributions of a paragraph as the model has them, in order of their cues; undefined where the reader gave it no states. */
export function learnedTriples(
  paragraph: Paragraph,
  model: Extractor,
  byRule: readonly Triple[],
): Triple[] | undefined {
  const { words } = paragraph
  if (words.length > mostWords) return undefined
  const states: Int16Array[] = []
  for (const { token } of words) {
    if (token.state === undefined) return undefined
    states.push(token.state)
  }
  const features = wordFeatures(paragraph, byRule)
  const cues = cuesIn(words, model.cues(states, features))
  return cues.flatMap((cue) => tripleOf({ paragraph, features, byRule, model }, cue) ?? [])
}

function cuesIn(words: Paragraph['words'], scores: Float32Array): CueSpan[] {
  const cues: CueSpan[] = []
  for (let from = 0; from < words.length; from = words[from]?.last ?? words.length) {
    const to = words[from]?.last ?? words.length
    if (isPlain(scores, from, to)) continue
    const path = bestPath(scores, cueSteps, { from, to })
    for (let i = 0; i < path.length; i++) {
      if (path[i] !== 1) continue
      let end = i + 1
      while (path[end] === 2) end++
      let score = 0
      for (let j = i; j < end; j++) score = Math.max(score, 1 - chanceOf(scores, from + j, 0, 3))
      cues.push({ from: from + i, to: from + end, score: Math.round(score * 1000) / 1000 })
    }
  }
  return cues
}

// No step gains anything, so that where "outside" is best for every word, it is the best path.
function isPlain(scores: Float32Array, from: number, to: number): boolean {
  for (let at = from * 3; at < to * 3; at += 3) {
    const outside = scores[at] ?? 0
    if ((scores[at + 1] ?? 0) > outside || (scores[at + 2] ?? 0) > outside) return false
  }
  return true
}

const never = -1e9

// No word goes on with a cue that has not begun, and a cue seldom begins right behind another.
const cueSteps: Steps = {
  labels: 3,
  starts: Float64Array.of(0, 0, never),
  steps: Float64Array.of(0, 0, never, 0, -2, 0, 0, -2, 0),
}

// Outside, source, content, cue: a change of label must gain something.
const partSteps: Steps = {
  labels: 4,
  starts: new Float64Array(4),
  steps: Float64Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 0 : -0.2)),
}

type Looked = {
  readonly paragraph: Paragraph
  readonly features: WordFeatures
  readonly byRule: readonly Triple[]
  readonly model: Extractor
}

function tripleOf({ paragraph, features, byRule, model }: Looked, cue: CueSpan): Triple | undefined {
  const { words } = paragraph
  const range = { start: words[cue.from]?.start ?? 0, end: words[cue.to - 1]?.end ?? 0 }
  const own = byRule.find((triple) => overlaps(triple.cue, range))
  const view = cueView(features, cue, ruleParts(words, own === undefined ? [] : [own]))
  const scores = model.parts(view, cue)
  const path = bestPath(scores, partSteps, { from: 0, to: view.to - view.from })
  const pieces = (label: number): Word[][] => {
    const found: Word[][] = []
    for (let i = 0; i < path.length; i++) {
      if (path[i] !== label) continue
      let end = i + 1
      while (path[end] === label) end++
      found.push(words.slice(view.from + i, view.from + end))
      i = end
    }
    return found
  }
  const content = pieces(2).map(rangeOf)
  if (content.length === 0) return undefined
  const closest = pieces(1)
    .filter((piece) => piece.some((word) => /[\p{L}\p{N}]/u.test(word.text)))
    .map(rangeOf)
    .sort((a, b) => gapTo(range, a) - gapTo(range, b))[0]
  const found = { cue: range, content, score: cue.score, ...rowOf(words, cue) }
  return closest === undefined ? found : { ...found, source: closest }
}

function rangeOf(piece: readonly Word[]): { start: number; end: number } {
  return { start: piece[0]?.start ?? 0, end: piece.at(-1)?.end ?? 0 }
}

function gapTo(cue: { start: number; end: number }, range: { start: number; end: number }): number {
  return Math.max(range.start - cue.end, cue.start - range.end)
}

// The row of the cue table that the cue's words rest on: a phrase, else its first verb that is no auxiliary, else any word.
function rowOf(words: Paragraph['words'], cue: CueSpan): Pick<Triple, 'rules' | 'cueRow' | 'cueClass'> {
  const inside = words.slice(cue.from, cue.to)
  const lowers = inside.map((word) => word.lower)
  const rows = inside.flatMap((word, i) => {
    const found = cueAt(lowers, i)
    return found === undefined ? [] : [{ row: found.row, part: word.token.upos }]
  })
  const best =
    rows.find(({ row }) => row.kind === 'phrase') ??
    rows.find(({ row, part }) => row.kind === 'verb' && part === 'VERB') ??
    rows.find(({ row, part }) => row.kind === 'adjective' && part === 'ADJ') ??
    rows.find(({ row, part }) => (row.kind === 'noun') === (part === 'NOUN')) ??
    rows[0]
  if (best === undefined) return { rules: ['attribution-1'] }
  return { cueRow: best.row.id, cueClass: best.row.cueClass, rules: ['attribution-1', best.row.id] }
}
