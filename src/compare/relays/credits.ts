import { type Block, proseKinds } from '../../model/article.ts'
import { quoteOf, type Range } from '../../model/span.ts'
import { creditIn } from '../../read/sources/credit.ts'
import { isOutletName, outletIn } from '../../read/sources/outlet-name.ts'
import type { Member } from '../member.ts'
import { outletKey } from './outlet-names.ts'

/** An outlet that supplied an article's text, with the words that say so; without them where the file or page states it elsewhere. */
export type Credit = { readonly name: string; readonly range?: Range }

/**
 * The outlets or agencies that an article credits for its text: as its file or page states it, in the dateline, at the end of
 * the text, or in a credit line. `outlets` are the names of the story's own; who only contributed ("with reporting by") is none.
 */
export function creditsOf({ article }: Member, outlets: readonly string[]): Credit[] {
  const { text, blocks } = article
  const prose = blocks.filter(({ kind }) => proseKinds.has(kind) && kind !== 'headline')
  const ends = [...new Set([prose[0], prose.at(-1)])].flatMap((block) => {
    const range = block && (creditIn(text, block, []) ?? nameAlone(text, block, outlets))
    return range === undefined ? [] : [range]
  })
  const lines = blocks.filter(({ kind }) => kind === 'credit' || kind === 'dateline' || kind === 'byline')
  const ranges = [...ends, ...lines.flatMap((block) => creditLine(text, block, outlets) ?? [])]
  const named = ranges.map((range) => ({ name: quoteOf(text, range), range }))
  return [...stated(article), ...named].filter(
    ({ name }) => article.outlet === undefined || outletKey(name) !== outletKey(article.outlet),
  )
}

function stated({ text, credit }: Member['article']): Credit[] {
  if (credit === undefined) return []
  const start = text.lastIndexOf(credit)
  return [start < 0 ? { name: credit } : { name: credit, range: { start, end: start + credit.length } }]
}

// A last line that is "Tidewater", "– Tidewater" or "(Tidewater)".
function nameAlone(text: string, block: Block, outlets: readonly string[]): Range | undefined {
  const [, lead = '', name = ''] =
    /^([\s(–—-]*)(\p{Lu}[^.()]{1,40}?)[\s).]*$/u.exec(quoteOf(text, block)) ?? []
  const isKnown = isOutletName(name) || outlets.some((outlet) => outletKey(outlet) === outletKey(name))
  if (name === '' || !isKnown) return undefined
  const start = block.start + lead.length
  return { start, end: start + name.length }
}

// "Source: Tidewater", "VELM, March 4 (MNA) —", "This article was first published by The Counting House.", "By Tidewater staff"
function creditLine(text: string, block: Block, outlets: readonly string[]): Range | undefined {
  const line = quoteOf(text, block)
  if (block.kind === 'dateline') return creditIn(text, block, [])
  if (onlyContributed.test(line)) return undefined
  for (const outlet of outlets) {
    const at = wordAt(line, outlet)
    if (at >= 0) return { start: block.start + at, end: block.start + at + outlet.length }
  }
  return outletIn(text, block, [])
}

const onlyContributed = /^\(?(?:additional|extra|with|translat|graphic|photo|edit|the views)|\bcontribut/i

function wordAt(line: string, name: string): number {
  const at = line.indexOf(name)
  const isInWord = /\p{L}/u.test(line[at - 1] ?? '') || /\p{L}/u.test(line[at + name.length] ?? '')
  return isInWord ? -1 : at
}
