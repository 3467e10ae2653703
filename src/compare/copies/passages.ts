import type { Range } from '../../model/span.ts'
import { mix32 } from '../words/hash32.ts'
import type { Word } from '../words/words.ts'

/** Shared stretches of two texts, in text order on either side. */
export type Shared = { readonly a: readonly Range[]; readonly b: readonly Range[]; readonly words: number }

const gram = 6
const bridge = 4

/** Passages of at least `least` words that two texts share, small edits bridged. */
export function sharedPassages(a: readonly Word[], b: readonly Word[], least: number): Shared {
  const matches = matchingRuns(a, b)
  const runs = bridged(matches).filter((run) => run.words >= least)
  return {
    a: runs.map((run) => rangeOf(a, run.a, run.a + run.lengthA)),
    b: runs.map((run) => rangeOf(b, run.b, run.b + run.lengthB)),
    words: runs.reduce((sum, run) => sum + run.words, 0),
  }
}

// A text is held against many others of its story.
const hashesOf = new WeakMap<readonly Word[], Uint32Array>()

/** Hashes of all runs of six words. */
export function gramHashes(words: readonly Word[]): Uint32Array {
  const hashes = hashesOf.get(words) ?? hashed(words)
  hashesOf.set(words, hashes)
  return hashes
}

function hashed(words: readonly Word[]): Uint32Array {
  const each = Uint32Array.from(words, (word) => word.formHash)
  const hashes = new Uint32Array(Math.max(0, words.length - gram + 1))
  for (let i = 0; i < hashes.length; i++) {
    let hash = 0
    for (let k = 0; k < gram; k++) hash = Math.imul(hash, 0x9e3779b1) + (each[i + k] ?? 0)
    hashes[i] = mix32(hash)
  }
  return hashes
}

type Run = { a: number; b: number; lengthA: number; lengthB: number; words: number }

function matchingRuns(a: readonly Word[], b: readonly Word[]): Run[] {
  const places = firstPlaces(a)
  const runs: Run[] = []
  const hashes = gramHashes(b)
  for (let i = 0; i < hashes.length; ) {
    const at = places.get(hashes[i] ?? 0)
    if (at === undefined || a[at]?.form !== b[i]?.form) {
      i++
      continue
    }
    let length = 0
    while (a[at + length] !== undefined && a[at + length]?.form === b[i + length]?.form) length++
    if (length >= gram) runs.push({ a: at, b: i, lengthA: length, lengthB: length, words: length })
    i += Math.max(1, length - gram + 1)
    if (length >= gram) i = (runs.at(-1)?.b ?? i) + length
  }
  return runs
}

const placesOf = new WeakMap<readonly Word[], ReadonlyMap<number, number>>()

// Where each run of six words of a text stands first.
function firstPlaces(words: readonly Word[]): ReadonlyMap<number, number> {
  const known = placesOf.get(words)
  if (known !== undefined) return known
  const places = new Map<number, number>()
  gramHashes(words).forEach((hash, i) => {
    if (!places.has(hash)) places.set(hash, i)
  })
  placesOf.set(words, places)
  return places
}

// A swapped word or two inside a copied passage does not end it.
function bridged(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const gapB = last === undefined ? Number.POSITIVE_INFINITY : run.b - (last.b + last.lengthB)
    const gapA = last === undefined ? Number.POSITIVE_INFINITY : run.a - (last.a + last.lengthA)
    if (last !== undefined && gapA >= 0 && gapA <= bridge && gapB <= bridge) {
      last.lengthA = run.a + run.lengthA - last.a
      last.lengthB = run.b + run.lengthB - last.b
      last.words += run.words
    } else joined.push({ ...run })
  }
  return joined
}

function rangeOf(words: readonly Word[], from: number, to: number): Range {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
}
