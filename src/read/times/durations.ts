import type { Meaning, Unit } from './meaning.ts'

/** A TIMEX3 duration such as "P2.5Y" or "PT12H"; "X" for an unknown count. */
export function durationOf(count: string | undefined, unit: Unit | undefined): Meaning | undefined {
  if (number1900(count) && unit !== 'D') return undefined
  if (count === undefined || unit === undefined || (count === '1' && (unit === 'S' || unit === 'Q')))
    return undefined
  return { kind: 'stated', type: 'DURATION', value: periodValue(count, unit) }
}

// "the 1988 quarter" is no length of 1988 quarters.
function number1900(count: string | undefined): boolean {
  return count !== undefined && /^(?:19|20)\d\d$/.test(count)
}

/** A TIMEX3 set such as each two weeks, "P2W". */
export function setOf(count: string | undefined, unit: Unit | undefined): Meaning | undefined {
  if (count === undefined || unit === undefined) return undefined
  return { kind: 'stated', type: 'SET', value: periodValue(count, unit) }
}

function periodValue(count: string, unit: Unit): string {
  const number = Number(count)
  if (unit === 'F') return `P${Number.isNaN(number) ? 'X' : number * 2}W`
  if (unit === 'M' && count === '1.5') return 'PT1M30S'
  if (unit === 'H' || unit === 'M' || unit === 'S') return `PT${count}${unit}`
  if (unit === 'N') return `P${count}D`
  if (unit === 'E') return Number.isNaN(number) ? 'PXE' : `P${number * 10}Y`
  if (unit === 'C') return Number.isNaN(number) ? 'PXC' : `P${number * 100}Y`
  if (unit === 'SU' || unit === 'WI') return `P${count}Y`
  return `P${count}${unit === 'MO' ? 'M' : unit}`
}
