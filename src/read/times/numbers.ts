import type { Words } from './scan.ts'

/** A number in words or figures: "two and a half", "twenty-five", "2 1/2", "a few" (value "X"). `end` is the index of the first word after it. */
export type Numeral = { readonly end: number; readonly value: number | 'X' }

/** The number that begins at a word, if one does. */
export function readNumber(words: Words, at: number): Numeral | undefined {
  const start = has(words, at, '=a') || has(words, at, '=an') ? afterArticle(words, at) : amount(words, at)
  return start === undefined ? undefined : withFraction(words, start)
}

function afterArticle(words: Words, at: number): Numeral | undefined {
  const next = at + 1
  const word = words.entries[next]?.values
  if (word === undefined) return undefined
  if (word.has('=couple')) return { end: has(words, next + 1, '=of') ? next + 2 : next + 1, value: 2 }
  if (word.has('VAGUE')) return { end: next + 1, value: 'X' }
  if (['hundred', 'thousand', 'million', 'dozen', 'half'].includes(words.entries[next]?.word ?? '')) {
    const counted = amount(words, next)
    return counted
  }
  return { end: next, value: 1 }
}

function amount(words: Words, at: number): Numeral | undefined {
  const entry = words.entries[at]
  if (entry === undefined) return undefined
  if (entry.values.has('VAGUE')) return { end: at + 1, value: 'X' }
  if (entry.word === 'couple') return { end: has(words, at + 1, '=of') ? at + 2 : at + 1, value: 2 }
  const digits = entry.values.get('INT')
  if (digits !== undefined) return scaled(words, { end: at + 1, value: Number(digits) })
  if (entry.word === 'half') return half(words, at)
  const first = wordValue(words, at)
  if (first === undefined) return undefined
  let total = first
  let end = at + 1
  // "twenty-five", "twenty five", "nineteen eighty" is a year and stops here.
  const dash = has(words, end, '=-') ? end + 1 : end
  const ones = wordValue(words, dash)
  if (first >= 20 && first < 100 && ones !== undefined && ones >= 1 && ones < 10) {
    total += ones
    end = dash + 1
  }
  return scaled(words, { end, value: total })
}

// "half a year", "half an hour".
function half(words: Words, at: number): Numeral | undefined {
  return has(words, at + 1, '=a') || has(words, at + 1, '=an') ? { end: at + 2, value: 0.5 } : undefined
}

function scaled(words: Words, numeral: { end: number; value: number }): Numeral {
  let { end, value } = numeral
  for (let scale = wordValue(words, end); scale !== undefined && scale >= 12; scale = wordValue(words, end)) {
    if (scale !== 12 && scale !== 100 && scale !== 1000 && scale !== 1_000_000) break
    value *= scale
    end++
  }
  const rest = has(words, end, '=and') ? wordValue(words, end + 1) : undefined
  if (value >= 100 && rest !== undefined && rest >= 1 && rest < 100) return amountAfter(words, end + 1, value)
  return { end, value }
}

function amountAfter(words: Words, at: number, total: number): Numeral {
  const rest = amount(words, at)
  return rest === undefined || rest.value === 'X'
    ? { end: at, value: total }
    : { end: rest.end, value: total + rest.value }
}

// "two and a half", "two-and-a-half", "2 1/2".
function withFraction(words: Words, numeral: Numeral): Numeral {
  if (numeral.value === 'X') return numeral
  const steps = words.text.slice(
    words.ends[numeral.end - 1],
    words.starts[numeral.end + 4] ?? words.text.length,
  )
  const part = /^[\s-]and[\s-]a[\s-](half|quarter)(?=[\s-])/.exec(steps)
  if (part !== null) {
    const skipped = part[0].split('').filter((mark) => mark === '-').length + 3
    return { end: numeral.end + skipped, value: numeral.value + (part[1] === 'half' ? 0.5 : 0.25) }
  }
  if (/^\s1\/2(?=[\s-])/.test(steps)) return { end: numeral.end + 3, value: numeral.value + 0.5 }
  return numeral
}

function wordValue(words: Words, at: number): number | undefined {
  const value = words.entries[at]?.values.get('NUMWORD')
  return value === undefined ? undefined : Number(value)
}

function has(words: Words, at: number, symbol: string): boolean {
  return words.entries[at]?.values.has(symbol) ?? false
}
