import { hash64 } from '../../model/id.ts'
import type { Block } from './regroup.ts'
import type { Window } from './window.ts'

/** The numbers of the stories that groups of blocks are from now on; `undefined` where a group is a new story. */
export function storiesOfGroups(
  window: Window,
  groups: readonly (readonly Block[])[],
): readonly (number | undefined)[] {
  const heirs = new Map<number, number>()
  for (const story of new Set(groups.flat().map((block) => block.story))) {
    if (!window.stories.has(story)) continue
    const heir = heirOf(groups, story)
    if (heir !== undefined) heirs.set(story, heir)
  }
  return groups.map((_, i) => {
    const inherited = [...heirs].filter(([, heir]) => heir === i).map(([story]) => story)
    return inherited.sort(
      (a, b) =>
        Number(window.stories.get(b)?.isOld ?? false) - Number(window.stories.get(a)?.isOld ?? false) ||
        a - b,
    )[0]
  })
}

/** The group that has a story's larger part, or what left the window with it: a split keeps the id there. */
export function heirOf(groups: readonly (readonly Block[])[], story: number): number | undefined {
  let heir: { readonly group: number; readonly size: number } | undefined
  for (const [group, blocks] of groups.entries()) {
    const own = blocks.filter((block) => block.story === story)
    if (own.some((block) => block.isAnchor)) return group
    const size = own.reduce((sum, block) => sum + block.members.length, 0)
    if (size > 0 && size > (heir?.size ?? 0)) heir = { group, size }
  }
  return heir?.group
}

/** An id for a story of these articles: of the first whose name no story has. */
export function newStoryId(window: Window, members: readonly number[]): string {
  const { ids, capacity } = window.shelf
  const names = members.map((member) => ids[member % capacity] ?? '')
  const free = names.map((name) => `s:${name}`).find((id) => !window.storyIds.has(id))
  // The one article that began a story left it, and the story kept the name.
  let id = free ?? `s:${hash64(`left ${names[0]}`)}`
  while (window.storyIds.has(id)) id = `s:${hash64(`left ${id}`)}`
  return id
}
