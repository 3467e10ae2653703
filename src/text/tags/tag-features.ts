import type { Looks } from './word-looks.ts'

/** The place of a word among a text's sentences, with the tags of its sentence and the label of its arc as first read; without a label, nothing is said of it. */
export type TagPlace = {
  readonly sentence: number
  readonly word: number
  readonly tags: readonly string[]
  readonly deprel?: string
}

/** The features of a word, each as 32 bits. */
export function tagFeatures(looks: Looks, place: TagPlace): number[] {
  return namesOf(looks, place).map(hash)
}

function namesOf(looks: Looks, { sentence, word, tags, deprel }: TagPlace): string[] {
  const { low, shape, letters, elsewhere } = looks.lookAt(sentence, word)
  const before = looks.lookAt(sentence, word - 1)
  const after = looks.lookAt(sentence, word + 1)
  const kind = looks.caseOf(sentence)
  const left = tags[word - 1] ?? '^'
  const right = tags[word + 1] ?? '$'
  const left2 = tags[word - 2] ?? '^'
  const right2 = tags[word + 2] ?? '$'
  const first = word === 0 ? '1' : '0'
  const end2 = low.slice(-2)
  const end3 = low.slice(-3)
  const features = [
    'b',
    `w${low}`,
    `W${letters}${low}`,
    `a${before.low}`,
    `n${after.low}`,
    `A${looks.lookAt(sentence, word - 2).low}`,
    `N${looks.lookAt(sentence, word + 2).low}`,
    `1${low} ${before.low}`,
    `2${low} ${after.low}`,
    `3${before.low} ${after.low}`,
    `z1${low.slice(-1)}`,
    `z2${end2}${letters}`,
    `z3${end3}${letters}`,
    `z4${low.slice(-4)}${letters}`,
    `z5${low.slice(-5)}`,
    `p1${low.slice(0, 1)}`,
    `p2${low.slice(0, 2)}`,
    `p3${low.slice(0, 3)}`,
    `p4${low.slice(0, 4)}`,
    `s${shape}${first}`,
    `sk${letters}${first}${kind}`,
    `sn${before.shape} ${shape} ${after.shape}`,
    `d${elsewhere}${first}${kind}`,
    `dw${low}${elsewhere}`,
    `ta${left}`,
    `tb${right}`,
    `tab${left}${right}`,
    `tt${left2}${left}`,
    `uu${right}${right2}`,
    `tw${left}${low}`,
    `wt${low}${right}`,
    `twt${left}${low}${right}`,
    `tz${left}${end3}${letters}`,
    `zt${end3}${letters}${right}`,
    `tc${left}${letters}${right}${kind}`,
    `an${before.low}${right}`,
    `na${left}${after.low}`,
    `5${left2}${left}${right}${right2}`,
    `cc${letters}${first}${left}${after.letters}${kind}`,
  ]
  if (deprel === undefined) return features
  return [
    ...features,
    `D${deprel}`,
    `Dw${deprel}${low}`,
    `Dz${deprel}${end3}${letters}`,
    `Dab${left}${deprel}${right}`,
    `Dc${deprel}${letters}${kind}`,
  ]
}

// FNV-1a over UTF-16 units.
function hash(feature: string): number {
  let h = 2166136261
  for (let i = 0; i < feature.length; i++) h = Math.imul(h ^ feature.charCodeAt(i), 16777619)
  return (h ^ (h >>> 15)) >>> 0
}
