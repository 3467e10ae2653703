import { bandsOf } from './band-table.ts'
import { forgetTerms } from './postings.ts'
import { partOf, resized, rowOf, type Shelf, sketchAt } from './shelf.ts'
import { addFrequency, forgetUnused } from './vocabulary.ts'
import { dayOf, type Window, windowDays } from './window.ts'

/** Forgets articles that lie more than the window behind its clock, and stories without one; called once a day of news. */
export function expire(window: Window): void {
  const { shelf, vocabulary } = window
  const oldest = dayOf(window.clock) - windowDays
  const before = shelf.first
  while (shelf.first < shelf.next && isOver(shelf.first)) {
    forget(window, shelf.first)
    shelf.first++
  }
  if (shelf.first === before) return
  for (const [number, story] of window.stories) {
    const kept = story.members.filter((member) => member >= shelf.first)
    if (kept.length < story.members.length) story.isOld = true
    story.members = kept
    if (kept.length > 0) continue
    window.stories.delete(number)
    window.storyIds.delete(story.id)
  }
  for (let number = shelf.first; number < shelf.next; number++) {
    const slot = number % shelf.capacity
    if ((shelf.original[slot] ?? 0) < shelf.first) shelf.original[slot] = -1
  }
  forgetTerms(window.postings, forgetUnused(vocabulary))
  renewBands(window)

  function isOver(number: number): boolean {
    return dayOf(shelf.at[number % shelf.capacity] ?? 0) < oldest
  }
}

function forget(window: Window, number: number): void {
  const { shelf, vocabulary } = window
  window.settled.delete(number)
  window.carried.delete(number)
  window.copies.delete(number)
  if (shelf.original[number % shelf.capacity] !== number) return
  const row = rowOf(shelf, number)
  for (const term of new Set([...partOf(row, 'terms'), ...partOf(row, 'names'), ...partOf(row, 'title')])) {
    addFrequency(vocabulary, term, -1)
  }
  window.articles--
}

/** Sees to it that the shelf has a free slot. */
export function makeRoom(window: Window): void {
  const { shelf } = window
  if (shelf.next - shelf.first < shelf.capacity) return
  Object.assign(shelf, resized(shelf, Math.ceil(shelf.capacity * 1.3)))
}

/** Makes the table of sketches again, of the window's originals. */
export function renewBands(window: Window): void {
  const { shelf } = window
  window.bands = bandsOf(originalsWithSketch(shelf), (number) => sketchAt(shelf, number))
}

/** The numbers of the articles on a shelf that are no copies and long enough to have a sketch, ascending. */
export function originalsWithSketch(shelf: Shelf): number[] {
  const originals: number[] = []
  for (let number = shelf.first; number < shelf.next; number++) {
    if (shelf.original[number % shelf.capacity] !== number) continue
    if (sketchAt(shelf, number).some((minimum) => minimum !== 0)) originals.push(number)
  }
  return originals
}
