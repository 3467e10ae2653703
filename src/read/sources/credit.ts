import type { Mention } from '../../model/reading.ts'
import { quoteOf, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { datelineCredit } from '../../text/dateline.ts'
import type { Site } from './described.ts'
import { isOutletName, outletIn } from './outlet-name.ts'

// "Police said on Monday. (AFP)", "The last miner was brought out. – Meridian News Agency"
const closing = /(?:\(([^()]{2,40})\)|[.!?]["”’']?\s[–—-]{1,2}\s(\p{Lu}[^.()]{2,40}))\.?$/u

/** The agency or outlet that the paragraph of an attribution credits; undefined for none. */
export function creditOf({ text, paragraph, near }: Site): Range | undefined {
  const start = paragraph.words[0]?.start ?? 0
  return creditIn(text, { start, end: paragraph.words.at(-1)?.end ?? start }, near)
}

/** The agency or outlet that a paragraph credits, in its dateline or at its end; undefined for none. */
export function creditIn(text: string, paragraph: Range, near: readonly Mention[]): Range | undefined {
  const { start, end } = paragraph
  const opening = firstIn(text, datelineCredit(text, paragraph))
  if (opening !== undefined && isAgency(text, paragraph, opening))
    return outletIn(text, opening, near) ?? opening
  const credit = firstIn(text, atEnd(text, { start: Math.max(start, end - 60), end }))
  if (credit === undefined || !isOutletName(quoteOf(text, credit))) return undefined
  return outletIn(text, credit, near) ?? credit
}

// Between a place in capitals and the dash stands an agency, whatever it is called, or the country of the place.
function isAgency(text: string, { start }: Range, opening: Range): boolean {
  const name = quoteOf(text, opening)
  return isOutletName(name) || (/^\p{Lu}{2}/u.test(text.slice(start)) && countryNamed(name) === undefined)
}

// "(AFP, Reuters)": the first of several.
function firstIn(text: string, range: Range | undefined): Range | undefined {
  if (range === undefined) return undefined
  const [first = ''] = quoteOf(text, range).split(/\s*[,/]\s*/)
  return { start: range.start, end: range.start + first.length }
}

function atEnd(text: string, range: Range): Range | undefined {
  const match = closing.exec(quoteOf(text, range))
  const name = match?.[1] ?? match?.[2]
  if (match === null || name === undefined) return undefined
  const at = range.start + match.index + match[0].indexOf(name)
  return { start: at, end: at + name.length }
}
