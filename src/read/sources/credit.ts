import { quoteOf, type Range } from '../../model/span.ts'
import { datelineCredit } from '../../text/dateline.ts'
import type { Site } from './described.ts'
import { isOutletName, outletIn } from './outlet-name.ts'

// "Police said on Monday. (AFP)", "The last miner was brought out. – Meridian News Agency"
const closing = /(?:\(([^()]{2,40})\)|[.!?]["”’']?\s[–—-]{1,2}\s(\p{Lu}[^.()]{2,40}))\.?$/u

/** The agency or outlet that a paragraph credits, in its dateline or at its end; undefined for none. */
export function creditOf({ text, paragraph, near }: Site): Range | undefined {
  const start = paragraph.words[0]?.start ?? 0
  const end = paragraph.words.at(-1)?.end ?? start
  const credit =
    datelineCredit(text, { start, end }) ?? atEnd(text, { start: Math.max(start, end - 60), end })
  if (credit === undefined) return undefined
  // "(AFP, Reuters)": the first of several.
  const [first = ''] = quoteOf(text, credit).split(/\s*[,/]\s*/)
  if (!isOutletName(first)) return undefined
  const outlet = { start: credit.start, end: credit.start + first.length }
  return outletIn(text, outlet, near) ?? outlet
}

function atEnd(text: string, range: Range): Range | undefined {
  const match = closing.exec(quoteOf(text, range))
  const name = match?.[1] ?? match?.[2]
  if (match === null || name === undefined) return undefined
  const at = range.start + match.index + match[0].indexOf(name)
  return { start: at, end: at + name.length }
}
