import { type Anchors, counted, known, noDate, type Resolved } from './anchors.ts'
import { addMonths, type Day, dayOf, daysIn, isoDay, parseDay, partsOf, two, weekdayOf } from './calendar.ts'
import type { Meaning } from './meaning.ts'
import {
  holidayIn,
  nthWeekday,
  type Placed,
  placedCentury,
  placedDay,
  placedDecade,
  placedHalf,
  placedMonth,
  placedQuarter,
  placedUnit,
  placedWeek,
  placedWeekend,
  placedYear,
  weekOfMonth,
} from './placed.ts'
import { resolveMonth, resolvePartOfYear } from './resolve-in-year.ts'

/** Puts a meaning that stands for a point or stretch of the calendar on it. */
export function resolvePoint(meaning: Meaning, anchors: Anchors): Resolved {
  const resolved = pointOf(meaning, anchors)
  if (resolved.placed === undefined || resolved.against !== undefined) return resolved
  // "June last year" is counted from what its year is counted from.
  const year = 'year' in meaning && typeof meaning.year === 'object' ? meaning.year : undefined
  const ofYear = year === undefined ? undefined : resolvePoint(year, anchors)
  if (ofYear?.against === undefined) return resolved
  return { ...resolved, against: ofYear.against, rules: [...resolved.rules, ...ofYear.rules] }
}

function pointOf(meaning: Meaning, anchors: Anchors): Resolved {
  switch (meaning.kind) {
    case 'year':
      return { placed: placedYear(meaning.year), rules: [] }
    case 'decade':
      return decade(meaning.value, anchors)
    case 'century':
      return { placed: placedCentury(Number(meaning.value)), rules: [] }
    case 'iso':
      return known(parseDay(meaning.text))
    case 'shift':
      return counted(
        anchors,
        meaning.against === 'time' && meaning.unit === 'D' ? 'day' : meaning.against,
        (day) => placedUnit(shiftBase(meaning, day, anchors), meaning.unit, meaning.by),
      )
    case 'away':
      return awayFrom(meaning, anchors)
    case 'day':
      return dayMonth(meaning, anchors)
    case 'monthday':
      return monthDay(meaning.day, anchors)
    case 'numeric':
      return numeric(meaning.parts, anchors)
    case 'holiday':
      return holiday(meaning, anchors)
    case 'weekday':
      return weekday(meaning, anchors)
    case 'month':
      return resolveMonth(meaning, anchors, yearOf(meaning.year, anchors))
    case 'same':
      return same(meaning.back, anchors)
    case 'quarter':
    case 'half':
    case 'season':
      return resolvePartOfYear(meaning, anchors, yearOf(meaning.year, anchors))
    case 'inside':
      return insideMonth(meaning, anchors)
    case 'around':
      return around(meaning, anchors)
    case 'edge':
      return edge(meaning, anchors)
    case 'yearend':
      return counted(anchors, 'publication', (day) => ({
        ...placedYear(partsOf(day).year),
        from: dayOf(partsOf(day).year, 12, 1) ?? day,
      }))
    case 'range':
      return range(meaning, anchors)
    default:
      return { reason: 'no-rule-applies', rules: [] }
  }
}

// "the weekend" and "this weekend" on a Monday or Tuesday are the one just over, unless the clause looks ahead.
function shiftBase(meaning: Meaning & { kind: 'shift' }, day: Day, anchors: Anchors): Day {
  if (meaning.unit !== 'WE' || meaning.by !== 0 || weekdayOf(day) > 3) return day
  return anchors.direction()?.direction === 'future' ? day : day - 7
}

function decade(value: string, anchors: Anchors): Resolved {
  const digits = /\d+/.exec(value)?.[0] ?? ''
  if (digits.length === 4) return { placed: placedDecade(Number(digits)), rules: [] }
  const tens = Number(digits)
  const now = anchors.publication === undefined ? 2031 : partsOf(anchors.publication).year
  const first = 2000 + tens <= now ? 2000 + tens : 1900 + tens
  return { placed: placedDecade(tens >= 30 ? 1900 + tens : first), rules: [] }
}

function awayFrom(meaning: Meaning & { kind: 'away' }, anchors: Anchors): Resolved {
  const { unit, count, against } = meaning
  if (typeof against === 'object') {
    const base = resolvePoint(against, anchors)
    const place = base.placed
    return place === undefined ? base : { ...base, placed: stepped(place.from, meaning) }
  }
  if (unit === 'H' || unit === 'M' || unit === 'S')
    return { relative: `PT${Math.abs(count)}${unit}`, rules: [] }
  const direction = count < 0 ? 'past' : 'future'
  if (against === 'time' && unit === 'Y' && anchors.spoken !== undefined && Number.isInteger(count))
    return same(-count, anchors)
  return { ...counted(anchors, against, (day) => stepped(day, meaning)), direction }
}

/** "three weeks ago" is a week, "five months ago" a month, "ten days ago" a day. */
function stepped(day: Day, meaning: Meaning & { kind: 'away' }): Placed {
  const { unit, count } = meaning
  const whole = Math.trunc(count)
  const { year, month: inMonth, day: ofMonth } = partsOf(day)
  switch (unit) {
    case 'W':
      return placedWeek(day + Math.round(7 * count))
    case 'F':
      return placedWeek(day + Math.round(14 * count))
    case 'MO': {
      const to = addMonths(year, inMonth, whole)
      return whole === count
        ? placedMonth(to.year, to.month)
        : placedDay((dayOf(to.year, to.month, Math.min(ofMonth, daysIn(to.year, to.month))) ?? day) - 15)
    }
    case 'Y':
      if (whole === count) return placedYear(year + whole)
      return placedUnit(
        placedMonth(
          addMonths(year, inMonth, Math.round(12 * count)).year,
          addMonths(year, inMonth, Math.round(12 * count)).month,
        ).from,
        'MO',
        0,
      )
    case 'E':
      return placedYear(year + 10 * whole)
    case 'D':
    case 'N':
      return placedDay(day + whole)
    default:
      return placedUnit(day, unit, whole)
  }
}

function yearOf(meaning: Meaning | undefined, anchors: Anchors): number | undefined {
  if (meaning === undefined) return undefined
  if (meaning.kind === 'year') return meaning.year
  const placed = resolvePoint(meaning, anchors).placed
  return placed === undefined ? undefined : partsOf(placed.from).year
}

function dayMonth(meaning: Meaning & { kind: 'day' }, anchors: Anchors): Resolved {
  const { month: inMonth, day } = meaning
  const stated = yearOf(meaning.year, anchors)
  if (meaning.year !== undefined && stated === undefined) return noDate(`XXXX-${two(inMonth)}-${two(day)}`)
  if (stated !== undefined) return withWeekday(known(dayOf(stated, inMonth, day)), meaning.weekday)
  if (day > daysIn(2028, inMonth)) return { reason: 'impossible-date', rules: ['T-IMPOSSIBLE'] }
  if (anchors.publication === undefined) return noDate(`XXXX-${two(inMonth)}-${two(day)}`)
  const published = anchors.publication
  const { year } = partsOf(published)
  const choices = [year - 1, year, year + 1]
    .map((each) => dayOf(each, inMonth, day))
    .filter((each) => each !== undefined)
  return withWeekday(nearest(choices, published, anchors), meaning.weekday)
}

// "On the 19th": of this month, the last or the next, as the tense allows, else the nearest.
function monthDay(day: number, anchors: Anchors): Resolved {
  const published = anchors.publication
  if (published === undefined) return noDate(`XXXX-XX-${two(day)}`)
  const { year, month } = partsOf(published)
  const choices = [-1, 0, 1].flatMap((by) => {
    const of = addMonths(year, month, by)
    return dayOf(of.year, of.month, day) ?? []
  })
  const told = anchors.direction()
  const distance = (each: Day) => Math.abs(each - published)
  const [near, ...others] = choices.sort((a, b) => distance(a) - distance(b))
  if (near === undefined) return { reason: 'impossible-date', rules: ['T-IMPOSSIBLE'] }
  const chosen =
    [near, ...others].find((each) =>
      told?.direction === 'past' ? each <= published : told === undefined || each >= published,
    ) ?? near
  return {
    placed: placedDay(chosen),
    against: 'publication',
    direction: sideOf(chosen, published),
    rules: [told?.rule ?? 'T-DIR-DEFAULT'],
  }
}

/** The choice that the tense allows and that lies nearest to publication. */
function nearest(choices: readonly Day[], published: Day, anchors: Anchors): Resolved {
  const distance = (day: Day) => Math.abs(day - published)
  const byDistance = [...choices].sort((a, b) => distance(a) - distance(b))
  const [near, other] = byDistance
  if (near === undefined) return { reason: 'impossible-date', rules: ['T-IMPOSSIBLE'] }
  const clear = other === undefined || distance(other) - distance(near) > 150 || distance(near) <= 45
  const told = clear ? undefined : anchors.direction()
  const sameYear = byDistance.find(
    (day) => partsOf(day).year === partsOf(published).year && distance(day) < 290,
  )
  const fitting = byDistance.find((day) =>
    told?.direction === 'past' ? day <= published : told?.direction === 'future' ? day >= published : true,
  )
  const chosen = told === undefined && !clear ? (sameYear ?? near) : (fitting ?? near)
  return {
    placed: placedDay(chosen),
    against: 'publication',
    direction: sideOf(chosen, published),
    rules: [told?.rule ?? 'T-DIR-DEFAULT'],
  }
}

function sideOf(day: Day, published: Day): 'past' | 'future' | 'present' {
  return day < published ? 'past' : day > published ? 'future' : 'present'
}

function withWeekday(resolved: Resolved, stated: number | undefined): Resolved {
  const day = resolved.placed?.from
  if (stated === undefined || day === undefined || weekdayOf(day) === stated) return resolved
  const other = [1, -1, 2, -2, 3, -3].map((step) => day + step).find((each) => weekdayOf(each) === stated)
  return {
    ...resolved,
    alternatives: other === undefined ? [] : [isoDay(other)],
    rules: [...resolved.rules, 'T-WEEKDAY-CLASH'],
  }
}

function numeric(parts: readonly [number, number, number], anchors: Anchors): Resolved {
  const [a, b, short] = parts
  const year = short < 100 ? short + (short > 50 ? 1900 : 2000) : short
  const dayFirst = dayOf(year, b, a)
  const monthFirst = dayOf(year, a, b)
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst)
    return known(dayFirst ?? monthFirst)
  const alternatives = (chosen: Day) => [isoDay(chosen === dayFirst ? monthFirst : dayFirst)]
  if (anchors.dayFirst !== undefined) {
    const chosen = anchors.dayFirst ? dayFirst : monthFirst
    return { placed: placedDay(chosen), alternatives: alternatives(chosen), rules: ['T-NUMERIC-COUNTRY'] }
  }
  const published = anchors.publication
  const near =
    published === undefined ? [] : [dayFirst, monthFirst].filter((day) => Math.abs(day - published) <= 21)
  if (near.length === 1 && near[0] !== undefined)
    return { placed: placedDay(near[0]), alternatives: alternatives(near[0]), rules: ['T-NUMERIC-NEAR'] }
  return {
    reason: 'ambiguous',
    alternatives: [isoDay(dayFirst), isoDay(monthFirst)],
    rules: ['T-NUMERIC-BOTH'],
  }
}

function holiday(meaning: Meaning & { kind: 'holiday' }, anchors: Anchors): Resolved {
  const stated = yearOf(meaning.year, anchors)
  if (stated !== undefined) return known(holidayIn(meaning.rule, stated))
  const published = anchors.publication
  if (published === undefined) return { reason: 'no-publication-date', rules: ['T-ANCHOR-NONE'] }
  const { year } = partsOf(published)
  const choices = [year - 1, year, year + 1]
    .map((each) => holidayIn(meaning.rule, each))
    .filter((each) => each !== undefined)
  const placed = (day: Day | undefined): Resolved => ({
    ...known(day),
    against: 'publication',
    rules: ['T-DIR-STATED'],
  })
  if (meaning.placing === 'last') return placed(choices.findLast((day) => day < published))
  if (meaning.placing === 'next' || meaning.placing === 'coming')
    return placed(choices.find((day) => day > published))
  if (meaning.placing === 'this') return placed(holidayIn(meaning.rule, year))
  return nearest(choices, published, anchors)
}

function weekday(meaning: Meaning & { kind: 'weekday' }, anchors: Anchors): Resolved {
  const { weekday: wanted, placing } = meaning
  if (meaning.week !== undefined) {
    const week = resolvePoint(meaning.week, anchors)
    return week.placed === undefined
      ? { ...week, relative: `XXXX-WXX-${wanted}` }
      : { ...week, placed: placedDay(week.placed.from + wanted - 1), rules: [...week.rules, 'T-DIR-STATED'] }
  }
  const published = placing === 'that' ? (anchors.spoken?.from ?? anchors.publication) : anchors.publication
  if (published === undefined) return noDate(`XXXX-WXX-${wanted}`)
  const today = weekdayOf(published)
  const back = published - ((today - wanted + 7) % 7)
  const ahead = published + ((wanted - today + 7) % 7)
  const stated = (day: Day, more: Partial<Resolved> = {}): Resolved => ({
    placed: placedDay(day),
    against: 'publication',
    direction: sideOf(day, published),
    rules: ['T-DIR-STATED'],
    ...more,
  })
  if (meaning.weeks !== undefined)
    return stated((ahead === published ? ahead + 7 : ahead) + 7 * meaning.weeks)
  if (placing === 'last') return stated(back === published ? back - 7 : back)
  if (placing === 'coming') return stated(ahead === published ? ahead + 7 : ahead)
  if (placing === 'this' || placing === 'that') return stated(published + wanted - today)
  if (placing === 'next') {
    const nextWeek = published + 7 - today + wanted
    const sooner = ahead === published ? ahead + 7 : ahead
    return stated(nextWeek, sooner === nextWeek ? {} : { alternatives: [isoDay(sooner)] })
  }
  const told = anchors.direction()
  const day = told?.direction === 'future' ? ahead : back
  return {
    placed: placedDay(day),
    against: 'publication',
    direction: sideOf(day, published),
    rules: [told?.rule ?? 'T-DIR-DEFAULT'],
  }
}

/** "that time", "the same period last year": the time spoken of, some years back. */
function same(back: number, anchors: Anchors): Resolved {
  const spoken = anchors.spoken
  if (spoken === undefined) return { reason: 'no-antecedent', relative: 'PAST_REF', rules: [] }
  if (back === 0) return { placed: spoken, against: 'time', rules: ['T-ANCHOR-TIME'] }
  const { year, month: inMonth, day } = partsOf(spoken.from)
  const earlier = year - back
  const rules = ['T-ANCHOR-TIME']
  if (spoken.grain === 'month') return { placed: placedMonth(earlier, inMonth), against: 'time', rules }
  if (spoken.grain === 'quarter')
    return { placed: placedQuarter(earlier, Math.ceil(inMonth / 3)), against: 'time', rules }
  if (spoken.grain === 'half')
    return { placed: placedHalf(earlier, Math.ceil(inMonth / 6)), against: 'time', rules }
  if (spoken.grain === 'day') return { ...known(dayOf(earlier, inMonth, day)), against: 'time', rules }
  return { placed: placedYear(earlier), against: 'time', rules }
}

function insideMonth(meaning: Meaning & { kind: 'inside' }, anchors: Anchors): Resolved {
  const of = resolvePoint(meaning.of, anchors)
  if (of.placed === undefined) return of
  const { year, month: inMonth } = partsOf(of.placed.from)
  const rules = of.rules
  if (meaning.what === 'day') return { ...of, placed: placedDay(of.placed.to), rules }
  if (typeof meaning.what === 'number')
    return { ...of, ...known(nthWeekday(year, inMonth, { nth: meaning.nth, weekday: meaning.what })) }
  const week = weekOfMonth(year, inMonth, meaning.nth)
  return { ...of, placed: meaning.what === 'week' ? week : placedWeekend(week.from), rules }
}

function around(meaning: Meaning & { kind: 'around' }, anchors: Anchors): Resolved {
  const of = resolvePoint(meaning.of, anchors)
  if (of.placed === undefined) return of
  return {
    ...of,
    placed: meaning.what === 'week' ? placedWeek(of.placed.from) : placedWeekend(of.placed.from),
  }
}

/** "earlier this week" has the week's value and ends with publication; "later this year" begins with it. */
function edge(meaning: Meaning & { kind: 'edge' }, anchors: Anchors): Resolved {
  const of = resolvePoint(meaning.of, anchors)
  const { placed } = of
  const published = anchors.publication
  if (placed === undefined || published === undefined || published < placed.from || published > placed.to)
    return of
  if (meaning.edge === 'earlier') return { ...of, placed: { ...placed, to: published }, direction: 'past' }
  if (meaning.edge === 'later' || meaning.edge === 'rest' || meaning.edge === 'remainder')
    return { ...of, placed: { ...placed, from: published }, direction: 'future' }
  return of
}

function range(meaning: Meaning & { kind: 'range' }, anchors: Anchors): Resolved {
  const from = resolvePoint(meaning.from, anchors)
  const to = resolvePoint(meaning.to, anchors)
  if (from.placed === undefined) return from
  if (to.placed === undefined) return to
  const end =
    to.placed.from < from.placed.from && meaning.to.kind === 'weekday' ? to.placed.from + 7 : to.placed.to
  const value = `${from.placed.value}/${end === to.placed.to ? to.placed.value : isoDay(end)}`
  return { ...from, placed: { value, grain: from.placed.grain, from: from.placed.from, to: end } }
}
