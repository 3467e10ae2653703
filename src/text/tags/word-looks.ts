import { normal } from '../reader/form-features.ts'

/** How a word looks and how its text writes it elsewhere, each as a short string that features are made of. */
export type WordLook = {
  /** The form in small letters, digits as 0, at most 24 units. */
  readonly low: string
  readonly shape: string
  /** The shape's beginning: "U" all capitals, "C" a capital first, "l" small letters, "o" anything else. */
  readonly letters: string
  /** Does the text have the word in small letters, and with a capital inside other sentences? */
  readonly elsewhere: string
}

/** What stands beyond a sentence's edge. */
export const noWord: WordLook = { low: '$', shape: '$', letters: 'o', elsewhere: '$' }

/** Looks of the words of a text's sentences: `lookAt` for a word, `caseOf` for how much of a sentence is in capitals. */
export type Looks = {
  readonly lookAt: (sentence: number, word: number) => WordLook
  readonly caseOf: (sentence: number) => string
}

/** Counts the spellings of a text's words; looks are made when they are asked for. */
export function looksOf(sentences: readonly (readonly string[])[]): Looks {
  const small = new Map<string, number>()
  const capital = new Map<string, number>()
  for (const forms of sentences) {
    forms.forEach((form, i) => {
      if (!isLetter(form.charCodeAt(0))) return
      const low = form.toLowerCase()
      if (form === low) count(small, low)
      else if (i > 0) count(capital, low)
    })
  }

  const known = sentences.map((): WordLook[] => [])
  const cases: string[] = []

  // Each word is asked for by its neighbours, too.
  function lookAt(sentence: number, word: number): WordLook {
    const form = sentences[sentence]?.[word]
    if (form === undefined) return noWord
    const seen = known[sentence]?.[word]
    if (seen !== undefined) return seen
    const look = newLook(form, word)
    const row = known[sentence]
    if (row !== undefined) row[word] = look
    return look
  }

  function newLook(form: string, word: number): WordLook {
    const low = form.toLowerCase()
    const own = form !== low && word > 0 ? 1 : 0
    const others = Math.min(2, (capital.get(low) ?? 0) - own)
    const shape = shapeOf(form)
    return {
      low: normal(low).replace(/[0-9]/g, '0').slice(0, 24),
      shape,
      letters: lettersOf(form, shape),
      elsewhere: `${form === low ? 'l' : 'C'}${small.has(low) ? 'L' : '-'}${others}`,
    }
  }

  function caseOf(sentence: number): string {
    cases[sentence] ??= sentenceCase(sentences[sentence] ?? [])
    return cases[sentence]
  }

  return { lookAt, caseOf }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** "U" for a sentence in capitals, "T" and "t" for one with most or many words in them, "-" for any other. */
function sentenceCase(forms: readonly string[]): string {
  let words = 0
  let capitals = 0
  let whole = 0
  for (const form of forms) {
    if (!isLetter(form.charCodeAt(0))) continue
    words++
    const low = form.toLowerCase()
    if (form.charAt(0) === low.charAt(0)) continue
    capitals++
    if (form.length > 1 && form === form.toUpperCase()) whole++
  }
  if (whole > words * 0.6) return 'U'
  if (capitals > words * 0.7) return 'T'
  return capitals > words * 0.4 ? 't' : '-'
}

function shapeOf(form: string): string {
  let shape = ''
  for (let i = 0; i < form.length && shape.length < 8; i++) {
    const kind = unitKind(form, i)
    if (!shape.endsWith(kind + kind)) shape += kind
  }
  return shape
}

function unitKind(form: string, i: number): string {
  const unit = form.charCodeAt(i)
  if (unit >= 97 && unit <= 122) return 'x'
  if (unit >= 65 && unit <= 90) return 'X'
  if (unit >= 48 && unit <= 57) return '0'
  const sign = form.charAt(i)
  if (unit < 128) return sign
  if (/\p{Lu}/u.test(sign)) return 'X'
  if (/\p{L}/u.test(sign)) return 'x'
  return /\p{N}/u.test(sign) ? '0' : normal(sign)
}

function lettersOf(form: string, shape: string): string {
  if (shape.startsWith('XX') || (shape === 'X' && form.length === 1)) return 'U'
  if (shape.startsWith('X')) return 'C'
  return shape.startsWith('x') ? 'l' : 'o'
}

function isLetter(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
  return /\p{L}/u.test(String.fromCharCode(unit))
}
