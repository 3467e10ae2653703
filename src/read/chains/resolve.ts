import type { Sentence } from '../../model/language.ts'
import { weightFile } from '../../text/weight-files.ts'
import { type Candidate, candidatesOf, type Named } from './candidates.ts'
import { looksAt } from './look.ts'
import { type RankerWeights, type Resolution, resolution } from './ranker.ts'

/** Phrases of a text that refer, and which of them refer to the same: chains are lists of indices, in text order. */
export type Resolved = {
  readonly candidates: readonly Candidate[]
  readonly chains: readonly (readonly number[])[]
}

/** Resolves names, descriptions and pronouns of a text by the trained ranker of `weights/chains`; chains of one are kept. */
export function resolve(
  text: string,
  language: { readonly sentences: readonly Sentence[]; readonly names: readonly Named[] },
): Resolved {
  const candidates = candidatesOf(text, language.sentences, language.names)
  const running = resolution(looksAt(text, language.sentences, candidates), ranker())
  const chains: number[][] = []
  candidates.forEach((_, i) => {
    const sure = running.sure(i)
    running.join(i, sure >= 0 ? sure : best(running, i))
    const chain = running.chainOf(i)
    chains[chain] = [...(chains[chain] ?? []), i]
  })
  return { candidates, chains }
}

/** The antecedent that scores best, -1 when starting anew does. */
function best(running: Resolution, i: number): number {
  const options = running.options(i)
  const scores = running.scores(i, options)
  let at = 0
  scores.forEach((score, k) => {
    if (score > (scores[at] ?? 0)) at = k
  })
  return at === 0 ? -1 : (options[at - 1] ?? -1)
}

let weights: RankerWeights | undefined

function ranker(): RankerWeights {
  weights ??= decoded(weightFile('chains/ranker.bin'))
  return weights
}

// Sixteen-bit integers, the low byte first, whatever the machine.
function decoded(bytes: Uint8Array | undefined): Int16Array {
  if (bytes === undefined) return new Int16Array(0)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Int16Array.from({ length: bytes.byteLength / 2 }, (_, i) => view.getInt16(2 * i, true))
}
