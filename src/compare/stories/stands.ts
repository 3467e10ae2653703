import type { Settled, Window } from './window.ts'

/** Which story an article stands in, why where it was moved there, and the ids that lead to that story by way of it. */
export type Stand = {
  readonly story: string
  readonly settled?: Settled
  readonly carries?: readonly string[]
}

/** The articles that two windows of one stream both hold and that stand otherwise in the second, by their ids. */
export function standsElsewhere(before: Window, now: Window): ReadonlyMap<string, Stand> {
  const numbers = new Map<string, number>()
  for (let number = before.shelf.first; number < before.shelf.next; number++) {
    numbers.set(before.shelf.ids[number % before.shelf.capacity] ?? '', number)
  }
  const elsewhere = new Map<string, Stand>()
  for (let number = now.shelf.first; number < now.shelf.next; number++) {
    const article = now.shelf.ids[number % now.shelf.capacity] ?? ''
    const known = numbers.get(article)
    if (known === undefined) continue
    const stood = standOf(before, known)
    const stands = standOf(now, number)
    if (JSON.stringify(stood) !== JSON.stringify(stands)) elsewhere.set(article, stands)
  }
  return elsewhere
}

/** How an article of the window stands now. */
export function standOf(window: Window, number: number): Stand {
  const story = window.stories.get(window.shelf.story[number % window.shelf.capacity] ?? -1)
  const settled = window.settled.get(number)
  const carries = window.carried.get(number)
  return {
    story: story?.id ?? '',
    ...(settled === undefined ? {} : { settled }),
    ...(carries === undefined ? {} : { carries }),
  }
}
