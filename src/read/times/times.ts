import { proseKinds } from '../../model/article.ts'
import type { TimeExpression } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'
import { parseDay } from './calendar.ts'
import { directionFinder } from './direction.ts'
import { expressionOf, type Spoken } from './expression.ts'
import { timeGrammar } from './grammar.ts'
import { type Found, matchTimes } from './match.ts'
import { withPeriods } from './periods.ts'
import { scanWords } from './scan.ts'

/** Time expressions of an article in text order, resolved against its publication where it has one. */
export function findTimes(context: ReadContext): TimeExpression[] {
  const { article, language } = context
  const grammar = timeGrammar()
  const words = scanWords(article.text, grammar.lexicon)
  const directionOf = directionFinder(article.text, language)
  const dayFirst = writesDayFirst(article.url)
  const isRead = blockReader(context)
  let publication = article.published === undefined ? undefined : parseDay(article.published)
  let dateline: Spoken | undefined
  let spoken: Spoken | undefined
  let spokenDay: Spoken | undefined
  const times: TimeExpression[] = []
  for (const found of matchTimes(words, grammar)) {
    const range = { start: words.starts[found.start] ?? 0, end: words.ends[found.end - 1] ?? 0 }
    if (!isRead(range.start)) continue
    if (spoken !== undefined && range.start - spoken.range.end > spokenReach) spoken = undefined
    if (spokenDay !== undefined && range.start - spokenDay.range.end > spokenReach) spokenDay = undefined
    const said = expressionOf(found, {
      range,
      publication,
      dateline,
      spoken,
      spokenDay,
      dayFirst,
      direction: () => directionOf(range),
    })
    times.push(said.time)
    if (said.spoken !== undefined) spoken = { ...said.spoken, range }
    if (said.spoken?.placed.grain === 'day') spokenDay = { ...said.spoken, range }
    if (publication === undefined && spoken !== undefined && isDateline(found, range.start, article.text)) {
      publication = spoken.placed.from
      dateline = spoken
    }
  }
  return withPeriods(article.text, times)
}

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
