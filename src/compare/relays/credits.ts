import { type Block, proseKinds } from '../../model/article.ts'
import { quoteOf, type Range } from '../../model/span.ts'
import { creditIn } from '../../read/sources/credit.ts'
import { isOutletName, outletIn } from '../../read/sources/outlet-name.ts'
import type { Member } from '../member.ts'
import type { OutletAlias } from './outlet-aliases.ts'
import { outletKey, withoutArticle } from './outlet-names.ts'

/** An outlet that supplied an article's text, or one paragraph of it (`of`), with the words that say so; without them where the file or page states it elsewhere. */
export type Credit = { readonly name: string; readonly range?: Range; readonly of?: Range }

/**
 * The outlets or agencies that an article credits: as its file or page states it, in a dateline, at the end of a paragraph, or
 * in a credit line. At the head and the foot a credit is for the whole text; who only contributed ("with reporting by") has none.
 */
export function creditsOf({ article }: Member, aliases: readonly OutletAlias[]): Credit[] {
  const { text, blocks } = article
  const outletOf = new Map(
    aliases.flatMap(({ words, outlet, kind }) => (kind === 'last' ? [] : [[words, outlet] as const])),
  )
  const isOutlet = (name: string) => isOutletName(name) || outletOf.has(withoutArticle(name))
  const prose = blocks.filter(({ kind }) => proseKinds.has(kind) && kind !== 'headline')
  const ends: readonly (Block | undefined)[] = [prose[0], prose.at(-1)]
  const named = blocks.flatMap((block): Credit[] => {
    const isLine = block.kind === 'credit' || block.kind === 'byline'
    if (!isLine && block.kind !== 'dateline' && !prose.includes(block)) return []
    const range = isLine
      ? creditLine(text, block, [...outletOf.keys()])
      : creditIn(text, block, { near: [], isOutlet })
    if (range === undefined) return []
    const name = quoteOf(text, range)
    const isForOne = prose.includes(block) && !ends.includes(block)
    return [{ name: outletOf.get(withoutArticle(name)) ?? name, range, ...(isForOne ? { of: block } : {}) }]
  })
  return [...stated(article), ...named].filter(
    ({ name }) => article.outlet === undefined || outletKey(name) !== outletKey(article.outlet),
  )
}

function stated({ text, credit }: Member['article']): Credit[] {
  if (credit === undefined) return []
  const start = text.lastIndexOf(credit)
  return [start < 0 ? { name: credit } : { name: credit, range: { start, end: start + credit.length } }]
}

// "Source: Tidewater", "This article was first published by The Counting House.", "By Tidewater staff"
function creditLine(text: string, block: Block, names: readonly string[]): Range | undefined {
  const line = quoteOf(text, block)
  if (onlyContributed.test(line)) return undefined
  for (const name of names) {
    const at = wordAt(line, name)
    if (at >= 0) return { start: block.start + at, end: block.start + at + name.length }
  }
  return outletIn(text, block, [])
}

const onlyContributed = /^\(?(?:additional|extra|with|translat|graphic|photo|edit|the views)|\bcontribut/i

function wordAt(line: string, name: string): number {
  const at = line.indexOf(name)
  const isInWord = /\p{L}/u.test(line[at - 1] ?? '') || /\p{L}/u.test(line[at + name.length] ?? '')
  return isInWord ? -1 : at
}
