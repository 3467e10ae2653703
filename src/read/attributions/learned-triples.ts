import { overlaps } from '../../model/span.ts'
import { weightFile } from '../../text/weight-files.ts'
import { readChain } from './chain-file.ts'
import { type Clue, cluesOf, ruleParts } from './clues.ts'
import { bestPath, type ChainWeights, marginals, scoresOf } from './crf.ts'
import { cueSequence } from './cue-features.ts'
import { cueAt } from './cue-table.ts'
import { type CueSpan, type PartInput, partSequence } from './part-features.ts'
import type { Triple } from './triple.ts'
import type { Paragraph } from './words.ts'

/** The trained extractor: one chain that finds cues, one that finds the source and content of a cue. */
export type AttributionModel = { readonly cues: ChainWeights; readonly parts: ChainWeights }

let opened: AttributionModel | undefined
let isOpened = false

/** The extractor with the weights of `weights/attribution`; undefined where there are none. */
export function openAttributionModel(): AttributionModel | undefined {
  if (isOpened) return opened
  isOpened = true
  const cues = weightFile('attribution/cues.bin')
  const parts = weightFile('attribution/parts.bin')
  if (cues !== undefined && parts !== undefined) opened = { cues: readChain(cues), parts: readChain(parts) }
  return opened
}

/** Attributions of a paragraph as the model has them, in order of their cues. */
export function learnedTriples(
  paragraph: Paragraph,
  model: AttributionModel,
  byRule: readonly Triple[],
): Triple[] {
  const clues = cluesOf(paragraph, byRule)
  const cues = cuesOf(paragraph, clues, model.cues)
  const input = partInput(paragraph, { clues, cues, byRule })
  return cues.flatMap((cue) => tripleOf(paragraph, input, { cue, model }) ?? [])
}

/** The cues of a paragraph, each with the least probability among its words. */
export function cuesOf(paragraph: Paragraph, clues: readonly Clue[], weights: ChainWeights): CueSpan[] {
  const cues: CueSpan[] = []
  const { words } = paragraph
  for (let from = 0; from < words.length; from = words[from]?.last ?? words.length) {
    const to = words[from]?.last ?? words.length
    const scores = scoresOf(cueSequence(clues, { from, to }, paragraph.isHeadline ? 1 : 0), weights)
    const chance = marginals(lean(scores))
    const path = bestPath(scores)
    for (let i = 0; i < path.length; i++) {
      if (path[i] !== 1) continue
      let end = i + 1
      while (path[end] === 2) end++
      let score = 0
      for (let j = i; j < end; j++) score = Math.max(score, 1 - (chance[j * 3] ?? 1))
      cues.push({ from: from + i, to: from + end, score })
    }
  }
  return cues
}

// How much the first word of a cue is favoured, so that doubtful cues are looked at too.
const cueBias = 1

function lean(scores: ReturnType<typeof scoresOf>): ReturnType<typeof scoresOf> {
  for (let t = 0; t < scores.length; t++) {
    scores.node[t * 3 + 1] = (scores.node[t * 3 + 1] ?? 0) + cueBias
    // No word goes on with a cue that has not begun.
    scores.edge[t * 9 + 2] = -50
    if (t === 0) scores.node[2] = -50
  }
  return scores
}

/** What the second chain is given for a paragraph. */
export function partInput(
  paragraph: Paragraph,
  given: {
    readonly clues: readonly Clue[]
    readonly cues: readonly CueSpan[]
    readonly byRule: readonly Triple[]
  },
): PartInput {
  const { words } = paragraph
  const sentenceOf = new Int32Array(words.length)
  let count = 0
  words.forEach((word, i) => {
    if (i > 0 && word.first === i) count++
    sentenceOf[i] = count
  })
  const ruleOf = (cue: CueSpan): Uint8Array => {
    const range = { start: words[cue.from]?.start ?? 0, end: words[cue.to - 1]?.end ?? 0 }
    const own = given.byRule.find((triple) => overlaps(triple.cue, range))
    return ruleParts(words, own === undefined ? [] : [own])
  }
  return {
    clues: given.clues,
    cues: given.cues,
    sentenceOf,
    ruleOf,
    isHeadline: paragraph.isHeadline ? 1 : 0,
  }
}

function tripleOf(
  paragraph: Paragraph,
  input: PartInput,
  given: { readonly cue: CueSpan; readonly model: AttributionModel },
): Triple | undefined {
  const { cue, model } = given
  const { words } = paragraph
  const sequence = partSequence(input, cue)
  const path = bestPath(scoresOf(sequence, model.parts))
  const pieces = (label: number): { start: number; end: number }[] => {
    const found: { start: number; end: number }[] = []
    for (let i = 0; i < path.length; i++) {
      if (path[i] !== label) continue
      let end = i + 1
      while (path[end] === label) end++
      const first = words[sequence.from + i]
      const last = words[sequence.from + end - 1]
      if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end })
      i = end
    }
    return found
  }
  const content = pieces(2)
  if (content.length === 0) return undefined
  const source = pieces(1)
  const closest = source.sort((a, b) => gapTo(words, cue, a) - gapTo(words, cue, b))[0]
  const found = {
    cue: { start: words[cue.from]?.start ?? 0, end: words[cue.to - 1]?.end ?? 0 },
    content,
    score: cue.score,
    ...rowOf(words, cue),
  }
  return closest === undefined ? found : { ...found, source: closest }
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

function gapTo(words: Paragraph['words'], cue: CueSpan, range: { start: number; end: number }): number {
  const start = words[cue.from]?.start ?? 0
  const end = words[cue.to - 1]?.end ?? 0
  return Math.max(range.start - end, start - range.end)
}
