import { table } from './table.ts'

/** A number among words: its value and the index of the first word after it. */
export type Numeral = { readonly value: number; readonly end: number }

let numerals: ReadonlyMap<string, number> | undefined

/**
 * The cardinal number that begins at a word of lower-case forms: "41", "forty-one", "a hundred and forty", "4.1 million",
 * "half a dozen". Ordinals, a bare "one" and a bare article are none.
 */
export function numeralAt(forms: readonly string[], at: number): Numeral | undefined {
  const start = counted(forms, at)
  if (start === undefined) return undefined
  let { value, end } = start
  for (;;) {
    const scale = scales.get(forms[end] ?? '')
    if (scale === undefined) break
    value = Math.round(value * scale * 1000) / 1000
    end++
  }
  // "a hundred and forty", "two thousand three hundred".
  const joint = forms[end] === 'and' ? end + 1 : end
  const rest = isWhole(value) && !isDigits(forms[at]) ? counted(forms, joint) : undefined
  if (rest === undefined || isDigits(forms[joint])) return { value, end }
  const whole = numeralAt(forms, joint)
  return whole !== undefined && whole.value < value
    ? { value: value + whole.value, end: whole.end }
    : { value, end }
}

/** The value of a single word that is a number: digits or a numeral, also joined ("forty-one"). */
export function numeralOf(form: string): number | undefined {
  if (isDigits(form)) return Number(form)
  numerals ??= new Map(table('compare-numerals').map((row) => [row.word ?? '', Number(row.value)]))
  const known = numerals.get(form)
  if (known !== undefined) return known
  const [tens, ones, ...more] = form.split('-').map((part) => (part === 'one' ? 1 : numerals?.get(part)))
  const isJoined = more.length === 0 && tens !== undefined && ones !== undefined
  return isJoined && tens >= 20 && tens < 100 && ones < 10 ? tens + ones : undefined
}

function counted(forms: readonly string[], at: number): Numeral | undefined {
  const form = forms[at] ?? ''
  const next = forms[at + 1] ?? ''
  if (form === 'half' && /^an?$/.test(next)) {
    const whole = scales.get(forms[at + 2] ?? '') ?? numeralOf(forms[at + 2] ?? '')
    return whole === undefined ? undefined : { value: whole / 2, end: at + 3 }
  }
  if (/^an?$|^one$/.test(form)) {
    if (scales.has(next)) return { value: 1, end: at + 1 }
    return next === 'dozen' ? { value: 12, end: at + 2 } : undefined
  }
  const value = numeralOf(form)
  if (value === undefined) return undefined
  return next === 'dozen' ? { value: value * 12, end: at + 2 } : { value, end: at + 1 }
}

// After a hundred, a thousand, a million something may follow; "forty one" is written with a hyphen.
function isWhole(value: number): boolean {
  return value >= 100 && value % 100 === 0
}

function isDigits(form = ''): boolean {
  return /^\d+(?:\.\d+)?$/.test(form)
}

const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['bn', 1e9],
])
