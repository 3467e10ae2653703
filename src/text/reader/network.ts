import { newArena } from './arena.ts'
import { type Decoded, planDecoder } from './decoder.ts'
import { batchRows, planEncoder } from './encoder.ts'
import { planForms } from './forms.ts'
import { type KernelKind, openKernel } from './kernel.ts'
import { type Header, openWeights } from './weights.ts'

/** The network, ready to read: `decode` takes sentences of at most `longestSentence` words and gives what it says of each. */
export type Network = {
  readonly header: Header
  readonly kind: KernelKind
  readonly decode: (sentences: readonly (readonly string[])[]) => Decoded[]
}

/** Opens the network over the bytes of its weights; throws when they are of another format. */
export function openNetwork(bytes: Uint8Array, wanted?: KernelKind): Network {
  const weights = openWeights(bytes)
  const arena = newArena()
  const withForms = planForms(arena, weights)
  const withEncoder = planEncoder(arena, weights)
  const withDecoder = planDecoder(arena, weights)
  const { kernel, memory, kind } = openKernel(arena.size() + 4096, wanted)
  const forms = withForms(kernel, memory)
  const encoder = withEncoder(kernel, memory)
  const heads = withDecoder(kernel, memory, encoder)

  function decode(sentences: readonly (readonly string[])[]): Decoded[] {
    const decoded: Decoded[] = []
    for (let from = 0; from < sentences.length; ) {
      const to = batchEnd(sentences, from)
      const batch = sentences.slice(from, to)
      forms.tidy(batchRows)
      decoded.push(...heads(encoder.encode(forms, batch)))
      from = to
    }
    return decoded
  }

  return { header: weights.header, kind, decode }
}

function batchEnd(sentences: readonly (readonly string[])[], from: number): number {
  let rows = 0
  for (let i = from; i < sentences.length; i++) {
    rows += (sentences[i]?.length ?? 0) + 1
    if (rows > batchRows) return Math.max(i, from + 1)
  }
  return sentences.length
}
