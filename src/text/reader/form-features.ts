import type { LineIndex } from '../line-index.ts'
import type { Header } from './weights.ts'

/** What the network knows of a form: rows of its tables (-1 where it has none). */
export type FormRows = {
  readonly vector: number
  readonly own: number
  readonly affixes: readonly number[]
  readonly grams: readonly number[]
}

/** The rows of a form's features, as training/FORMAT.md ("Word features") has them. */
export function formRows(form: string, header: Header, vocabulary: LineIndex): FormRows {
  const plain = normal(form)
  const low = plain.toLowerCase()
  const { affixRows, gramRows, both, onlyVector } = header
  const row = rowOf(low, vocabulary)
  const affixes = [
    hash('a', plain.slice(0, 1)) % affixRows,
    hash('b', low.slice(0, 2)) % affixRows,
    hash('c', low.slice(0, 3)) % affixRows,
    hash('d', low.slice(0, 4)) % affixRows,
    hash('e', low.slice(-2)) % affixRows,
    hash('f', low.slice(-3)) % affixRows,
    hash('g', low.slice(-4)) % affixRows,
    hash('h', shape(plain)) % affixRows,
  ]
  const framed = `<${low.slice(0, 30)}>`
  const grams: number[] = []
  for (let size = 3; size <= 5; size++) {
    for (let i = 0; i + size <= framed.length; i++)
      grams.push(hash('n', framed.slice(i, i + size)) % gramRows)
  }
  return {
    vector: row < both + onlyVector ? row : -1,
    own: ownRow(row, both, onlyVector),
    affixes,
    grams,
  }
}

function rowOf(low: string, vocabulary: LineIndex): number {
  const row = vocabulary.find(low)
  return row >= 0 || !/[0-9]/.test(low) ? row : vocabulary.find(low.replace(/[0-9]/g, '0'))
}

/** A form with typographic quotes, dashes and ellipses in ASCII. */
export function normal(form: string): string {
  return /[^\x20-\x5f\x61-\x7e]/.test(form)
    ? form.replace(/[‘’ʼ`´“”„«»‐‑‒–—―…\u00a0]/g, (sign) => plainSign(sign))
    : form
}

const plainSigns: readonly (readonly [string, string])[] = [
  ['‘’ʼ`´', "'"],
  ['“”„«»', '"'],
  ['‐‑‒–', '-'],
  ['—―', '--'],
  ['…', '...'],
]

function plainSign(sign: string): string {
  return plainSigns.find(([signs]) => signs.includes(sign))?.[1] ?? ' '
}

function ownRow(row: number, both: number, onlyVector: number): number {
  if (row < 0) return 0
  if (row < both) return row + 1
  return row >= both + onlyVector ? row - onlyVector + 1 : 0
}

// FNV-1a over UTF-16 units, the tag first.
function hash(tag: string, units: string): number {
  let h = Math.imul(2166136261 ^ tag.charCodeAt(0), 16777619)
  for (let i = 0; i < units.length; i++) h = Math.imul(h ^ units.charCodeAt(i), 16777619)
  return (h ^ (h >>> 15)) >>> 0
}

function shape(form: string): string {
  let out = ''
  for (let i = 0; i < form.length; i++) {
    const kind = unitKind(form.charCodeAt(i))
    if (!out.endsWith(kind + kind)) out += kind
  }
  return out
}

function unitKind(unit: number): string {
  if (unit >= 65 && unit <= 90) return 'X'
  if (unit >= 97 && unit <= 122) return 'x'
  if (unit >= 48 && unit <= 57) return 'd'
  return unit >= 128 ? 'u' : String.fromCharCode(unit)
}
