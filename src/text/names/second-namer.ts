import type { Decoded } from '../reader/decoder.ts'
import { type Container, type Header, openWeights, type Weights } from '../reader/weights.ts'
import { hash, rowsByKey } from '../tags/feature-rows.ts'
import type { Tags } from '../tags/second-tagger.ts'
import { weightFile } from '../weight-files.ts'
import { candidatesOf } from './candidates.ts'
import { nameFeatures } from './name-features.ts'
import { namePath } from './name-segments.ts'
import { viewer } from './name-view.ts'

/** Name tags of each sentence after a second look, as entries of the network's list. */
export type SecondNamer = (
  sentences: readonly (readonly string[])[],
  decoded: readonly Decoded[],
  tags: readonly Tags[],
) => Int32Array[]

/** What `weights/reader/names.bin` says of itself: the network's name tags. */
export type NameHeader = Container & { readonly names: readonly string[] }

/**
 * The second look at names: a linear chain over the network's scores, spelling, tags, tree and what the network takes the
 * same words for elsewhere in the text. Undefined where its weights are missing or belong to another network.
 */
export function openSecondNamer(network: Header): SecondNamer | undefined {
  const bytes = weightFile('reader/names.bin')
  if (bytes === undefined) return undefined
  const weights = openWeights<NameHeader>(bytes)
  if (weights.header.names.join() !== network.names.join()) return undefined
  return secondNamer(network, weights)
}

function secondNamer(network: Header, weights: Weights<NameHeader>): SecondNamer {
  const score = scorer(network, weights)
  const views = viewer(network)
  const moves = weights.floats('moves')
  const starts = weights.floats('starts')
  return (sentences, decoded, tags) => {
    const viewOf = views(sentences, decoded, tags)
    return decoded.map(({ names, nameScores }, s) => {
      const forms = sentences[s] ?? []
      const candidates = candidatesOf(forms, viewOf.upos(s), viewOf.first(s))
      const found = new Int32Array(names.length)
      if (!candidates.includes(true)) return found
      const view = viewOf.view(s)
      const scores = candidates.map((is, i) => (is ? score(nameFeatures(view, i), nameScores, i) : undefined))
      namePath(scores, moves, starts, network.names).forEach((tag, i) => {
        found[i] = tag
      })
      return found
    })
  }
}

/** Scores of the name tags for a word: integer sums of its features' rows, then the network's scores around it, in order. */
function scorer(network: Header, weights: Weights<NameHeader>) {
  const width = network.names.length
  const table = weights.small('rows')
  const scale = weights.floats('rows.k')[0] ?? 0
  const dense = weights.floats('dense')
  const bias = weights.floats('bias')
  const rowOf = rowsByKey(weights.whole('keys'))
  return (features: readonly string[], scores: Float32Array, word: number): Float64Array => {
    const sums = new Float64Array(width)
    for (const feature of features) {
      const row = rowOf(hash(feature))
      if (row < 0) continue
      for (let tag = 0; tag < width; tag++) sums[tag] = (sums[tag] ?? 0) + (table[row * width + tag] ?? 0)
    }
    const near = nearScores(scores, word, width)
    return sums.map((sum, tag) => {
      let total = sum * scale + (bias[tag] ?? 0)
      for (let i = 0; i < near.length; i++) total += (near[i] ?? 0) * (dense[tag * near.length + i] ?? 0)
      return total
    })
  }
}

/** The network's scores of a word and of those before and after it, each below the word's best, in tenths down to -2. */
export function nearScores(scores: Float32Array, word: number, width: number): Float64Array {
  const near = new Float64Array(3 * width)
  ;[word, word - 1, word + 1].forEach((at, k) => {
    if (at < 0 || at * width >= scores.length) return
    let most = Number.NEGATIVE_INFINITY
    for (let tag = 0; tag < width; tag++) most = Math.max(most, scores[at * width + tag] ?? 0)
    for (let tag = 0; tag < width; tag++)
      near[k * width + tag] = Math.max(-2, ((scores[at * width + tag] ?? 0) - most) * 0.1)
  })
  return near
}
