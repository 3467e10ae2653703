import type { Range } from '../../model/span.ts'
import { type Word, wordsOf } from '../words/words.ts'
import { gramHashes, sharedPassages } from './passages.ts'

/** Two texts of a collection that share passages. */
export type Reuse = {
  readonly a: string
  readonly b: string
  readonly kind: 'whole' | 'edited' | 'passage'
  readonly spansA: readonly Range[]
  readonly spansB: readonly Range[]
}

/** A run of words in more texts than this is boilerplate, found by frequency and not compared. */
const boilerplate = 12
/** Hashes that two texts must share to be compared: one in two is kept. */
const leastShared = 2
/** Words of the least passage that counts as reused. */
const leastPassage = 12

/** Finds which texts of a collection reuse another's words: winnowed runs of six words, then exact comparison. */
export function findReuse(texts: readonly { readonly id: string; readonly text: string }[]): Reuse[] {
  const words = texts.map(({ text }) => wordsOf(text))
  const pairs = candidatePairs(words)
  return pairs.flatMap(([i, j]) => {
    const a = texts[i]
    const b = texts[j]
    if (a === undefined || b === undefined) return []
    const one = words[i] ?? []
    const other = words[j] ?? []
    const shared = sharedPassages(one, other, 8)
    if (shared.words < leastPassage) return []
    const share = shared.words / Math.max(1, Math.min(one.length, other.length))
    const kind = share >= 0.9 ? 'whole' : share >= 0.5 ? 'edited' : 'passage'
    return [{ a: a.id, b: b.id, kind, spansA: shared.a, spansB: shared.b }]
  })
}

// Boilerplate proposes no pair, but where one rarer run does, it counts as the second.
function candidatePairs(texts: readonly (readonly Word[])[]): (readonly [number, number])[] {
  const kept = texts.map((words) => new Set(gramHashes(words).filter((hash) => hash % 2 === 0)))
  const holders = new Map<number, number[]>()
  for (const [text, hashes] of kept.entries()) {
    for (const hash of hashes) {
      const list = holders.get(hash)
      if (list === undefined) holders.set(hash, [text])
      else if (list.length <= boilerplate) list.push(text)
    }
  }
  const shared = new Map<number, number>()
  for (const list of holders.values()) {
    if (list.length > boilerplate) continue
    for (const [i, first] of list.entries()) {
      for (const second of list.slice(i + 1)) {
        const pair = first * texts.length + second
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    }
  }
  return [...shared]
    .map(([pair, count]) => ({ first: Math.floor(pair / texts.length), second: pair % texts.length, count }))
    .filter(({ first, second, count }) => count >= leastShared || haveTwo(kept[first], kept[second]))
    .map(({ first, second }) => [first, second] as const)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

function haveTwo(one: ReadonlySet<number> | undefined, other: ReadonlySet<number> | undefined): boolean {
  let count = 0
  for (const hash of one ?? []) if (other?.has(hash) === true && ++count >= leastShared) return true
  return false
}
