import { weightTable } from './weight-files.ts'

/** UD features of a word by its tags, such as "Number=Plur" for a noun tagged NNS; undefined where none are known. */
export type FeaturesOf = (upos: string, xpos: string) => string | undefined

/** Features by the rows of `weights/reader/feats.tsv`: columns `upos`, `xpos`, `feats`. */
export function featurizer(): FeaturesOf {
  const known = new Map<string, string>()
  for (const line of (weightTable('reader/feats.tsv') ?? '').split('\n')) {
    const [, upos, xpos, feats] = line.split('\t')
    if (feats !== undefined && feats !== '_' && feats !== '') known.set(`${upos} ${xpos}`, feats)
  }
  return (upos, xpos) => known.get(`${upos} ${xpos}`)
}
