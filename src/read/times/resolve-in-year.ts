import { type Anchors, counted, noDate, type Resolved } from './anchors.ts'
import { partsOf, two } from './calendar.ts'
import type { Meaning } from './meaning.ts'
import { type Placed, placedHalf, placedMonth, placedQuarter, placedSeason, placedUnit } from './placed.ts'

/** A month by its name: of the stated year, else of the year that its clause points to. */
export function resolveMonth(
  meaning: Meaning & { kind: 'month' },
  anchors: Anchors,
  stated: number | undefined,
): Resolved {
  const { month: wanted, placing } = meaning
  if (stated !== undefined) return { placed: placedMonth(stated, wanted), rules: [] }
  const anchor = placing === 'that' ? (anchors.spoken?.from ?? anchors.publication) : anchors.publication
  if (anchor === undefined) return noDate(`XXXX-${two(wanted)}`)
  const { year, month: now } = partsOf(anchor)
  const placed = (inYear: number): Resolved => ({
    placed: placedMonth(inYear, wanted),
    against: 'publication',
    rules: ['T-DIR-STATED'],
  })
  if (placing === 'last') return placed(wanted < now ? year : year - 1)
  if (placing === 'next' || placing === 'coming') return placed(wanted > now ? year : year + 1)
  if (placing === 'this' || placing === 'that') return placed(year)
  if (wanted === now) return { ...placed(year), direction: 'present', rules: ['T-DIR-DEFAULT'] }
  const told = anchors.direction()
  const inYear =
    told === undefined
      ? nearYear(year, now, wanted)
      : told.direction === 'past'
        ? wanted < now
          ? year
          : year - 1
        : wanted > now
          ? year
          : year + 1
  const direction = inYear * 12 + wanted < year * 12 + now ? 'past' : 'future'
  return { ...placed(inYear), direction, rules: [told?.rule ?? 'T-DIR-DEFAULT'] }
}

// The year of publication, unless a month of the next one or the last is close by and this year's is not.
function nearYear(year: number, now: number, wanted: number): number {
  const ahead = (wanted - now + 12) % 12
  if (ahead <= 4) return wanted > now ? year : year + 1
  if (ahead >= 9) return wanted < now ? year : year - 1
  return year
}

/** A quarter, a half or a season: of the stated year, else of the year that its clause points to. */
export function resolvePartOfYear(
  meaning: Meaning & { kind: 'quarter' | 'half' | 'season' },
  anchors: Anchors,
  stated: number | undefined,
): Resolved {
  const place = (year: number): Placed => {
    if (meaning.kind === 'season') return placedSeason(year, meaning.season)
    return meaning.kind === 'quarter' ? placedQuarter(year, meaning.number) : placedHalf(year, meaning.number)
  }
  if (stated !== undefined && meaning.kind === 'quarter' && meaning.number === 0)
    return latestQuarterOf(stated, anchors)
  if (stated !== undefined) return { placed: place(stated), rules: [] }
  const published = anchors.publication
  if (published === undefined) return { reason: 'no-publication-date', rules: ['T-ANCHOR-NONE'] }
  const { year } = partsOf(published)
  const choices = [year - 1, year, year + 1].map(place)
  const placing = meaning.kind === 'season' ? meaning.placing : undefined
  const chosen = (placed: Placed | undefined, rule: string): Resolved => ({
    placed: placed ?? place(year),
    against: 'publication',
    rules: [rule],
  })
  if (placing === 'last')
    return chosen(
      choices.findLast((each) => each.to < published),
      'T-DIR-STATED',
    )
  if (placing === 'next' || placing === 'coming')
    return chosen(
      choices.find((each) => each.from > published),
      'T-DIR-STATED',
    )
  if (placing === 'this') return chosen(place(year), 'T-DIR-STATED')
  const holding = choices.find((each) => each.from <= published && published <= each.to)
  const told = holding === undefined ? anchors.direction() : undefined
  const isNear = choices.some((each) => each.from > published && each.from - published < 60)
  if (told?.direction === 'past' && !isNear)
    return chosen(
      choices.findLast((each) => each.from <= published),
      told.rule,
    )
  if (told?.direction === 'future')
    return chosen(holding ?? choices.find((each) => each.from > published), told.rule)
  const own = place(year)
  const gap = (each: Placed) =>
    each.from > published ? each.from - published : Math.max(0, published - each.to)
  return chosen(gap(own) <= 220 ? own : [...choices].sort((a, b) => gap(a) - gap(b))[0], 'T-DIR-DEFAULT')
}

// "the 2030 quarter" is the quarter of that year which is the last one over now.
function latestQuarterOf(year: number, anchors: Anchors): Resolved {
  return counted(anchors, 'publication', (day) =>
    placedQuarter(year, Number(placedUnit(day, 'Q', -1).value.slice(-1))),
  )
}
