import type { Episode } from '../../model/record.ts'
import { type Member, timeOf } from '../member.ts'

const hour = 3_600_000

/** A quiet shorter than this parts nothing, however busy a story is. */
const shortestQuiet = 36 * hour

/** How many times the usual pause between two of the story's reports a quiet must last. */
const timesUsual = 6

/** The bursts of a story's dated articles, in order; `members` in report order. A story without a long quiet is one episode. */
export function findEpisodes(members: readonly Member[]): Episode[] {
  const dated = members.flatMap(({ article: { id, published } }) => {
    const at = timeOf(published)
    return published === undefined || at === Number.MAX_SAFE_INTEGER ? [] : [{ id, published, at }]
  })
  const pauses = dated.slice(1).map(({ at }, i) => at - (dated[i]?.at ?? at))
  const quiet = Math.max(shortestQuiet, timesUsual * usual(pauses))
  const episodes: { from: string; to: string; articles: string[]; rule: string }[] = []
  for (const [i, { id, published }] of dated.entries()) {
    const open = episodes.at(-1)
    if (open !== undefined && (pauses[i - 1] ?? 0) < quiet) {
      open.articles.push(id)
      open.to = published
      continue
    }
    const rule = open === undefined ? 'EPI-FIRST' : 'EPI-QUIET'
    episodes.push({ from: published, to: published, articles: [id], rule })
  }
  return episodes
}

// The median: one long quiet does not make quiet usual.
function usual(pauses: readonly number[]): number {
  const sorted = [...pauses].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
