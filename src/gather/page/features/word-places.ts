import { hashed, hashOf, placeOf } from './hashes.ts'

const mostWords = 60
const shortWords = 12

/**
 * Places of the words of a block, each once: every word with whether the block is short, its first one and two words, its last,
 * a short block as a whole, and its size. Numbers are all alike.
 */
export function wordPlaces(text: string): readonly number[] {
  const words = wordHashes(text)
  const [first, second] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return []
  const isShort = words.length <= shortWords
  const found = new Set<number>()
  for (const word of words) found.add(placeOf(hashed(word, isShort ? 1 : 2)))
  found.add(placeOf(hashed(first, 3)))
  found.add(placeOf(hashed(hashed(first, second ?? 0), 4)))
  found.add(placeOf(hashed(last, 5)))
  if (isShort) found.add(placeOf(words.reduce(hashed, hashOf(6))))
  found.add(placeOf(hashed(hashOf(7), Math.round(Math.log2(1 + words.length)))))
  return [...found]
}

function wordHashes(text: string): readonly number[] {
  const lower = text.toLowerCase()
  const words: number[] = []
  let hash = hashOf(0)
  let units = 0
  let isNumber = true
  for (let i = 0; i <= lower.length && words.length < mostWords; i++) {
    const unit = i < lower.length ? lower.charCodeAt(i) : 32
    if (isWordUnit(unit)) {
      hash = hashed(hash, unit)
      units += 1
      isNumber &&= unit >= 48 && unit <= 57
      continue
    }
    if (units > 0) words.push(isNumber ? anyNumber : hash)
    if (marks.has(unit)) words.push(hashed(hashOf(0), unit))
    hash = hashOf(0)
    units = 0
    isNumber = true
  }
  return words
}

const anyNumber = hashed(hashOf(0), 48)

// . ! ? : | » …
const marks: ReadonlySet<number> = new Set([46, 33, 63, 58, 124, 0xbb, 0x2026])

function isWordUnit(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
  if (unit < 0xc0) return unit === 0xb5 || unit === 0xaa || unit === 0xba
  return (
    !(unit >= 0x2000 && unit <= 0x2bff) &&
    !(unit >= 0x3000 && unit <= 0x303f) &&
    !(unit >= 0xff00 && unit <= 0xff0f)
  )
}
