import type { Decoded } from '../reader/decoder.ts'
import { type Container, type Header, openWeights, type Weights } from '../reader/weights.ts'
import { weightFile } from '../weight-files.ts'
import { rowsByKey } from './feature-rows.ts'
import { tagFeatures } from './tag-features.ts'
import { looksOf } from './word-looks.ts'

/** Tags of each sentence after a second look, as entries of the network's lists. */
export type Tags = { readonly upos: Int32Array; readonly xpos: Int32Array }

/** Looks again at the words of a text whose tag the network is not sure of. */
export type SecondTagger = (sentences: readonly (readonly string[])[], decoded: readonly Decoded[]) => Tags[]

/** What `weights/reader/tags.bin` says of itself: which words are looked at again, and which XPOS go with a UPOS. */
export type TagHeader = Container & {
  /** Words whose best tag leads the next by less than this are looked at again. */
  readonly below: number
  readonly upos: readonly string[]
  readonly xposOf: Readonly<Record<string, readonly string[]>>
}

/**
 * The second tagger: a linear model over spelling, neighbours, the tags around, and how the text writes the word elsewhere, learned apart
 * from the network; its scores are added to the network's. Undefined where its weights are missing or belong to another network.
 */
export function openSecondTagger(network: Header): SecondTagger | undefined {
  const bytes = weightFile('reader/tags.bin')
  if (bytes === undefined) return undefined
  const weights = openWeights<TagHeader>(bytes)
  if (weights.header.upos.join() !== network.upos.join()) return undefined
  return secondTagger(network, weights)
}

function secondTagger(network: Header, weights: Weights<TagHeader>): SecondTagger {
  const { below, xposOf } = weights.header
  const width = network.upos.length
  const table = weights.small('tags')
  const rowOf = rowsByKey(weights.whole('keys'))
  const scale = weights.floats('tags.k')[0] ?? 0
  const companions = network.upos.map((upos) => {
    const known = new Set(xposOf[upos] ?? [])
    return network.xpos.flatMap((xpos, i) => (known.has(xpos) ? [i] : []))
  })
  const relations = network.deprel.map((label) => label.split(':')[0] ?? label)
  const sums = new Int32Array(width)

  return (sentences, decoded) => {
    const looks = looksOf(sentences)
    return decoded.map(({ upos, xpos, uposScores, xposScores, deprel }, sentence) => {
      const changed = { upos: upos.slice(), xpos: xpos.slice() }
      const tags = Array.from(upos, (tag) => network.upos[tag] ?? 'X')
      for (let word = 0; word < upos.length; word++) {
        const first = word * width
        if (!isUnsure(uposScores, first)) continue
        add(tagFeatures(looks, { sentence, word, tags, deprel: relations[deprel[word] ?? 0] }))
        const best = bestTag(uposScores, first)
        if (best === upos[word]) continue
        changed.upos[word] = best
        changed.xpos[word] = companion(xposScores, word * network.xpos.length, best) ?? xpos[word] ?? 0
      }
      return changed
    })
  }

  function isUnsure(scores: Float32Array, first: number): boolean {
    let most = Number.NEGATIVE_INFINITY
    let next = Number.NEGATIVE_INFINITY
    for (let i = first; i < first + width; i++) {
      const score = scores[i] ?? 0
      if (score > most) {
        next = most
        most = score
      } else if (score > next) next = score
    }
    return most - next < below
  }

  function add(features: readonly number[]): void {
    sums.fill(0)
    for (const feature of features) {
      const row = rowOf(feature)
      if (row < 0) continue
      for (let tag = 0; tag < width; tag++) sums[tag] = (sums[tag] ?? 0) + (table[row * width + tag] ?? 0)
    }
  }

  // The sums are integers; each step after them is rounded to 32 bits by itself.
  function bestTag(scores: Float32Array, first: number): number {
    let most = Number.NEGATIVE_INFINITY
    let found = 0
    for (let tag = 0; tag < width; tag++) {
      const score = Math.fround((scores[first + tag] ?? 0) + Math.fround((sums[tag] ?? 0) * scale))
      if (score <= most) continue
      most = score
      found = tag
    }
    return found
  }

  function companion(scores: Float32Array, first: number, upos: number): number | undefined {
    let most = Number.NEGATIVE_INFINITY
    let found: number | undefined
    for (const xpos of companions[upos] ?? []) {
      const score = scores[first + xpos] ?? 0
      if (score <= most) continue
      most = score
      found = xpos
    }
    return found
  }
}
