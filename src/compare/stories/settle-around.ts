import { passOnIds } from './former-ids.ts'
import { inWords, likenessOf, type Measure } from './likeness.ts'
import { type Neighbour, nearOf } from './neighbours.ts'
import { type Block, blocksOf, regroup } from './regroup.ts'
import { heirOf, newStoryId, storiesOfGroups } from './rename.ts'
import { type Stand, standOf } from './stands.ts'
import type { Settled, Window } from './window.ts'

/** An article that stands otherwise than before. */
export type Moved = { readonly article: string } & Stand

/** How many stories near an article are looked at with it, and how near one of their articles must be. */
const stories = 3
const nearEnough = -4

/**
 * Puts a new article into a story or a new one, and settles the stories near it: what is nearer to another story moves, two
 * that are one are merged, one that is two is split.
 */
export function settleAround(
  window: Window,
  article: { readonly number: number; readonly neighbours: readonly Neighbour[]; readonly measure: Measure },
): { readonly story: string; readonly nearest?: Neighbour; readonly moved: readonly Moved[] } {
  const { number, neighbours } = article
  const { shelf } = window
  const alone: Block = { story: -1, members: [number], isAnchor: false }
  const near = nearStories(window, neighbours)
  const blocks = near.flatMap((story) => blocksOf(window, story))
  const groups = regroup(window, [...blocks, alone])
  const heirs = storiesOfGroups(window, groups)
  const before = new Map(near.map((story) => [story, window.stories.get(story)]))
  const moves = groups.flatMap((group, i) => assign(window, group, heirs[i]))
  const gone = near.flatMap((story) => {
    const id = before.get(story)?.id
    const larger = groups[heirOf(groups, story) ?? -1]?.[0]?.members[0]
    if (heirs.includes(story) || id === undefined || larger === undefined) return []
    window.stories.delete(story)
    window.storyIds.delete(id)
    return [{ story, id, into: shelf.story[larger % shelf.capacity] ?? -1 }]
  })
  const own = shelf.story[number % shelf.capacity] ?? -1
  const story = window.stories.get(own)
  if (story === undefined) throw new Error(`article ${number} was put into no story`)
  const nearest = neighbours
    .filter((neighbour) => shelf.story[neighbour.number % shelf.capacity] === own)
    .reduce<Neighbour | undefined>((best, each) => (best && best.odds >= each.odds ? best : each), undefined)
  explain(window, moves, article.measure)
  const born = moves.flatMap(({ member }) => {
    const now = shelf.story[member % shelf.capacity] ?? -1
    return before.has(now) ? [] : (window.stories.get(now)?.id ?? [])
  })
  const carriers = passOnIds(window, { gone, born: [...new Set(born)], moves })
  const elsewhere = new Set([...moves.map(({ member }) => member), ...carriers])
  return { story: story.id, nearest, moved: standsOf(window, elsewhere) }
}

/** The stories that neighbours are in, the nearest first. */
export function nearStories(window: Window, neighbours: readonly Neighbour[]): number[] {
  const best = new Map<number, number>()
  for (const { number, odds } of neighbours) {
    const story = window.shelf.story[number % window.shelf.capacity] ?? -1
    if (odds > nearEnough) best.set(story, Math.max(odds, best.get(story) ?? nearEnough))
  }
  return [...best]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, stories)
    .map(([story]) => story)
}

// Gives a group of blocks its story; answers the articles that were in another.
function assign(
  window: Window,
  group: readonly Block[],
  heir: number | undefined,
): { readonly member: number; readonly from: number }[] {
  const { shelf } = window
  const last = Math.max(...group.map((block) => window.stories.get(block.story)?.last ?? window.clock))
  const story = heir ?? window.nextStory++
  const known = heir === undefined ? undefined : window.stories.get(heir)
  if (known === undefined) {
    const members = group.flatMap((block) => block.members).sort((a, b) => a - b)
    const id = newStoryId(window, members)
    window.storyIds.add(id)
    window.stories.set(story, { id, last, members, isOld: false })
  } else {
    known.members = membersNow(known.members, group, story)
    known.last = Math.max(known.last, last)
  }
  const moved = group
    .filter((block) => block.story !== story)
    .flatMap((block) => block.members.map((member) => ({ member, from: block.story })))
  for (const { member } of moved) {
    for (const each of [member, ...(window.copies.get(member) ?? [])])
      shelf.story[each % shelf.capacity] = story
  }
  return moved.filter(({ from }) => from >= 0)
}

// A story is large and what joins it small: it grows at its end, unless something left it or an older article comes in.
function membersNow(before: number[], group: readonly Block[], story: number): number[] {
  const stay = group.filter((block) => block.story === story)
  const come = group.filter((block) => block.story !== story).flatMap((block) => block.members)
  const isWhole = stay.reduce((sum, block) => sum + block.members.length, 0) === before.length
  const last = before.at(-1) ?? -1
  if (!isWhole || come.some((member) => member < last))
    return [...stay.flatMap((block) => block.members), ...come].sort((a, b) => a - b)
  before.push(...come.sort((a, b) => a - b))
  return before
}

// Why each article that moved, and every copy of it, is where it is now.
function explain(
  window: Window,
  moves: readonly { readonly member: number; readonly from: number }[],
  measure: Measure,
): void {
  const { shelf } = window
  const members = new Map<number, ReadonlySet<number>>()
  for (const { member, from } of moves) {
    const number = shelf.story[member % shelf.capacity] ?? -1
    const story = window.stories.get(number)
    if (story === undefined) throw new Error(`article ${member} was moved into no story`)
    // Made once for all that move into a story.
    const others = members.get(number) ?? new Set(story.members)
    members.set(number, others)
    const found = nearOf(shelf, member).find((neighbour) => others.has(neighbour.number))
    const settled: Settled = {
      rule: window.stories.has(from) ? 'STORY-SPLIT' : 'STORY-MERGE',
      score: found === undefined ? 0 : Math.round(1000 / (1 + Math.exp(-found.odds))) / 1000,
      because:
        found === undefined
          ? ['none of the other articles is near enough']
          : [
              ...inWords(likenessOf(shelf, measure, [member, found.number])),
              `nearest is article ${shelf.ids[found.number % shelf.capacity]}`,
            ],
    }
    for (const each of [member, ...(window.copies.get(member) ?? [])])
      window.settled.set(each, after(window.settled.get(each), settled))
  }
}

/** How many moves of an article are remembered beside the last and how it was first placed. */
const movesKept = 8

function after(known: Settled | undefined, settled: Settled): Settled {
  if (known === undefined) return settled
  const { earlier = [], ...last } = known
  return { ...settled, earlier: [last, ...earlier].slice(0, movesKept) }
}

function standsOf(window: Window, members: ReadonlySet<number>): Moved[] {
  const { ids, capacity } = window.shelf
  return [...members]
    .flatMap((member) => [member, ...(window.copies.get(member) ?? [])])
    .map((each) => ({ article: ids[each % capacity] ?? '', ...standOf(window, each) }))
}
