import type { Given, Meaning } from './meaning.ts'

/** The hours of a named zone from UTC, as text; "?" for one that is named and not known. */
export function zoneOf(given: Given): string {
  const named = given.text('ZONE')
  if (named === undefined) return '?'
  const extra = Number(given.text('INT') ?? 0) * (given.words.includes('-') ? -1 : 1)
  return named === '?' ? '?' : String(Number(named) + extra)
}

/** The time of day that hours, minutes and parts of the day make; undefined where they make none. */
export function clockOf(given: Given): Meaning | undefined {
  const zone = given.meaning('ZONED')
  const zoned = zone?.kind === 'stated' ? { zone: zone.value } : {}
  const beside = besideHour(given)
  if (beside !== undefined) return beside === 'none' ? undefined : { kind: 'time', clock: beside, ...zoned }
  const word = given.text('HOURWORD')
  if (word !== undefined) return { kind: 'time', clock: word === '12' ? '12:00' : '24:00', ...zoned }
  const four = given.text('HHMM')
  const spoken = given.text('NUM')
  const clock =
    four !== undefined
      ? `${Number(four.slice(0, 2))}:${four.slice(2)}`
      : spoken !== undefined
        ? `${spoken}:00`
        : given.text('CLOCK')
  if (clock === undefined || clock === 'impossible' || Number(clock.split(':')[0]) > 24) return undefined
  const part = given.text('PART')
  const hour = Number(clock.split(':')[0])
  const later = (part === 'AF' || part === 'EV') && hour < 12 ? hour + 12 : hour
  return { kind: 'time', clock: `${later}:${clock.split(':')[1]}`, ...zoned }
}

// "twenty to midnight", "half past six", "ten past noon"; "none" for what makes no time, undefined where no minutes are given.
function besideHour(given: Given): string | 'none' | undefined {
  const word = given.text('HOURWORD')
  const named = given.text('minutes')
  const part = given.words.includes('half') ? 30 : given.words.includes('quarter') ? 15 : undefined
  const minutes = named === undefined ? part : Number(named)
  if (minutes === undefined) return undefined
  const isBefore = given.words.includes('to') || given.words.includes('before')
  const spoken = word === undefined ? Number(given.text('hour')) : word === '12' ? 12 : 24
  if (!(minutes >= 1 && minutes < 60 && spoken >= 1 && spoken <= 24)) return 'none'
  // "ten to one" is after twelve, "ten past midnight" before one.
  const from = isBefore && spoken === 1 ? 13 : !isBefore && spoken === 24 ? 0 : spoken
  const at = from * 60 + (isBefore ? -minutes : minutes)
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
}
