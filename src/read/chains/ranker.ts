import type { Look } from './look.ts'
import { aloneFeatures, type ChainState, emptyChain, mayShareName, pairFeatures } from './pair-features.ts'

/** Weights by hashed feature. */
export type RankerWeights = Int16Array | Float64Array

/** What may be asked of a running resolution: `choose` decides for the next candidate and gives its antecedent, -1 for none. */
export type Resolution = {
  /** Antecedents worth asking for candidate `i`, nearest first. */
  readonly options: (i: number) => readonly number[]
  /** Scores of starting anew (at 0) and of each option; the features of each lie in `features`. */
  readonly scores: (i: number, options: readonly number[]) => number[]
  readonly features: (i: number, option: number) => Int32Array
  /** The antecedent that needs no ranking: the same name before, a fuller name that ends with it, what it is the acronym of; -1 for none. */
  readonly sure: (i: number) => number
  /** Puts candidate `i` in the chain of `antecedent`, or in one of its own (-1). */
  readonly join: (i: number, antecedent: number) => void
  readonly chainOf: (i: number) => number
}

const nearest = 28
const farthest = 3
const mostNames = 6

/** Resolves the candidates of one text from left to right. */
export function resolution(looks: readonly Look[], weights: RankerWeights): Resolution {
  const chain = new Int32Array(looks.length).fill(-1)
  const states: ChainState[] = []
  const byHead = new Map<string, number[]>()
  const room = new Int32Array(64)

  function options(i: number): number[] {
    const look = looks[i]
    if (look === undefined) return []
    const reach =
      look.kind === 1 && look.pronoun !== 'i' && look.pronoun !== 'we' && look.pronoun !== 'you' ? 4 : 8
    const found: number[] = []
    for (let j = i - 1; j >= 0 && found.length < nearest; j--) {
      const before = looks[j]
      if (before === undefined || look.sentence - before.sentence > reach) break
      if (isPossible(look, j)) found.push(j)
    }
    if (look.kind === 1) return found
    const last = found.at(-1) ?? i
    const far = new Set<number>()
    for (const word of [look.headWord, ...look.words, look.core]) {
      for (const j of byHead.get(word)?.slice(-farthest) ?? [])
        if (j < last && isPossible(look, j)) far.add(j)
    }
    return [...found, ...[...far].sort((a, b) => b - a)]
  }

  function isPossible(look: Look, antecedent: number): boolean {
    if (!look.isNamed) return true
    const names = states[chain[antecedent] ?? 0]?.names ?? []
    return names.every((name) => mayShareName(look, name))
  }

  function sure(i: number): number {
    const look = looks[i]
    if (look === undefined || look.kind !== 2) return -1
    for (const word of [look.core, look.words.at(-1) ?? '']) {
      const known = byHead.get(word)?.findLast((j) => isSureName(look, looks[j]) && isPossible(look, j))
      if (known !== undefined) return known
    }
    return -1
  }

  function count(i: number, option: number): number {
    const look = looks[i]
    const before = looks[option]
    if (look === undefined) return 0
    if (before === undefined) return aloneFeatures(room, look, byHead.has(look.headWord) ? 1 : 0)
    const state = states[chain[option] ?? 0] ?? emptyChain
    return pairFeatures(room, look, before, state, i - option)
  }

  function scoreOf(i: number, option: number): number {
    const n = count(i, option)
    let sum = 0
    for (let k = 0; k < n; k++) sum += weights[room[k] ?? 0] ?? 0
    return sum
  }

  function join(i: number, antecedent: number): void {
    const look = looks[i]
    if (look === undefined) return
    const at = antecedent < 0 ? states.length : (chain[antecedent] ?? 0)
    chain[i] = at
    const before = states[at] ?? emptyChain
    states[at] = {
      pronouns: before.pronouns | pronounBit(look.pronoun),
      size: before.size + 1,
      type: before.type === 0 ? look.type : before.type,
      names: look.isNamed && before.names.length < mostNames ? [...before.names, look] : before.names,
    }
    if (look.kind === 1) return
    for (const word of new Set([look.headWord, ...look.words, look.core])) {
      const known = byHead.get(word)
      if (known === undefined) byHead.set(word, [i])
      else known.push(i)
    }
  }

  return {
    options,
    sure,
    scores: (i, found) => [scoreOf(i, -1), ...found.map((option) => scoreOf(i, option))],
    features: (i, option) => room.slice(0, count(i, option)),
    join,
    chainOf: (i) => chain[i] ?? -1,
  }
}

// "Doyle" after "Mayor Ann Doyle"; "the council" is left to the ranker.
function isSureName(look: Look, before: Look | undefined): boolean {
  if (before === undefined || before.kind !== 2) return false
  if (before.core === look.core) return true
  return before.isPerson && look.words.length === 1 && before.words.at(-1) === look.words[0]
}

const order = ['i', 'we', 'you', 'he', 'she', 'it', 'they', 'one']

function pronounBit(pronoun: string): number {
  const at = order.indexOf(pronoun)
  return at < 0 ? 0 : 1 << at
}
