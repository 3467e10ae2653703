import type { Decoded } from '../reader/decoder.ts'
import type { Header } from '../reader/weights.ts'

/** What the network takes the words of a sentence for, each as a letter: "O" no name, "P" person, "G" organisation, "L" place, "M" any other. */
export type FirstKinds = {
  readonly kinds: readonly string[]
  /** By how much the kind leads the next, in whole steps up to 9. */
  readonly leads: Uint8Array
  /** By how much "no name" leads all names. */
  readonly none: Float32Array
}

const letters = ['O', 'P', 'G', 'L', 'M']

/** Reads the scores of the network's name tags as kinds of names. */
export function firstKindsOf(network: Header): (decoded: Decoded) => FirstKinds {
  const width = network.names.length
  const kindOf = network.names.map(kindOfTag)
  const best = new Float32Array(letters.length)
  return ({ nameScores }) => {
    const n = nameScores.length / width
    const kinds: string[] = []
    const leads = new Uint8Array(n)
    const none = new Float32Array(n)
    for (let word = 0; word < n; word++) {
      best.fill(Number.NEGATIVE_INFINITY)
      for (let tag = 0; tag < width; tag++) {
        const kind = kindOf[tag] ?? 0
        best[kind] = Math.max(best[kind] ?? 0, nameScores[word * width + tag] ?? 0)
      }
      const [first, lead] = leader(best)
      kinds.push(letters[first] ?? 'O')
      leads[word] = Math.min(9, Math.floor(lead))
      none[word] = (best[0] ?? 0) - Math.max(...best.subarray(1))
    }
    return { kinds, leads, none }
  }
}

function kindOfTag(tag: string): number {
  const type = tag.slice(2)
  if (tag === 'O') return 0
  if (type === 'PER') return 1
  if (type === 'ORG') return 2
  return type === 'GPE' || type === 'LOC' || type === 'FAC' ? 3 : 4
}

function leader(scores: Float32Array): readonly [number, number] {
  let first = 0
  let second = Number.NEGATIVE_INFINITY
  for (let i = 1; i < scores.length; i++) {
    const score = scores[i] ?? 0
    const most = scores[first] ?? 0
    if (score > most) {
      second = most
      first = i
    } else if (score > second) second = score
  }
  return [first, (scores[first] ?? 0) - second]
}
