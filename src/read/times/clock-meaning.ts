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
