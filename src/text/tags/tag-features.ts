import { hash } from './feature-rows.ts'
import type { Looks } from './word-looks.ts'

/** The place of a word among a text's sentences, with the tags of its sentence and the label of its arc as first read; without a label, nothing is said of it. */
export type TagPlace = {
  readonly sentence: number
  readonly word: number
  readonly tags: readonly string[]
  readonly deprel?: string
}

/** The features of a word, each as the 32 bits of its text, which is put together only as it is hashed. */
export function tagFeatures(looks: Looks, { sentence, word, tags, deprel }: TagPlace): number[] {
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
    hash('b'),
    hash('w', low),
    hash('W', letters, low),
    hash('a', before.low),
    hash('n', after.low),
    hash('A', looks.lookAt(sentence, word - 2).low),
    hash('N', looks.lookAt(sentence, word + 2).low),
    hash('1', low, ' ', before.low),
    hash('2', low, ' ', after.low),
    hash('3', before.low, ' ', after.low),
    hash('z1', low.slice(-1)),
    hash('z2', end2, letters),
    hash('z3', end3, letters),
    hash('z4', low.slice(-4), letters),
    hash('z5', low.slice(-5)),
    hash('p1', low.slice(0, 1)),
    hash('p2', low.slice(0, 2)),
    hash('p3', low.slice(0, 3)),
    hash('p4', low.slice(0, 4)),
    hash('s', shape, first),
    hash('sk', letters, first, kind),
    hash('sn', before.shape, ' ', shape, ' ', after.shape),
    hash('d', elsewhere, first, kind),
    hash('dw', low, elsewhere),
    hash('ta', left),
    hash('tb', right),
    hash('tab', left, right),
    hash('tt', left2, left),
    hash('uu', right, right2),
    hash('tw', left, low),
    hash('wt', low, right),
    hash('twt', left, low, right),
    hash('tz', left, end3, letters),
    hash('zt', end3, letters, right),
    hash('tc', left, letters, right, kind),
    hash('an', before.low, right),
    hash('na', left, after.low),
    hash('5', left2, left, right, right2),
    hash('cc', letters, first, left, after.letters, kind),
  ]
  if (deprel === undefined) return features
  return [
    ...features,
    hash('D', deprel),
    hash('Dw', deprel, low),
    hash('Dz', deprel, end3, letters),
    hash('Dab', left, deprel, right),
    hash('Dc', deprel, letters, kind),
  ]
}
