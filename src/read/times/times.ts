import { proseKinds } from '../../model/article.ts'
import type { Quotation, TimeExpression } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'
import { findQuotations } from '../quotations/quotations.ts'
import { type Day, parseDay } from './calendar.ts'
import { saidOn } from './dated-quotations.ts'
import { directionFinder } from './direction.ts'
import { type Around, expressionOf, type Spoken } from './expression.ts'
import { timeGrammar } from './grammar.ts'
import { type Found, matchTimes } from './match.ts'
import { nameFinder } from './named-after.ts'
import { withOtherCalendars } from './other-calendars.ts'
import { withPeriods } from './periods.ts'
import { scanWords } from './scan.ts'

/** Time expressions of an article in text order, resolved against its publication where it has one. */
export function findTimes(
  context: ReadContext,
  quotations: readonly Quotation[] = findQuotations(context),
): TimeExpression[] {
  const { article, language } = context
  const grammar = timeGrammar()
  const words = scanWords(article.text, grammar.lexicon)
  const directionOf = directionFinder(article.text, language)
  const dayFirst = writesDayFirst(article.url)
  const isRead = blockReader(context)
  const isName = nameFinder(context)
  let publication = article.published === undefined ? undefined : parseDay(article.published)
  let dateline: Spoken | undefined
  let spoken: Spoken | undefined
  let spokenDay: Spoken | undefined
  const times: TimeExpression[] = []
  const read: { readonly found: Found; readonly around: Around }[] = []
  for (const found of matchTimes(words, grammar)) {
    const range = { start: words.starts[found.start] ?? 0, end: words.ends[found.end - 1] ?? 0 }
    if (!isRead(range.start) || isName(range)) continue
    if (spoken !== undefined && range.start - spoken.range.end > spokenReach) spoken = undefined
    if (spokenDay !== undefined && range.start - spokenDay.range.end > spokenReach) spokenDay = undefined
    const around: Around = {
      range,
      publication,
      dateline,
      spoken,
      spokenDay,
      dayFirst,
      direction: () => directionOf(range),
    }
    const said = expressionOf(found, around)
    times.push(flagged(article.text, said.time, publication))
    read.push({ found, around })
    if (said.spoken !== undefined) spoken = { ...said.spoken, range }
    if (said.spoken?.placed.grain === 'day') spokenDay = { ...said.spoken, range }
    if (publication === undefined && spoken !== undefined && isDateline(found, range.start, article.text)) {
      publication = spoken.placed.from
      dateline = spoken
    }
  }
  const anchored = times.map((time, i) => {
    const own = read[i]
    return own === undefined ? time : countedFromQuotation(article.text, time, { ...own, quotations, times })
  })
  return withOtherCalendars(article.text, withPeriods(article.text, anchored))
}

// "Tomorrow" in what was said on 4 March is the 5th, whenever it is printed.
function countedFromQuotation(
  text: string,
  time: TimeExpression,
  given: {
    readonly found: Found
    readonly around: Around
    readonly quotations: readonly Quotation[]
    readonly times: readonly TimeExpression[]
  },
): TimeExpression {
  const { publication } = given.around
  if (publication === undefined || time.anchor?.kind !== 'publication') return time
  const said = saidOn(text, time, given)
  if (said === undefined || said.day >= publication) return time
  const then = expressionOf(given.found, { ...given.around, publication: said.day, dateline: undefined }).time
  const { start, end, value } = said
  return {
    ...then,
    anchor: { kind: 'quotation', value, range: { start, end } },
    rules: [...then.rules, 'T-ANCHOR-QUOTATION'],
  }
}

// "will meet on 7 March", published on the 10th: an old text, or a slip; it is said, and the day is kept.
function flagged(text: string, time: TimeExpression, publication: Day | undefined): TimeExpression {
  const last = time.interval === undefined ? undefined : parseDay(time.interval.to)
  if (publication === undefined || last === undefined || last >= publication) return time
  if (time.type !== 'DATE' || !time.rules.some((rule) => rule.startsWith('T-DATE'))) return time
  return ahead.test(text.slice(Math.max(0, time.start - 90), time.start))
    ? { ...time, reason: 'already-over', rules: [...time.rules, 'T-AHEAD-OVER'] }
    : time
}

const ahead =
  /\b(?:will|(?:is|are) (?:to|due|set|scheduled|expected))\b(?:(?!\b(?:have|had|was|were|did|said|since|after|from|of)\b)[^.;:“”"])*$/

// A time counts as "last spoken of" for about a paragraph.
const spokenReach = 700

// A full date in the first lines of an undated text is where its other times are counted from.
function isDateline(found: Found, start: number, text: string): boolean {
  if (found.meaning.kind !== 'day' && found.meaning.kind !== 'iso') return false
  if (start > 300) return false
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start)
  const rest = text.slice(start, start + 60)
  return (
    line.trim() === '' ||
    (/^[^a-z]{3,}[^.]{0,40}$/.test(line) && /^[^\n]{4,30}\s?(?:\([A-Z]|[—–-]{1,2}\s)/.test(rest))
  )
}

const dayFirstCountries =
  /\.(?:uk|ie|au|nz|in|za|fr|de|it|es|nl|be|pl|se|no|dk|fi|tr|ae|qa|sa|eg|il|pk|ng|ke|br|ar|mx)(?:[:/]|$)/

function writesDayFirst(url: string | undefined): boolean | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const host = new URL(url).host
  if (dayFirstCountries.test(host)) return true
  return /\.(?:us|gov|mil)$/.test(host) ? false : undefined
}

/** Tells whether the block at an offset is read; offsets are asked in rising order. */
function blockReader(context: ReadContext): (at: number) => boolean {
  const { blocks } = context.article
  let i = 0
  return (at) => {
    while (i < blocks.length && (blocks[i]?.end ?? 0) <= at) i++
    const block = blocks[i]
    if (block === undefined || at < block.start) return true
    return (
      proseKinds.has(block.kind) ||
      block.kind === 'dateline' ||
      block.kind === 'caption' ||
      block.kind === 'correction' ||
      block.kind === 'heading'
    )
  }
}
