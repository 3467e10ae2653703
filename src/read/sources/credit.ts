import type { Mention } from '../../model/reading.ts'
import { quoteOf, type Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { datelineCredit } from '../../text/dateline.ts'
import type { Site } from './described.ts'
import { isOutletName, outletIn } from './outlet-name.ts'

/** The agency or outlet that the paragraph of an attribution credits; undefined for none. */
export function creditOf({ text, paragraph, near }: Site): Range | undefined {
  const start = paragraph.words[0]?.start ?? 0
  const end = paragraph.words.at(-1)?.end ?? start
  return creditIn(text, { start, end }, { near, isOutlet: isOutletName })
}

/** The agency or outlet that a paragraph credits, in its dateline or at its end; undefined for none. */
export function creditIn(
  text: string,
  paragraph: Range,
  { near, isOutlet }: { readonly near: readonly Mention[]; readonly isOutlet: (name: string) => boolean },
): Range | undefined {
  const opening = firstIn(text, datelineCredit(text, paragraph))
  if (opening !== undefined && isAgency(text, paragraph, opening))
    return outletIn(text, opening, near) ?? opening
  const credit = firstIn(text, atEnd(text, paragraph))
  if (credit === undefined) return undefined
  const name = quoteOf(text, credit)
  if (isOutletName(name)) return outletIn(text, credit, near) ?? credit
  // "the Harbour Protection Association (HPA)." explains initials; behind a full stop they are a credit.
  const before = text.slice(paragraph.start, credit.start)
  return isOutlet(name) && /(?:^|[.!?]["”’']?\s)[^\p{L}\p{N}]*(?:\p{L}+(?: by)?:?\s+)?$/u.test(before)
    ? credit
    : undefined
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

function atEnd(text: string, { start, end }: Range): Range | undefined {
  const from = Math.max(start, end - longest)
  const match = closing.exec(text.slice(from, end))
  const name = match?.groups?.inBrackets ?? match?.groups?.bare
  if (match === null || name === undefined) return undefined
  const at = from + match.index + match[0].lastIndexOf(name)
  return { start: at, end: at + name.length }
}

/** Characters that a credit at a paragraph's end has at most. */
const longest = 80

// "… on Monday. (AFP)", "… brought out. – Meridian News Agency", "… shut. Source: Delta Press", "… seats. HNS and staff", a line "Tidewater"
const closing = new RegExp(
  [
    String.raw`(?:\((?<inBrackets>[^()]{2,40})\)`,
    String.raw`|(?:^|[.!?]["”’']?\s)(?:[–—-]{1,2}\s*|(?:Sources?|Credit|Reporting by):?\s+)?`,
    String.raw`(?<bare>\p{Lu}[^.()]{1,40}?)(?:(?:\sand|\s?/)\s?(?:our )?(?:own )?`,
    String.raw`(?:staff|reports?|reporters|correspondents?|agencies|wire services))?)\s?\.?$`,
  ].join(''),
  'u',
)
