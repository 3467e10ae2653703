import { table } from '../../text/table.ts'

/**
 * How alike two words are as spellings of one name: `same` letters, the ways of writing one sound that transliterations
 * differ in (`sure`), such ways as only count where the rest of a full name agrees (`full`), one letter's `slip`, or none.
 */
export type Alike = 'same' | 'sure' | 'full' | 'slip'

/** Compares two words of names; what is shorter than four letters must be the same. */
export function soundsAlike(a: string, b: string): Alike | undefined {
  const one = lettersOf(a)
  const other = lettersOf(b)
  if (one === other) return 'same'
  if (one.length < 4 || other.length < 4 || Math.abs(one.length - other.length) > 4) return undefined
  const key = one < other ? `${one} ${other}` : `${other} ${one}`
  const known = judged.get(key)
  if (known !== undefined) return known === 'none' ? undefined : known
  const cost = distance(one, other)
  const found = cost === 0 ? 'sure' : cost < slip ? 'full' : isSlip(cost, one, other) ? 'slip' : undefined
  if (judged.size > mostJudged) judged.clear()
  judged.set(key, found ?? 'none')
  return found
}

/** The letters of a word in lower case without marks, apostrophes and doubled consonants: "ğ" is "g", "ł" is "l". */
export function lettersOf(word: string): string {
  const known = spelled.get(word)
  if (known !== undefined) return known
  const letters = word
    .toLowerCase()
    .replace(/[ıøłđßæœþð]/gu, (letter) => plain[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/([^aeiouy])\1+/gu, '$1')
  if (spelled.size > mostJudged) spelled.clear()
  spelled.set(word, letters)
  return letters
}

// The names of a story are compared each with each.
const spelled = new Map<string, string>()

const plain: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}

const judged = new Map<string, Alike | 'none'>()
const mostJudged = 200_000
const slip = 1
const onlyFull = 0.01

// One letter of a long word and no sound beside it, never the first, or one left out: "Ferrand" for "Ferran"; "Ivanova" is a woman's.
function isSlip(cost: number, a: string, b: string): boolean {
  if (cost > slip || a[0] !== b[0] || `${a}a` === b || `${b}a` === a) return false
  const least = Math.min(a.length, b.length)
  return a.length === b.length ? least >= 7 : least >= 5
}

type Sound = { readonly from: string; readonly to: string; readonly where: string; readonly cost: number }

let sounds: ReadonlyMap<string, readonly Sound[]> | undefined

// By first letter, each in both directions.
function soundTable(): ReadonlyMap<string, readonly Sound[]> {
  const rows = new Map<string, Sound[]>()
  for (const { sound = '', like = '', where = '', when } of table('compare-sounds')) {
    const cost = when === 'full' ? onlyFull : 0
    for (const [from, to] of [
      [sound, like],
      [like, sound],
    ] as const) {
      rows.set(from[0] ?? '', [...(rows.get(from[0] ?? '') ?? []), { from, to, where, cost }])
    }
  }
  return rows
}

// The least cost of turning one word into the other, letter by letter or sound by sound.
function distance(a: string, b: string): number {
  sounds ??= soundTable()
  const width = b.length + 1
  const best = new Float64Array((a.length + 1) * width).fill(9)
  best[0] = 0
  const reach = (i: number, j: number, cost: number) => {
    const at = i * width + j
    if (cost < (best[at] ?? 9)) best[at] = cost
  }
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const here = best[i * width + j] ?? 9
      if (here >= 2 * slip) continue
      if (i < a.length && j < b.length) reach(i + 1, j + 1, here + (a[i] === b[j] ? 0 : slip))
      if (i < a.length) reach(i + 1, j, here + (isSilent(a, i) ? 0 : slip))
      if (j < b.length) reach(i, j + 1, here + (isSilent(b, j) ? 0 : slip))
      for (const { from, to, where, cost } of sounds.get(a[i] ?? '') ?? []) {
        if (!a.startsWith(from, i) || !b.startsWith(to, j)) continue
        if (where === 'start' && (i > 0 || j > 0)) continue
        if (where === 'end' && (i + from.length < a.length || j + to.length < b.length)) continue
        reach(i + from.length, j + to.length, here + cost)
      }
    }
  }
  return best[a.length * width + b.length] ?? 9
}

// "Temirghan", "Haniyah", "Medvedyev": an h before no vowel, a y or i before one that follows another letter.
function isSilent(word: string, at: number): boolean {
  const after = word[at + 1] ?? ''
  if (at === 0) return false
  if (word[at] === 'h') return !/[aeiou]/.test(after) || /[kgwtrdb]/.test(word[at - 1] ?? '')
  return word[at] === 'y' && /[aeiou]/.test(after)
}
