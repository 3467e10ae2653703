import { hashText, mix } from './hash.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** What a paragraph's words are to the trained extractor, by index of the word; a row of `slots` has `wordSlots.length` entries. */
export type WordFeatures = {
  readonly count: number
  /** Rows of the embedding tables, one a slot. */
  readonly slots: Uint16Array
  /** Index of the word's head, -1 for a root or where there is no tree. */
  readonly heads: Int32Array
  /** Number of the word's sentence within the paragraph. */
  readonly sentences: Int32Array
  /** Hash of the relation to the head. */
  readonly relations: Int32Array
  /** 0 outside quotation marks, 1 opening mark, 2 inside, 3 closing mark. */
  readonly quotes: Uint8Array
  /** 1 letter word, 2 number, 3 comma, 4 stop, 5 opening mark, 6 closing mark, 7 colon, 8 dash, 9 other. */
  readonly kinds: Uint8Array
  /** 1–15 for small words that begin or join clauses, 0 for others. */
  readonly joiners: Uint8Array
  /** The cue table's row that the word begins as a number, negative inside one, 0 for none. */
  readonly rows: Int32Array
}

/** Sizes of the embedding tables of `WordFeatures.slots`. */
export const wordSlots = [256, 256, 64, 288, 64, 1024, 1024, 1024, 128, 128] as const

const classNumber: Readonly<Record<string, number>> = {
  says: 1,
  believes: 2,
  intends: 3,
  orders: 4,
  shows: 5,
  denies: 6,
  doubts: 7,
}

const kindNumber = { verb: 0, noun: 10, phrase: 20, adjective: 30 } as const

/** Bits for relations that tell a cue: a clause, an open clause, a quotation set beside, subjects, an object, "that". */
const belowBits: Readonly<Record<string, number>> = {
  ccomp: 1,
  xcomp: 2,
  parataxis: 4,
  nsubj: 8,
  'nsubj:pass': 16,
  obj: 32,
  mark: 64,
  acl: 128,
  obl: 256,
  iobj: 512,
}

const joinerNumber: ReadonlyMap<string, number> = new Map(
  'that to and but who which because while as when if after for of in'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)

/** The features of every word of a paragraph. */
export function wordFeatures(paragraph: Paragraph, byRule: readonly Triple[]): WordFeatures {
  const { words, isHeadline } = paragraph
  const count = words.length
  const rules = ruleParts(words, byRule)
  const rows = cueRows(paragraph)
  const heads = new Int32Array(count)
  const relations = new Int32Array(count)
  const parts = new Int32Array(count)
  const tags = new Int32Array(count)
  const quotes = new Uint8Array(count)
  const kinds = new Uint8Array(count)
  const joiners = new Uint8Array(count)
  const below = new Int32Array(count)
  const sentences = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const word = words[i]
    if (word === undefined) break
    const { head = -1, deprel = '', firstTags = word.token } = word.token
    // The extractor was trained beside the network's own tags.
    const { upos = '', xpos = '' } = firstTags
    const above = head < 0 ? -1 : word.first + head
    heads[i] = above
    const relation = relationOf(deprel)
    relations[i] = relation.hash
    parts[i] = hashed(upos)
    tags[i] = hashed(xpos)
    quotes[i] = word.quote
    kinds[i] = kindOf(word)
    joiners[i] = joinerNumber.get(word.lower) ?? 0
    if (above >= 0) below[above] = at(below, above) | relation.bit
    sentences[i] = i > 0 ? at(sentences, i - 1) + (word.first === i ? 1 : 0) : 0
  }
  const ahead = aheadOf(words, kinds)
  const width = wordSlots.length
  const slots = new Uint16Array(count * width)
  for (let i = 0; i < count; i++) {
    const word = words[i]
    if (word === undefined) break
    const head = at(heads, i)
    const part = at(parts, i)
    const headPart = head < 0 ? 0 : at(parts, head)
    const row = at(rows, i)
    const place = Math.min(3, i - word.first) * 2 + (isHeadline ? 1 : 0)
    const to = i * width
    slots[to] = at(tags, i) & 255
    slots[to + 1] = at(relations, i) & 255
    slots[to + 2] = at(quotes, i - 1) * 16 + at(quotes, i) * 4 + at(quotes, i + 1)
    slots[to + 3] = row + 140
    slots[to + 4] = at(rules, i - 1) * 16 + at(rules, i) * 4 + at(rules, i + 1)
    slots[to + 5] = mix(1, at(relations, i), headPart, part) & 1023
    slots[to + 6] =
      mix(2, head < 0 ? 0 : distance(head - i), head < 0 ? 999 : Math.abs(at(rows, head))) & 1023
    slots[to + 7] = at(below, i)
    slots[to + 8] = at(ahead, i)
    slots[to + 9] = at(kinds, i) * 8 + place
  }
  return { count, slots, heads, sentences, relations, quotes, kinds, joiners, rows }
}

/** What a rule takes each word for: 1 cue, 2 source, 3 content, 0 nothing; the cue of one counts before the content of another. */
export function ruleParts(words: readonly Word[], triples: readonly Triple[]): Uint8Array {
  const parts = new Uint8Array(words.length)
  const mark = (range: { start: number; end: number }, part: number): void => {
    for (let i = firstAt(words, range.start); i < words.length && (words[i]?.start ?? 0) < range.end; i++)
      parts[i] = part
  }
  for (const triple of triples) for (const range of triple.content) mark(range, 3)
  for (const triple of triples) if (triple.source !== undefined) mark(triple.source, 2)
  for (const triple of triples) mark(triple.cue, 1)
  return parts
}

function firstAt(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const hashes = new Map<string, number>()

// Only tags are hashed, of which there are few.
function hashed(text: string): number {
  const known = hashes.get(text)
  if (known !== undefined) return known
  const hash = hashText(text)
  hashes.set(text, hash)
  return hash
}

type Relation = { readonly hash: number; readonly bit: number }

const relationsKnown = new Map<string, Relation>()

function relationOf(deprel: string): Relation {
  let known = relationsKnown.get(deprel)
  if (known === undefined) {
    known = { hash: hashText(deprel), bit: belowBits[deprel] ?? 0 }
    relationsKnown.set(deprel, known)
  }
  return known
}

function cueRows({ words, cues }: Paragraph): Int32Array {
  const rows = new Int32Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const found = cues[i]
    if (found === undefined) continue
    const kind = kindNumber[found.row.kind]
    const value = kind + (classNumber[found.row.cueClass] ?? 0) + (found.row.isStrong ? 100 : 0)
    rows[i] = value
    for (let j = 1; j < found.length; j++) rows[i + j] = -value
    i += found.length - 1
  }
  return rows
}

function kindOf({ quote, text }: Word): number {
  if (quote === 1) return 5
  if (quote === 3) return 6
  const first = text.charCodeAt(0)
  if ((first | 32) >= 97 && (first | 32) <= 122) return 1
  if (first >= 48 && first <= 57) return 2
  if (first > 127 && /^\p{L}/u.test(text)) return 1
  if (text === ',') return 3
  if (/^[.?!…]+$/.test(text)) return 4
  if (text === ':') return 7
  return /^[-—–]+$/.test(text) ? 8 : 9
}

// How far off a head is, in 14 steps.
function distance(gap: number): number {
  const far = Math.abs(gap)
  const step = far <= 3 ? far : far <= 5 ? 4 : far <= 9 ? 5 : 6
  return gap < 0 ? 7 - step : 7 + step
}

// For each word the first of "that", "to", an opening mark, a colon, a comma or the end within the next eight words of the sentence.
function aheadOf(words: readonly Word[], kinds: Uint8Array): Uint8Array {
  const ahead = new Uint8Array(words.length)
  let next = words.length
  let code = 0
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i]
    if (word === undefined) break
    if (i + 1 === word.last) {
      next = i + 1
      code = 0
    }
    ahead[i] = next - i <= 8 ? code + Math.min(3, next - i) : 1
    const kind = at(kinds, i)
    const own = kind !== 1 && kind !== 2 && kind !== 9 ? kind * 10 : joinerCode(word.lower)
    if (own === 0) continue
    next = i
    code = own
  }
  return ahead
}

function joinerCode(lower: string): number {
  if (lower === 'that') return 100
  return lower === 'to' ? 110 : 0
}

function at(values: { readonly [i: number]: number | undefined }, i: number): number {
  return values[i] ?? 0
}
