import { clockOf, zoneOf } from './clock-meaning.ts'
import { durationOf, setOf } from './durations.ts'
import type { Against, Given, Meaning, Placing, Unit } from './meaning.ts'

/** What a pattern caught, by the names of its elements: values of words, and meanings of inner kinds. */
export type Captures = Readonly<Record<string, string | Meaning>>

/** What a rule makes of its captures and of the small words it met; undefined when they do not go together. */
export function makeMeaning(make: string, captures: Captures, words: readonly string[]): Meaning | undefined {
  return makers[make]?.({
    text: (name) => textOf(captures[name]),
    number: (name) => Number(textOf(captures[name]) ?? Number.NaN),
    meaning: (...names) => names.map((name) => meaningOf(captures[name])).find((each) => each !== undefined),
    words,
    unit: () => unitOf(captures, words),
  })
}

type Maker = (given: Given) => Meaning | undefined

const makers: Readonly<Record<string, Maker>> = {
  none: () => ({ kind: 'none' }),
  pass: (given) => given.meaning('WDAY', 'DATE', 'WEEKREF', 'YREF'),
  year: (given) => {
    const short = given.text('YEAR2')
    return {
      kind: 'year',
      year:
        short === undefined ? given.number('YEARNUM') : Number(short) + (Number(short) > 50 ? 1900 : 2000),
    }
  },
  shift: shifted,
  day: (given) => {
    const day = Number(given.text('DAYNUM') ?? given.text('ORD'))
    return day > 39 ? undefined : { kind: 'day', month: given.number('MONTH'), day, year: yearOf(given) }
  },
  monthday: (given) => ({ kind: 'monthday', day: given.number('ORD') }),
  iso: (given) => ({ kind: 'iso', text: given.text('ISO') ?? '' }),
  numeric: (given) => {
    const [a = 0, b = 0, year = 0] = (given.text('NUMDATE') ?? '').split('/').map(Number)
    return { kind: 'numeric', parts: [a, b, year] }
  },
  holiday: (given) => ({
    kind: 'holiday',
    rule: given.text('HOLIDAY') ?? '',
    year: yearOf(given),
    placing: placingOf(given.words),
  }),
  dayrange: dayRange,
  yearrange: (given) => ({
    kind: 'range',
    from: { kind: 'year', year: given.number('YEARNUM') },
    to: { kind: 'year', year: given.number('to') },
  }),
  weekdayrange: (given) => ({
    kind: 'range',
    from: { kind: 'weekday', weekday: given.number('WEEKDAY') },
    to: { kind: 'weekday', weekday: given.number('to') },
  }),
  weekday: (given) => {
    const weeks = given.words.includes('fortnight') ? 2 : given.words.includes('week') ? 1 : undefined
    return {
      kind: 'weekday',
      weekday: given.number('WEEKDAY'),
      week: given.meaning('WEEKREF'),
      placing: placingOf(given.words),
      weeks,
    }
  },
  dayboth: (given) => bothOf(given.meaning('DATE'), given.meaning('WDAY')),
  dayboth2: (given) => bothOf(given.meaning('DATE'), { kind: 'weekday', weekday: given.number('WEEKDAY') }),
  nthday: () => undefined,
  part: (given) => partOf(given.meaning('DAY') ?? shifted(given), given.text('PART')),
  partof: partAlone,
  zone: (given) => ({ kind: 'stated', type: 'DATE', value: zoneOf(given) }),
  clock: (given) => clockOf(given),
  time: (given) => {
    const hour = given.meaning('HOUR')
    const day = given.meaning('DAY')
    return hour?.kind === 'time' ? { ...hour, of: day } : undefined
  },
  month: (given) => {
    const year = given.words.find(
      (word) => word === 'previous' || word === 'following' || word === 'next' || word === 'same',
    )
    const counted: Meaning | undefined =
      given.words.includes('year') && year !== undefined
        ? { kind: 'shift', unit: 'Y', by: byOf(year), against: 'time' }
        : undefined
    return {
      kind: 'month',
      month: given.number('MONTH'),
      year: yearOf(given) ?? counted,
      placing: counted === undefined ? placingOf(given.words) : undefined,
    }
  },
  edge: (given) => {
    const of = given.meaning('UREF', 'YEAR', 'YREF', 'MON', 'SEAS', 'QUA')
    return of === undefined ? undefined : { kind: 'edge', edge: edgeOf(given.words), of }
  },
  edgeunit: edgeUnit,
  edgeunit2: (given) => unitShift(given.unit(), 0, 'time'),
  edgeseason: (given) => ({ kind: 'season', season: given.text('SEASON') ?? '' }),
  samemonth: (given) => ({ kind: 'same', back: given.words.includes('last') ? 1 : given.number('NUM') }),
  sameperiod: () => ({ kind: 'same', back: 1 }),
  thattime: () => ({ kind: 'same', back: 0 }),
  quarter: (given) => {
    const number = Number(given.text('QNUM') ?? given.text('ORD'))
    return number > 4 || given.text('ORD') === '0'
      ? undefined
      : { kind: 'quarter', number, year: yearOf(given) }
  },
  lastquarter: (given) => ({ kind: 'quarter', number: 4, year: yearOf(given) }),
  half: (given) => {
    const number = given.words.includes('last') ? 2 : given.number('ORD')
    return number > 2 ? undefined : { kind: 'half', number, year: yearOf(given) }
  },
  season: (given) => ({
    kind: 'season',
    season: given.text('SEASON') ?? '',
    year: yearOf(given),
    placing: placingOf(given.words),
  }),
  decade: (given) => ({ kind: 'decade', value: given.text('DECADE') ?? `19${given.text('DECADEWORD')}0s` }),
  century: (given) => ({ kind: 'century', value: String(given.number('ORD') - 1) }),
  weekof: (given) => {
    const of = given.meaning('DATE', 'DAY')
    return of === undefined
      ? undefined
      : { kind: 'around', what: given.words.includes('weekend') ? 'weekend' : 'week', of }
  },
  weekofmonth: (given) => inside(given, given.words.includes('weekend') ? 'weekend' : 'week'),
  weekdayofmonth: (given) => inside(given, given.number('WEEKDAY')),
  lastday: (given) => inside(given, 'day'),
  thisday: () => unitShift('D', 0, 'time'),
  thisunit: (given) => unitShift(wordUnit(given.words), 0, 'publication'),
  latestquarter: () => unitShift('Q', -1, 'publication'),
  yearagoquarter: () => unitShift('Q', -5, 'publication'),
  yearagonth: (given) => ({
    kind: 'quarter',
    number: given.number('ORD'),
    year: { kind: 'shift', unit: 'Y', by: -1, against: 'publication' },
  }),
  quarterofyear: (given) => ({ kind: 'quarter', number: 0, year: yearOf(given) }),
  latestyear: () => unitShift('Y', -1, 'publication'),
  firstquarters: (given) => ({ kind: 'half', number: 1, year: yearOf(given) }),
  yearwords: yearWords,
  unknownlong: () => ({ kind: 'stated', type: 'DURATION', value: 'PXX' }),
  yearendday: () => ({
    kind: 'inside',
    what: 'day',
    nth: -1,
    of: { kind: 'month', month: 12, placing: 'this' },
  }),
  yearend: () => ({ kind: 'yearend' }),
  ago: (given) => away(given, -1, 'publication'),
  ago1: (given) => unitShift(wordUnit(given.words), -1, 'publication'),
  before: (given) => away(given, -1, 'time'),
  after: (given) => away(given, 1, 'time'),
  hence: (given) => away(given, 1, 'publication'),
  offset: (given) =>
    away(given, given.words.includes('before') ? -1 : 1, given.meaning('DAY', 'MON') ?? 'time'),
  pastunits: () => ({ kind: 'stated', type: 'DATE', value: 'PAST_REF' }),
  duration: (given) => durationOf(given.text('NUM'), given.unit()),
  duration1: (given) => durationOf('1', given.unit()),
  durationhalf: (given) => durationOf('1.5', given.unit()),
  aheadunits: (given) =>
    given.text('UNITS') === 'W' || given.text('UNITS') === 'D'
      ? durationOf('X', given.unit())
      : { kind: 'stated', type: 'DATE', value: 'FUTURE_REF' },
  durationword: () => ({ kind: 'stated', type: 'DURATION', value: 'P1Y' }),
  units: vagueUnits,
  set: (given) => setOf('1', given.unit()),
  setn: (given) => setOf(given.text('NUM'), given.unit()),
  setother: (given) => setOf('2', given.unit()),
  setday: (given) => {
    const part = given.text('PART') ?? given.text('PARTS')
    const day = given.text('WEEKDAY') ?? given.text('WEEKDAYS')
    return { kind: 'stated', type: 'SET', value: `XXXX-WXX-${day}${part === undefined ? '' : `T${part}`}` }
  },
  setmonth: (given) => ({
    kind: 'stated',
    type: 'SET',
    value: `XXXX-${(given.text('MONTH') ?? '').padStart(2, '0')}`,
  }),
  setpart: (given) => ({ kind: 'stated', type: 'SET', value: `XXXX-XX-XXT${given.text('PART')}` }),
  setseason: (given) => ({ kind: 'stated', type: 'SET', value: `XXXX-${given.text('SEASON')}` }),
  setword: (given) => ({ kind: 'stated', type: 'SET', value: given.text('SETWORD') ?? '' }),
  ref: (given) => ({ kind: 'stated', type: 'DATE', value: given.text('REF') ?? given.text('REFADJ') ?? '' }),
  refmod: (given) => ({ kind: 'stated', type: 'DATE', value: given.text('REF') ?? '' }),
  refnow: () => ({ kind: 'stated', type: 'DATE', value: 'PRESENT_REF' }),
  refpast: () => ({ kind: 'stated', type: 'DATE', value: 'PAST_REF' }),
  reffuture: () => ({ kind: 'stated', type: 'DATE', value: 'FUTURE_REF' }),
}

// "nineteen ninety-six", "twenty thirty-one", "the year two thousand".
function yearWords(given: Given): Meaning | undefined {
  const rest = given.number('NUM')
  if (given.words.includes('thousand')) return { kind: 'year', year: 2000 }
  if (!(rest >= 10 && rest <= 99)) return undefined
  return { kind: 'year', year: (given.words.includes('nineteen') ? 1900 : 2000) + rest }
}

function yearOf(given: Given): Meaning | undefined {
  const year = given.meaning('YEAR', 'YREF')
  if (year !== undefined) return year
  const digits = given.text('YEARNUM')
  return digits === undefined ? undefined : { kind: 'year', year: Number(digits) }
}

// "yesterday", "last week", "the following year", "a day earlier", "the day before yesterday".
function shifted(given: Given): Meaning | undefined {
  const words = given.words
  const said = words.join(' ')
  if (said.includes('day before yesterday')) return unitShift('D', -2, 'publication')
  if (said.includes('day after tomorrow')) return unitShift('D', 2, 'publication')
  for (const word of words) {
    const days = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }[word]
    if (days === undefined) continue
    const day = unitShift('D', days, 'publication')
    return word === 'tonight' ? partOf(day, 'NI') : day
  }
  const step = words.findLast((word) => steps.has(word))
  const spoken =
    words.some((word) => spokenOf.has(word)) ||
    ((step === 'previous' || (step === 'next' && words.includes('day'))) && words.includes('the'))
  if (words.includes('latest')) return unitShift(wordUnit(words), 0, 'publication')
  return unitShift(wordUnit(words), byOf(step ?? 'this'), spoken ? 'time' : 'publication')
}

const steps: ReadonlySet<string> = new Set([
  'last',
  'past',
  'previous',
  'next',
  'coming',
  'following',
  'before',
  'after',
  'earlier',
  'later',
])
const spokenOf: ReadonlySet<string> = new Set([
  'later',
  'that',
  'following',
  'same',
  'very',
  'before',
  'after',
  'earlier',
])

function byOf(word: string): number {
  if (['last', 'past', 'previous', 'before', 'earlier'].includes(word)) return -1
  return ['next', 'coming', 'following', 'after', 'later'].includes(word) ? 1 : 0
}

function unitShift(unit: Unit | undefined, by: number, against: Against): Meaning | undefined {
  return unit === undefined ? undefined : { kind: 'shift', unit, by, against }
}

const unitWords: Readonly<Record<string, Unit>> = {
  day: 'D',
  week: 'W',
  fortnight: 'F',
  month: 'MO',
  quarter: 'Q',
  year: 'Y',
  decade: 'E',
  century: 'C',
  weekend: 'WE',
}

function wordUnit(words: readonly string[]): Unit | undefined {
  const word = words.findLast((each) => unitWords[each] !== undefined)
  return word === undefined ? undefined : unitWords[word]
}

function unitOf(captures: Captures, words: readonly string[]): Unit | undefined {
  const text = textOf(captures.UNIT) ?? textOf(captures.UNITS) ?? textOf(captures.UNIT1)
  return (
    units.find((unit) => unit === text) ??
    wordUnit(words.map((word) => word.replace(/s$/, '').replace('centurie', 'century')))
  )
}

const units: readonly Unit[] = ['S', 'M', 'H', 'D', 'N', 'W', 'F', 'MO', 'Q', 'Y', 'E', 'C', 'WE', 'SU', 'WI']

function placingOf(words: readonly string[]): Placing | undefined {
  if (words.includes('that')) return 'that'
  if (words.some((word) => word === 'last' || word === 'past' || word === 'previous')) return 'last'
  if (words.some((word) => word === 'coming')) return 'coming'
  if (words.some((word) => word === 'next' || word === 'following')) return 'next'
  return words.includes('this') ? 'this' : undefined
}

function dayRange(given: Given): Meaning | undefined {
  const month = given.number('MONTH')
  const [day, to] = [given.number('DAYNUM'), given.number('to')]
  if (!(day < to)) return undefined
  return {
    kind: 'range',
    from: { kind: 'day', month, day, year: yearOf(given) },
    to: { kind: 'day', month, day: to, year: yearOf(given) },
  }
}

function bothOf(date: Meaning | undefined, day: Meaning | undefined): Meaning | undefined {
  if (date?.kind === 'day' && day?.kind === 'weekday') return { ...date, weekday: day.weekday }
  return date
}

function partOf(day: Meaning | undefined, part: string | undefined): Meaning | undefined {
  return day === undefined || part === undefined ? undefined : { kind: 'part', part, of: day }
}

const partWords: Readonly<Record<string, string>> = {
  night: 'NI',
  evening: 'EV',
  overnight: 'NI',
  dawn: 'MO',
  daybreak: 'MO',
  sunrise: 'MO',
  dusk: 'EV',
  sunset: 'EV',
  nightfall: 'NI',
  lunchtime: 'MI',
  midday: 'MI',
}

function partAlone(given: Given): Meaning | undefined {
  const words = given.words
  const part = given.text('PART') ?? words.map((word) => partWords[word]).find((each) => each !== undefined)
  if (words.includes('last')) return partOf(unitShift('D', -1, 'publication'), part)
  const spoken = words.some(
    (word) =>
      word === 'that' ||
      word === 'the' ||
      word === 'same' ||
      word === 'following' ||
      word === 'previous' ||
      word === 'next',
  )
  const by = words.includes('following') || words.includes('next') ? 1 : words.includes('previous') ? -1 : 0
  const against: Against = words.includes('this') ? 'publication' : 'time'
  return partOf(unitShift('D', spoken ? by : 0, against), part)
}

function edgeOf(words: readonly string[]): string {
  return words.find((word) => word !== 'the' && word !== 'very' && word !== 'of' && word !== '-') ?? ''
}

// "earlier in the year", "the end of the month": of the anchor's.
function edgeUnit(given: Given): Meaning | undefined {
  const of = unitShift(given.unit(), 0, 'publication')
  return of === undefined ? undefined : { kind: 'edge', edge: edgeOf(given.words), of }
}

function inside(given: Given, what: 'week' | 'weekend' | 'day' | number): Meaning | undefined {
  const of = given.meaning('MON')
  const nth = given.text('ORD') === undefined ? -1 : given.number('ORD')
  return of === undefined || nth > 5 ? undefined : { kind: 'inside', what, nth, of }
}

function away(given: Given, sign: 1 | -1, against: Against | Meaning): Meaning | undefined {
  const unit = given.unit()
  const count = given.text('NUM')
  if (unit === undefined || count === undefined) return undefined
  if (count === 'X') return { kind: 'stated', type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
  return { kind: 'away', unit, count: sign * Number(count), against }
}

// "recent years" and "past days" only point back; "recent months" has a length.
function vagueUnits(given: Given): Meaning | undefined {
  const unit = given.unit()
  const isBack = given.words.includes('recent') || given.words.includes('past')
  if (isBack && (unit === 'Y' || unit === 'D' || unit === 'Q'))
    return { kind: 'stated', type: 'DATE', value: 'PAST_REF' }
  return durationOf('X', unit)
}

function textOf(value: string | Meaning | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function meaningOf(value: string | Meaning | undefined): Meaning | undefined {
  return typeof value === 'object' ? value : undefined
}
