import { averageLink } from './average-link.ts'
import { inCompany, neighboursIn } from './company.ts'
import { leastOdds } from './neighbours.ts'
import { weights } from './weights.ts'
import { dayOf, type Window } from './window.ts'

/** Articles that stay together: one that may move, or those of a story that are old or too many. */
export type Block = {
  readonly story: number
  readonly members: readonly number[]
  readonly isAnchor: boolean
}

// So many articles in the window when the threshold was fitted; among fewer, two that are alike are more likely of one story.
const fittedAmong = 800

/** For so many days after its report an article may still move to another story; a story of more articles stays whole. */
const openDays = 3
const openMembers = 24

/** How many of a block's articles speak for it, its latest ones. */
const speakers = 12

/** The blocks of a story: its recent articles each alone, the rest in one. */
export function blocksOf(window: Window, number: number): Block[] {
  const { shelf, clock } = window
  const story = window.stories.get(number)
  if (story === undefined) return []
  if (story.members.length > openMembers)
    return [{ story: number, members: story.members, isAnchor: story.isOld }]
  const isOpen = (member: number) => dayOf(clock) - dayOf(shelf.at[member % shelf.capacity] ?? 0) <= openDays
  const open = story.members.filter(isOpen)
  const whole = story.members.filter((member) => !isOpen(member))
  // What left the window stays with the oldest that did not.
  if (story.isOld && whole.length === 0) whole.push(...open.splice(0, 1))
  const blocks = open.map((member): Block => ({ story: number, members: [member], isAnchor: false }))
  return whole.length === 0 ? blocks : [{ story: number, members: whole, isAnchor: story.isOld }, ...blocks]
}

/** The articles that speak for a block. */
export function speakersOf(block: Block): readonly number[] {
  return block.members.slice(-speakers)
}

/** Groups blocks by how near their speakers are; answers groups of blocks. */
export function regroup(window: Window, blocks: readonly Block[]): Block[][] {
  const blockOf = new Map<number, number>()
  blocks.forEach((block, i) => {
    for (const member of speakersOf(block)) blockOf.set(member, i)
  })
  const count = blocks.length
  const sizes = blocks.map((block) => speakersOf(block).length)
  const link = Float64Array.from(
    { length: count * count },
    (_, i) => leastOdds * (sizes[Math.floor(i / count)] ?? 0) * (sizes[i % count] ?? 0),
  )
  const near = inCompany(window.shelf, [...blockOf.keys()])
  const isTold = (number: number, member: number) =>
    neighboursIn(near, number).some((each) => each.number === member)
  for (const [member, i] of blockOf) {
    for (const { number, odds } of neighboursIn(near, member)) {
      const j = blockOf.get(number)
      // A pair that both remember counts once.
      if (j === undefined || i === j || (number < member && isTold(number, member))) continue
      link[i * count + j] = (link[i * count + j] ?? 0) + odds - leastOdds
      link[j * count + i] = (link[j * count + i] ?? 0) + odds - leastOdds
    }
  }
  const units = blocks.map((block, i) => ({
    size: sizes[i] ?? 1,
    isAnchor: block.isAnchor,
    days: daysOf(window, block),
  }))
  const groups = new Map<number, Block[]>()
  averageLink(units, link, {
    threshold:
      weights.threshold - weights.perFewer * Math.log(Math.max(1, fittedAmong / (1 + window.articles))),
    perGap: weights.perGap * densityOf(window),
  }).forEach((group, i) => {
    const block = blocks[i]
    if (block !== undefined) groups.set(group, [...(groups.get(group) ?? []), block])
  })
  return [...groups.values()]
}

function daysOf(window: Window, block: Block): [number, number] {
  const { shelf } = window
  const dayAt = (member: number) => dayOf(shelf.at[member % shelf.capacity] ?? 0)
  const days = [block.members[0], block.members.at(-1)].map((member) => dayAt(member ?? 0))
  return [Math.min(...days), Math.max(...days)]
}

// Between 0 and 1: in a thin stream days part articles less than in a dense one.
function densityOf(window: Window): number {
  return Math.min(1, (1 + window.articles) / 80)
}
