import { inWords, likenessOf, type Measure } from './likeness.ts'
import { type Neighbour, nearOf } from './neighbours.ts'
import { type Block, blocksOf, regroup } from './regroup.ts'
import { newStoryId, storiesOfGroups } from './rename.ts'
import type { Settled, Window } from './window.ts'

/** An article that stands in another story than before, and why. */
export type Moved = { readonly article: string; readonly story: string; readonly settled: Settled }

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
  const own: Block = { story: -1, members: [number], isAnchor: false }
  const near = nearStories(window, neighbours)
  const blocks = near.flatMap((story) => blocksOf(window, story))
  const groups = regroup(window, [...blocks, own])
  const heirs = storiesOfGroups(window, groups)
  const before = new Map(near.map((story) => [story, window.stories.get(story)]))
  const moves: { readonly member: number; readonly from: number }[] = []
  groups.forEach((group, i) => {
    moves.push(...assign(window, group, heirs[i]))
  })
  for (const story of near) {
    const gone = before.get(story)
    if (heirs.includes(story) || gone === undefined) continue
    window.stories.delete(story)
    window.storyIds.delete(gone.id)
  }
  const story = window.stories.get(window.shelf.story[number % window.shelf.capacity] ?? -1)
  if (story === undefined) throw new Error(`article ${number} was put into no story`)
  const nearest = neighbours
    .filter((neighbour) => story.members.includes(neighbour.number))
    .reduce<Neighbour | undefined>((best, each) => (best && best.odds >= each.odds ? best : each), undefined)
  return { story: story.id, nearest, moved: moves.flatMap((move) => recorded(window, move, article.measure)) }
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
  const members = group.flatMap((block) => block.members).sort((a, b) => a - b)
  const last = Math.max(...group.map((block) => window.stories.get(block.story)?.last ?? window.clock))
  const story = heir ?? window.nextStory++
  const known = heir === undefined ? undefined : window.stories.get(heir)
  if (known === undefined) {
    const id = newStoryId(window, members)
    window.storyIds.add(id)
    window.stories.set(story, { id, last, members, isOld: false })
  } else {
    known.members = members
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

function recorded(
  window: Window,
  { member, from }: { readonly member: number; readonly from: number },
  measure: Measure,
): Moved[] {
  const { shelf } = window
  const story = window.stories.get(shelf.story[member % shelf.capacity] ?? -1)
  if (story === undefined) throw new Error(`article ${member} was moved into no story`)
  const nearest = nearestIn(window, member, story.members)
  const settled: Settled = {
    rule: window.stories.has(from) ? 'STORY-SPLIT' : 'STORY-MERGE',
    score: nearest === undefined ? 0 : Math.round(1000 / (1 + Math.exp(-nearest.odds))) / 1000,
    because:
      nearest === undefined
        ? ['none of the other articles is near enough']
        : [
            ...inWords(likenessOf(shelf, measure, [member, nearest.number])),
            `nearest is article ${shelf.ids[nearest.number % shelf.capacity]}`,
          ],
  }
  return [member, ...(window.copies.get(member) ?? [])].map((each) => {
    window.settled.set(each, settled)
    return { article: shelf.ids[each % shelf.capacity] ?? '', story: story.id, settled }
  })
}

function nearestIn(window: Window, member: number, others: readonly number[]): Neighbour | undefined {
  const pairs = others.flatMap((other) => {
    if (other === member) return []
    const [older, newer] = other < member ? [other, member] : [member, other]
    const known = nearOf(window.shelf, newer).find((neighbour) => neighbour.number === older)
    return known === undefined ? [] : [{ number: other, odds: known.odds }]
  })
  return pairs.reduce<Neighbour | undefined>(
    (best, each) => (best && best.odds >= each.odds ? best : each),
    undefined,
  )
}
