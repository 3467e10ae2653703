import { type FeaturesOf, featurizer } from './features.ts'
import { type LemmaOf, lemmatizer } from './lemmas.ts'
import { openSecondNamer, type SecondNamer } from './names/second-namer.ts'
import type { Decoded } from './reader/decoder.ts'
import { type Network, openNetwork } from './reader/network.ts'
import type { Header } from './reader/weights.ts'
import { openSecondTagger, type SecondTagger, type Tags } from './tags/second-tagger.ts'
import { weightFile } from './weight-files.ts'

/** The trained reader: the network with the tables that go with it. */
export type Reader = {
  readonly model: string
  readonly network: Network
  /** Undefined where its weights are missing: the network's tags stand. */
  readonly retag: SecondTagger | undefined
  /** Undefined where its weights are missing: the network's names stand. */
  readonly rename: SecondNamer | undefined
  readonly lemmaOf: LemmaOf
  readonly featuresOf: FeaturesOf
}

/** One word as the reader has it, in UD terms; `head` counts words of the sentence from 0, -1 is the root. */
export type Analysis = {
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
  readonly feats?: string
  /** The encoder's output for the word. */
  readonly state: Int16Array
  /** The network's own tags where a second look changed them. */
  readonly firstTags?: { readonly upos: string; readonly xpos: string }
  /** B-X, I-X or O. */
  readonly name: string
}

let opened: Reader | undefined
let isOpened = false

/** The reader with the weights of `weights/reader`, opened once; undefined where there are none. */
export function openReader(): Reader | undefined {
  if (isOpened) return opened
  isOpened = true
  const bytes = weightFile('reader/reader.bin')
  if (bytes === undefined) return undefined
  const network = openNetwork(bytes)
  opened = {
    model: network.header.model,
    network,
    retag: openSecondTagger(network.header),
    rename: openSecondNamer(network.header),
    lemmaOf: remembered(lemmatizer()),
    featuresOf: featurizer(),
  }
  return opened
}

/** What the reader says of each word of a text's sentences, none of them longer than `longestSentence`. */
export function analyse(reader: Reader, sentences: readonly (readonly string[])[]): Analysis[][] {
  const decoded = reader.network.decode(sentences)
  const tags: readonly Tags[] = reader.retag?.(sentences, decoded) ?? decoded
  const names = reader.rename?.(sentences, decoded, tags)
  return decoded.map((found, i) =>
    analysisOf(reader, sentences[i] ?? [], found, tags[i] ?? found, names?.[i] ?? found.names),
  )
}

function analysisOf(
  reader: Reader,
  forms: readonly string[],
  decoded: Decoded,
  tags: Tags,
  names: Int32Array,
): Analysis[] {
  const { header } = reader.network
  const passive = passives(decoded, header.deprel)
  return forms.map((form, i) => {
    const upos = header.upos[tags.upos[i] ?? 0] ?? 'X'
    const xpos = header.xpos[tags.xpos[i] ?? 0] ?? 'FW'
    const first = decoded.upos[i] === tags.upos[i] ? undefined : firstTags(decoded, i, header)
    const feats = reader.featuresOf(upos, xpos)
    return {
      lemma: reader.lemmaOf(form, xpos),
      upos,
      xpos,
      head: (decoded.heads[i] ?? 0) - 1,
      deprel: header.deprel[decoded.deprel[i] ?? 0] ?? 'dep',
      feats: passive.has(i) && feats !== undefined ? `${feats}|Voice=Pass` : feats,
      state: decoded.states.subarray(i * header.d, (i + 1) * header.d),
      name: header.names[names[i] ?? 0] ?? 'O',
      ...(first && { firstTags: first }),
    }
  })
}

function firstTags(decoded: Decoded, word: number, header: Header): { upos: string; xpos: string } {
  return {
    upos: header.upos[decoded.upos[word] ?? 0] ?? 'X',
    xpos: header.xpos[decoded.xpos[word] ?? 0] ?? 'FW',
  }
}

/** Words with a passive subject or auxiliary under them. */
function passives(decoded: Decoded, relations: readonly string[]): Set<number> {
  const found = new Set<number>()
  decoded.deprel.forEach((label, i) => {
    const relation = relations[label] ?? ''
    if (relation.endsWith(':pass')) found.add((decoded.heads[i] ?? 0) - 1)
  })
  return found
}

const mostRemembered = 50_000

function remembered(lemmaOf: LemmaOf): LemmaOf {
  const known = new Map<string, string>()
  return (form, xpos) => {
    const key = `${xpos} ${form}`
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= mostRemembered) known.clear()
    const lemma = lemmaOf(form, xpos)
    known.set(key, lemma)
    return lemma
  }
}
