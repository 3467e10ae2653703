import type { Decoded } from '../reader/decoder.ts'
import type { Header } from '../reader/weights.ts'
import type { Tags } from '../tags/second-tagger.ts'
import { type Looks, looksOf } from '../tags/word-looks.ts'
import { type FirstKinds, firstKindsOf } from './first-kinds.ts'
import { type TextKinds, textKindsOf } from './text-kinds.ts'

/** A sentence as the second look at names sees it: what stands by each word. */
export type NameView = {
  readonly sentence: number
  readonly looks: Looks
  readonly lows: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** Labels of the tree without what follows a colon, and heads: words of the sentence, -1 for the root. */
  readonly labels: readonly string[]
  readonly heads: readonly number[]
  readonly first: FirstKinds
  readonly text: TextKinds
  /** What the rest of the text says of each word (`TextKinds.elsewhere`). */
  readonly elsewhere: readonly string[]
  /** The word at the head of the compound or flat name that each word is part of. */
  readonly tops: readonly number[]
}

const partLabel = /^(?:compound|flat|goeswith)/

/** The head of each word's compound or flat name. */
export function topsOf(heads: readonly number[], labels: readonly string[]): number[] {
  return heads.map((_, word) => {
    let top = word
    for (let step = 0; step < 12 && partLabel.test(labels[top] ?? ''); step++) top = heads[top] ?? top
    return top
  })
}

const nothing: FirstKinds = { kinds: [], leads: new Uint8Array(0), none: new Float32Array(0) }

/** The sentences of a text as the second look at names sees them; a whole view is made only where it is asked for. */
export type Views = {
  readonly upos: (sentence: number) => readonly string[]
  readonly first: (sentence: number) => FirstKinds
  readonly view: (sentence: number) => NameView
}

/** Gives the views of a text's sentences. */
export function viewer(network: Header) {
  const kindsOf = firstKindsOf(network)
  const labels = network.deprel.map((label) => label.split(':')[0] ?? label)
  return (
    sentences: readonly (readonly string[])[],
    decoded: readonly Decoded[],
    tags: readonly Tags[],
  ): Views => {
    const looks = looksOf(sentences)
    const lows = sentences.map((forms) => forms.map((form) => form.toLowerCase()))
    const first = decoded.map(kindsOf)
    const text = textKindsOf(sentences, lows, first)
    const upos = tags.map((found) => Array.from(found.upos, (tag) => network.upos[tag] ?? 'X'))
    return {
      upos: (s) => upos[s] ?? [],
      first: (s) => first[s] ?? nothing,
      view(s) {
        const heads = Array.from(decoded[s]?.heads ?? [], (head) => head - 1)
        const arcs = Array.from(decoded[s]?.deprel ?? [], (label) => labels[label] ?? 'dep')
        const own = lows[s] ?? []
        const kinds = first[s]?.kinds ?? []
        return {
          sentence: s,
          looks,
          lows: own,
          upos: upos[s] ?? [],
          xpos: Array.from(tags[s]?.xpos ?? [], (tag) => network.xpos[tag] ?? 'FW'),
          labels: arcs,
          heads,
          first: first[s] ?? nothing,
          text,
          elsewhere: own.map((low, i) =>
            text.elsewhere(low, sentences[s]?.[i] === low ? undefined : kinds[i]),
          ),
          tops: topsOf(heads, arcs),
        }
      },
    }
  }
}
