import type { Range } from '../model/span.ts'
import type { Feature } from './linear-model.ts'
import { table } from './table.ts'

/** What the splitter knows of the tokens before a place: where the sentence began, and what is still open. */
export type SentenceState = { start: number; quoteOpen: boolean; brackets: number }

/** Features of the place after token `i`: does a sentence end there? */
export function sentenceFeatures(
  text: string,
  tokens: readonly Range[],
  i: number,
  state: SentenceState,
): Feature[] {
  const here = formAt(text, tokens, i)
  const last = formAt(text, tokens, i - 1)
  const next = formAt(text, tokens, i + 1)
  const later = formAt(text, tokens, i + 2)
  const hereLow = here.toLowerCase()
  const lastLow = last.toLowerCase()
  const nextLow = next.toLowerCase()
  const hereShape = shapeOf(here)
  const nextShape = shapeOf(next)
  const gap = gapAfter(text, tokens, i)
  const open = `${state.quoteOpen ? 'q' : '-'}${state.brackets > 0 ? 'p' : '-'}`
  const length = lengthClass(i - state.start + 1)
  const abbreviation = isAbbreviation(hereLow) ? 'abb' : '-'
  const joined = `${hereShape} ${gap} ${nextShape}`
  const lastShape = shapeOf(last)
  const laterShape = shapeOf(later)
  const laterLow = later.toLowerCase() || '$'
  const hereSign = signOr(here, hereShape)
  const nextSign = signOr(next, nextShape)
  const lastSign = signOr(last, lastShape)
  const laterSign = signOr(later, laterShape)
  return [
    ['b'],
    ['h ', hereLow],
    ['n ', nextLow || '$'],
    ['hs ', joined],
    ['hn ', hereSign, ' ', nextLow],
    ['hl ', hereLow, ' ', nextShape],
    ['lh ', lastLow, ' ', hereSign, ' ', nextShape],
    ['ls ', lastShape, ' ', joined],
    ['sl ', joined, ' ', laterShape],
    ['n2 ', nextLow, ' ', laterLow],
    ['ns ', nextSign, ' ', laterSign],
    ['h2 ', lastLow, ' ', hereLow],
    ['o ', open, ' ', hereSign, ' ', nextSign],
    ['og ', open, ' ', gap, ' ', hereSign, ' ', lastSign, ' ', nextShape],
    ['l ', length, ' ', hereSign, ' ', nextShape],
    ['a ', abbreviation, ' ', nextShape],
    ['an ', abbreviation, ' ', nextLow],
    ['s5 ', shapeOf(formAt(text, tokens, i - 2)), ' ', lastShape, ' ', joined, ' ', laterShape],
    ['w3 ', hereSign, ' ', nextLow, ' ', laterLow],
    ['n3 ', hereSign, ' ', nextLow, ' ', laterShape, ' ', shapeOf(formAt(text, tokens, i + 3))],
    ['ll ', length, ' ', lastLow, ' ', joined],
    ['c ', capitalsSince(text, tokens, i, state), ' ', joined, ' ', laterShape],
    ['f ', firstShape(text, tokens, state), ' ', hereSign, ' ', nextSign],
  ]
}

/** True for a form with a stop that need not end a sentence ("Mr.", "U.S.", "J."). */
export function isAbbreviation(low: string): boolean {
  abbreviations ??= new Set(table('abbreviations').map((row) => row.form ?? ''))
  return abbreviations.has(low) || /^(?:\p{L}\.)+$/u.test(low)
}

let abbreviations: ReadonlySet<string> | undefined

function formAt(text: string, tokens: readonly Range[], i: number): string {
  const token = tokens[i]
  if (token === undefined) return ''
  return text.slice(token.start, Math.min(token.end, token.start + 16))
}

function gapAfter(text: string, tokens: readonly Range[], i: number): string {
  const from = tokens[i]?.end ?? text.length
  const to = tokens[i + 1]?.start ?? text.length
  if (from === to) return '0'
  if (text.slice(from, Math.min(to, from + 8)).includes('\n')) return 'n'
  return to - from === 1 ? '1' : '2'
}

// Signs stand for themselves: "." and "?" differ where words of one shape do not.
function signOr(form: string, shape: string): string {
  return /[\p{L}\p{N}]/u.test(form) ? shape : shape === '' ? '$' : shape
}

function shapeOf(form: string): string {
  if (form === '') return '$'
  const first = form.charAt(0)
  const dot = form.length > 1 && form.endsWith('.') ? '.' : ''
  if (/\p{Lu}/u.test(first)) {
    if (form.length <= 2) return `X${dot}`
    return form === form.toUpperCase() ? `XX${dot}` : `Xx${dot}`
  }
  if (/\p{L}/u.test(first)) return `x${dot}`
  if (/\p{N}/u.test(first)) return `0${dot}`
  return signShape(form)
}

function signShape(form: string): string {
  const plain = form
    .replace(/[“”«»„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace('…', '...')
    .replace(/[–—]/g, '--')
  if (plain.length <= 3) return plain
  return /[\p{L}\p{N}]/u.test(plain) ? '@' : `${plain.slice(0, 3)}+`
}

function firstShape(text: string, tokens: readonly Range[], state: SentenceState): string {
  return shapeOf(formAt(text, tokens, state.start))
}

/** How many words of the sentence so far have a capital: "T" for nearly all, as in a heading, "t" for many, "-" for few. */
function capitalsSince(text: string, tokens: readonly Range[], i: number, state: SentenceState): string {
  let words = 0
  let capitals = 0
  for (let at = Math.max(state.start, i - longestHeading); at <= i; at++) {
    const unit = text.charCodeAt(tokens[at]?.start ?? 0)
    const isCapital = unit >= 65 && unit <= 90
    if (!isCapital && !(unit >= 97 && unit <= 122)) continue
    words++
    if (isCapital) capitals++
  }
  if (words === 0) return '0'
  if (capitals >= words * 0.75) return words > 2 ? 'T' : '2'
  return capitals >= words * 0.4 ? 't' : '-'
}

const longestHeading = 12

function lengthClass(length: number): string {
  if (length <= 4) return `${length}`
  if (length <= 8) return '8'
  if (length <= 20) return '20'
  return length <= 50 ? '50' : 'long'
}
