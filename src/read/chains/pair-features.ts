import type { Look } from './look.ts'

/** Number of weights of the ranker; features are hashed into them. */
export const rankerSize = 1 << 17

/** What is known of the chain that an antecedent is in, and of the text so far. */
export type ChainState = {
  /** One bit for each class of pronoun in the chain. */
  readonly pronouns: number
  readonly size: number
  /** Hash of the first typed name's type. */
  readonly type: number
  /** The names in it, for telling them from others. */
  readonly names: readonly Look[]
}

/** The state of a chain that has nothing in it. */
export const emptyChain: ChainState = { pronouns: 0, size: 0, type: 0, names: [] }

/** False for two names that cannot name the same: no word in common, or one family and two given names. */
export function mayShareName(a: Look, b: Look): boolean {
  if (a.core === b.core || isAcronym(a, b) || isAcronym(b, a)) return true
  const shared = sharedWords(a, b)
  if (shared === 0) return false
  return !a.isPerson || !b.isPerson || shared === Math.min(a.words.length, b.words.length)
}

/** Writes the features of starting a chain of its own into `out`; gives their number. `seen` tells whether the head word came before. */
export function aloneFeatures(out: Int32Array, look: Look, seen: number): number {
  let n = 0
  for (const value of look.alone) out[n++] = value & (rankerSize - 1)
  out[n++] = mixed(look.form, 101)
  out[n++] = mixed(look.form ^ Math.imul(seen + 1, 0x85ebca6b), 103)
  out[n++] = mixed(look.kind * 7 + seen, 107)
  return n
}

/** Writes the features of `look` taking up `before`; gives their number. `distance` counts candidates between them. */
export function pairFeatures(
  out: Int32Array,
  look: Look,
  before: Look,
  chain: ChainState,
  distance: number,
): number {
  let n = 0
  const forms = Math.imul(look.form, 31) ^ Math.imul(before.form, 0x27d4eb2f)
  const kinds = look.kind * 8 + before.kind
  const sentences = Math.min(6, look.sentence - before.sentence)
  const near = nearness(distance)
  const match = matchOf(look, before)
  const nested = before.end >= look.end && before.start <= look.start ? 1 : 0
  const quotes = quoteRelation(look, before)
  const number = look.plural * 3 + before.plural
  const add = (value: number, salt: number) => {
    out[n++] = mixed(value, salt)
  }
  add(forms, 1)
  add(forms ^ sentences, 2)
  add(forms ^ (near << 4), 3)
  add(forms ^ (match << 4), 4)
  add(forms ^ (match << 4) ^ (sentences << 10), 5)
  add(kinds ^ (match << 8), 6)
  add(kinds ^ (nested << 8) ^ (number << 10), 7)
  add(forms ^ (nested << 5), 8)
  add(forms ^ (number << 5), 9)
  add(forms ^ (quotes << 5), 10)
  add(forms ^ (quotes << 5) ^ (sentences << 9) ^ (before.speaks << 13), 11)
  add(look.form ^ Math.imul(before.head, 5), 12)
  add(before.form ^ Math.imul(look.head, 7), 13)
  add(Math.imul(look.head, 3) ^ before.head, 14)
  add(look.form ^ Math.imul(before.type, 9), 15)
  add(look.form ^ Math.imul(before.type, 9) ^ sentences ^ before.deprel, 16)
  add(Math.imul(look.type, 3) ^ before.type ^ (match << 3), 17)
  add(forms ^ Math.imul(look.deprel, 3) ^ before.deprel, 18)
  add(look.form ^ before.deprel ^ (sentences << 3), 19)
  add(look.form ^ Math.imul(look.governor, 3) ^ before.head, 20)
  add(kinds ^ (look.governor === before.governor ? 64 : 0) ^ (look.deprel === before.deprel ? 128 : 0), 21)
  add(look.form ^ (chain.pronouns << 8), 22)
  add(look.form ^ (Math.min(4, chain.size) << 8) ^ (before.kind << 12), 23)
  add(look.form ^ Math.imul(chain.type, 11), 24)
  add(look.head ^ Math.imul(chain.type, 13), 25)
  add(look.form ^ Math.imul(chain.type, 11) ^ (chain.pronouns << 8), 26)
  add(before.form ^ look.form ^ (near << 4) ^ (before.speaks << 9) ^ (quotes << 11), 27)
  return n
}

function mixed(value: number, salt: number): number {
  let h = Math.imul(value ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) & (rankerSize - 1)
}

function nearness(distance: number): number {
  if (distance <= 4) return distance
  if (distance <= 8) return 5
  return distance <= 20 ? 6 : 7
}

function quoteRelation(look: Look, before: Look): number {
  if (look.quotation === before.quotation) return look.quotation === 0 ? 0 : 1
  if (look.quotation === 0) return 2
  return before.quotation === 0 ? 3 : 4
}

/** How much of the words is the same: 0 nothing … 7 all of it. */
function matchOf(look: Look, before: Look): number {
  if (look.kind === 1 || before.kind === 1) return look.pronoun === before.pronoun ? 9 : 8
  if (look.core === before.core) return 7
  const sameHead = look.headWord === before.headWord
  const shared = sharedWords(look, before)
  if (sameHead && shared === look.words.length) return 6
  if (sameHead && shared === before.words.length) return 5
  if (sameHead) return shared > 1 ? 4 : 3
  if (isAcronym(look, before) || isAcronym(before, look)) return 2
  if (look.kind === 2 && before.kind === 2 && shared > 0) return 1
  return shared > 0 ? 10 : 0
}

function isAcronym({ letters }: Look, { initials }: Look): boolean {
  return letters !== undefined && letters === initials
}

function sharedWords(a: Look, b: Look): number {
  let shared = 0
  for (const word of a.words) if (b.words.includes(word)) shared++
  return shared
}
