import { table } from './table.ts'

/** A number among words: its value and the index of the first word after it. */
export type Numeral = { readonly value: number; readonly end: number }

/**
 * The cardinal number that begins at a word of lower-case forms: "41", "forty-one" (one form or three), "a hundred and forty",
 * "4.1 million", "half a dozen", "one". Ordinals, a bare article and a bare "hundred" are none.
 */
export function numeralAt(forms: readonly string[], at: number): Numeral | undefined {
  const start = counted(forms, at)
  if (start === undefined) return undefined
  let { value, end } = start
  for (;;) {
    const scale = scaleOf(forms[end])
    if (scale === undefined) break
    value = Math.round(value * scale * 1000) / 1000
    end++
  }
  // "a hundred and forty", "two thousand three hundred".
  const joint = forms[end] === 'and' ? end + 1 : end
  if (!isWhole(value) || isDigits(forms[at]) || isDigits(forms[joint])) return { value, end }
  const rest = /^(?:an?|half)$/.test(forms[joint] ?? '') ? undefined : numeralAt(forms, joint)
  return rest !== undefined && rest.value < value
    ? { value: value + rest.value, end: rest.end }
    : { value, end }
}

/** The value of a single word that is a number: digits or a numeral, also joined ("forty-one"). */
export function numeralOf(form: string): number | undefined {
  if (isDigits(form)) return Number(form.replaceAll(',', ''))
  const known = values().get(form)
  if (known !== undefined) return known
  const [tens, ones, ...more] = form.split('-').map((part) => values().get(part))
  return more.length === 0 ? joined(tens, ones) : undefined
}

function counted(forms: readonly string[], at: number): Numeral | undefined {
  const form = forms[at] ?? ''
  const next = forms[at + 1] ?? ''
  if (form === 'half' && /^an?$/.test(next)) {
    const whole = numeralOf(forms[at + 2] ?? '')
    return whole === undefined || whole < dozen ? undefined : { value: whole / 2, end: at + 3 }
  }
  if (/^an?$/.test(form)) {
    if (scaleOf(next) !== undefined) return { value: 1, end: at + 1 }
    return next === 'dozen' ? { value: dozen, end: at + 2 } : undefined
  }
  const both = next === '-' ? joined(numeralOf(form), numeralOf(forms[at + 2] ?? '')) : undefined
  const value = both ?? numeralOf(form)
  // "several hundred", "many thousand" are no number.
  if (value === undefined || scaleOf(form) !== undefined) return undefined
  const end = both === undefined ? at + 1 : at + 3
  return forms[end] === 'dozen' ? { value: value * dozen, end: end + 1 } : { value, end }
}

const dozen = 12

function joined(tens: number | undefined, ones: number | undefined): number | undefined {
  const isJoined =
    tens !== undefined &&
    ones !== undefined &&
    tens >= 20 &&
    tens < 100 &&
    tens % 10 === 0 &&
    ones >= 1 &&
    ones < 10
  return isJoined ? tens + ones : undefined
}

// After a hundred, a thousand, a million something may follow; "forty one" is written with a hyphen.
function isWhole(value: number): boolean {
  return value >= 100 && value % 100 === 0
}

function isDigits(form = ''): boolean {
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(form)
}

function scaleOf(form = ''): number | undefined {
  const value = values().get(form)
  return value !== undefined && value >= 100 ? value : undefined
}

let known: ReadonlyMap<string, number> | undefined

function values(): ReadonlyMap<string, number> {
  known ??= new Map(table('numerals').map((row) => [row.word ?? '', Number(row.value)]))
  return known
}
