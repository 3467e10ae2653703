import { cueAt } from './cue-table.ts'
import { hashText } from './hash.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** What the features of a word are made of, as numbers, so that combining them is cheap. */
export type Clue = {
  readonly form: number
  readonly lemma: number
  readonly tag: number
  readonly part: number
  readonly relation: number
  /** Index in the paragraph of the word's head, -1 for a root or where there is no tree. */
  readonly head: number
  readonly quote: number
  /** Class of the cue table's row that the word begins (1–7 verb, 11–17 noun, 21–27 phrase, 31–37 adjective; 100 more where it is strong), negative inside one, 0 for none. */
  readonly cue: number
  readonly suffix: number
  readonly shape: number
  /** Buckets of how far the reader's scores lean to source, cue and content, and its first choices together. */
  readonly source: number
  readonly cueScore: number
  readonly content: number
  readonly choice: number
  /** Relations of the words below, as bits of `belowBits`. */
  readonly below: number
  /** Lemma of the subject below, 0 for none. */
  readonly subject: number
  /** 1 letter word, 2 number, 3 comma, 4 stop, 5 opening mark, 6 closing mark, 7 colon, 8 dash, 9 other. */
  readonly kind: number
  /** What rules take the word for: 1 cue, 2 source, 3 content, 0 nothing. */
  readonly rule: number
}

/** The clue of a place where there is no word. */
export const noClue: Clue = {
  form: 0,
  lemma: 0,
  tag: 0,
  part: 0,
  relation: 0,
  head: -1,
  quote: 0,
  cue: 0,
  suffix: 0,
  shape: 0,
  source: 98,
  cueScore: 98,
  content: 98,
  choice: 98,
  below: 0,
  subject: 0,
  kind: 0,
  rule: 0,
}

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

/** The clues of every word of a paragraph. */
export function cluesOf({ words }: Paragraph, byRule: readonly Triple[]): Clue[] {
  const rules = ruleParts(words, byRule)
  const rows = cueRows(words)
  const below = new Int32Array(words.length)
  const subject = new Int32Array(words.length)
  for (const word of words) {
    const head = headOf(word)
    if (head < 0) continue
    below[head] = (below[head] ?? 0) | (belowBits[word.token.deprel ?? ''] ?? 0)
    if (/^nsubj/.test(word.token.deprel ?? '')) subject[head] = hashed(word.token.lemma)
  }
  return words.map((word, i) => {
    const { token } = word
    const roles = token.roles ?? []
    return {
      form: hashed(word.lower),
      lemma: hashed(token.lemma.toLowerCase()),
      tag: hashed(token.xpos ?? ''),
      part: hashed(token.upos ?? ''),
      relation: hashed(token.deprel ?? ''),
      head: headOf(word),
      quote: word.quote,
      cue: rows[i] ?? 0,
      suffix: hashed(word.lower.slice(-3)),
      shape: shapeOf(word.text),
      source: leanOf(roles, 0),
      cueScore: leanOf(roles, 3),
      content: leanOf(roles, 6),
      choice: choiceOf(roles),
      below: below[i] ?? 0,
      subject: subject[i] ?? 0,
      kind: kindOf(word),
      rule: rules[i] ?? 0,
    }
  })
}

const hashes = new Map<string, number>()
const mostHashes = 100_000

function hashed(text: string): number {
  const known = hashes.get(text)
  if (known !== undefined) return known
  if (hashes.size >= mostHashes) hashes.clear()
  const hash = hashText(text.replace(/\d/g, '0'))
  hashes.set(text, hash)
  return hash
}

function headOf(word: Word): number {
  const { head } = word.token
  return head === undefined || head < 0 ? -1 : word.first + head
}

function cueRows(words: readonly Word[]): Int32Array {
  const lowers = words.map((word) => word.lower)
  const rows = new Int32Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const found = cueAt(lowers, i)
    if (found === undefined) continue
    const kind = kindNumber[found.row.kind]
    const value = kind + (classNumber[found.row.cueClass] ?? 0) + (found.row.isStrong ? 100 : 0)
    rows[i] = value
    for (let j = 1; j < found.length; j++) rows[i + j] = -value
    i += found.length - 1
  }
  return rows
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

// The better of B and I against O, in steps of one, between -6 and 6; 99 where the reader gives no scores.
function leanOf(roles: readonly number[], from: number): number {
  const outside = roles[from]
  if (outside === undefined) return 99
  const lean = Math.max(roles[from + 1] ?? 0, roles[from + 2] ?? 0) - outside
  return Math.max(-6, Math.min(6, Math.round(lean)))
}

function choiceOf(roles: readonly number[]): number {
  let choice = 0
  for (let from = 0; from < 9 && roles.length >= 9; from += 3) {
    let best = 0
    for (let y = 1; y < 3; y++) if ((roles[from + y] ?? 0) > (roles[from + best] ?? 0)) best = y
    choice = choice * 3 + best
  }
  return choice
}

function shapeOf(text: string): number {
  if (/^\p{Lu}+$/u.test(text)) return text.length === 1 ? 1 : 2
  if (/^\p{Lu}/u.test(text)) return 3
  if (/^\p{Ll}/u.test(text)) return 4
  return /\d/.test(text) ? 5 : 6
}

function kindOf(word: Word): number {
  if (word.quote === 1) return 5
  if (word.quote === 3) return 6
  if (/^\p{L}/u.test(word.text)) return 1
  if (/^\d/.test(word.text)) return 2
  if (word.text === ',') return 3
  if (/^[.?!…]+$/.test(word.text)) return 4
  if (word.text === ':') return 7
  return /^[-—–]+$/.test(word.text) ? 8 : 9
}
