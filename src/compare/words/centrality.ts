import { proseKinds } from '../../model/article.ts'
import type { Range } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { wordsOf } from './words.ts'

/** How much of each article speaks for what the story is about: its headline and beginning. */
const leadLength = 600

/** The words of a range that have matter of their own, by what they are compared by. */
export function subjectKeys(text: string, range: Range): ReadonlySet<string> {
  return new Set(wordsOf(text, range).flatMap(({ key, empty }) => (empty ? [] : key)))
}

/** In what share of the articles' beginnings each word is. */
export function spreadOf(members: readonly Member[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { article } of members) {
    const blocks = article.blocks.filter((block) => proseKinds.has(block.kind) && block.start < leadLength)
    const ranges = blocks.map(({ start, end }) => ({ start, end: Math.min(end, leadLength) }))
    const keys = new Set(ranges.flatMap((range) => [...subjectKeys(article.text, range)]))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Map([...counts].map(([key, count]) => [key, count / members.length]))
}

/** How near words are to what a story's articles begin with: the mean share, over four words at least, for a word alone says little, and every word must earn its place. */
export function centrality(keys: ReadonlySet<string>, spread: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const key of keys) sum += spread.get(key) ?? 0
  return sum / Math.max(4, Math.sqrt(keys.size * 6))
}
