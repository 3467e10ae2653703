import { bandsOfAll } from './band-table.ts'
import { dayOf, type Window, windowDays } from './window.ts'

/** Forgets stories, sketches and term counts that lie more than the window behind its clock; called once a day of news. */
export function expire(window: Window): void {
  const oldest = dayOf(window.clock) - windowDays
  for (const [day, counts] of window.days) {
    if (day >= oldest) continue
    window.articles -= counts.articles
    for (const [term, count] of counts.frequency) {
      const left = (window.frequency.get(term) ?? 0) - count
      if (left > 0) window.frequency.set(term, left)
      else window.frequency.delete(term)
    }
    window.days.delete(day)
  }
  for (const [number, story] of window.stories) {
    if (dayOf(story.last) < oldest) window.stories.delete(number)
  }
  dropDead(window.postings, (number) => window.stories.has(number))
  for (const [number, sketch] of window.sketches) {
    if (dayOf(sketch.at) < oldest) window.sketches.delete(number)
  }
  window.bands = bandsOfAll(window.sketches)
}

function dropDead(lists: Map<number, number[]>, isAlive: (number: number) => boolean): void {
  for (const [key, list] of lists) {
    const alive = list.filter(isAlive)
    if (alive.length === 0) lists.delete(key)
    else if (alive.length < list.length) lists.set(key, alive)
  }
}
