import { hashed, hashOf, hashPlaces, placeOf } from './hashes.ts'

const mostWords = 60
const shortWords = 12

/** Which places the list that is being made has: those marked with its number. */
const marks = new Uint32Array(hashPlaces)
let list = 0

/**
 * Places of the words of a block, each once: every word with whether the block is short, its first one and two words, its last,
 * a short block as a whole, and its size. Numbers are all alike.
 */
export function wordPlaces(text: string): readonly number[] {
  const count = hashWords(text)
  if (count === 0) return []
  list += 1
  const found: number[] = []
  const isShort = count <= shortWords
  const first = words[0] ?? 0
  for (let i = 0; i < count; i++) add(found, hashed(words[i] ?? 0, isShort ? 1 : 2))
  add(found, hashed(first, 3))
  add(found, hashed(hashed(first, count > 1 ? (words[1] ?? 0) : 0), 4))
  add(found, hashed(words[count - 1] ?? 0, 5))
  if (isShort) {
    let whole = hashOf(6)
    for (let i = 0; i < count; i++) whole = hashed(whole, words[i] ?? 0)
    add(found, whole)
  }
  add(found, hashed(hashOf(7), Math.round(Math.log2(1 + count))))
  return found
}

function add(found: number[], hash: number): void {
  const place = placeOf(hash)
  if (marks[place] === list) return
  marks[place] = list
  found.push(place)
}

const words = new Uint32Array(mostWords + 2)

/** Hashes the first words of a text, and its marks, into {@link words}; gives their number. */
function hashWords(text: string): number {
  // Of one letter, its small form may be several units: where any may be, the whole text is made small first.
  const isPlain = !beyondPlain.test(text)
  const lower = isPlain ? text : text.toLowerCase()
  let count = 0
  let hash = hashOf(0)
  let units = 0
  let isNumber = true
  for (let i = 0; i <= lower.length && count < mostWords; i++) {
    let unit = i < lower.length ? lower.charCodeAt(i) : 32
    if (unit >= 65 && unit <= 90) unit += 32
    if (isWordUnit(unit)) {
      hash = hashed(hash, unit)
      units += 1
      isNumber &&= unit >= 48 && unit <= 57
      continue
    }
    if (units > 0) words[count++] = isNumber ? anyNumber : hash
    if (isMark(unit)) words[count++] = hashed(hashOf(0), unit)
    hash = hashOf(0)
    units = 0
    isNumber = true
  }
  return count
}

// Dashes, quotation marks and dots are plain too.
const beyondPlain = /[^\0-\x7f\u2010-\u2027]/

const anyNumber = hashed(hashOf(0), 48)

// . ! ? : | » …
function isMark(unit: number): boolean {
  return (
    unit === 46 ||
    unit === 33 ||
    unit === 63 ||
    unit === 58 ||
    unit === 124 ||
    unit === 0xbb ||
    unit === 0x2026
  )
}

function isWordUnit(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
  if (unit < 0xc0) return unit === 0xb5 || unit === 0xaa || unit === 0xba
  return (
    !(unit >= 0x2000 && unit <= 0x2bff) &&
    !(unit >= 0x3000 && unit <= 0x303f) &&
    !(unit >= 0xff00 && unit <= 0xff0f)
  )
}
