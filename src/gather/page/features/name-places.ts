import type { Look } from '../looks.ts'
import type { PageElement } from '../page-scan.ts'
import { hashed, hashOf, placeOf } from './hashes.ts'

/** How many elements, from a block's own upwards, are asked for their names. */
export const namedSteps = 6

/** The three distances that names are kept apart by: the block's own element, the one above it, and all further up. */
export const nameDistances = 3

const mostNames = 8

/** Places of an element's tag and of the words in its class and id, seen from a block at a distance of 0, 1 or 2 (further). */
export function namePlaces({ tag, names }: Look | PageElement, distance: number): readonly number[] {
  const found = [placeOf(hashed(hashText(hashOf(11), tag), distance))]
  for (const name of wordsIn(names)) {
    const hash = hashText(hashOf(12), name)
    found.push(placeOf(hash), placeOf(hashed(hash, distance + 1)))
  }
  return found
}

/** True for the elements that end the way up: their names describe the page, not a place in it. */
export function endsNames({ tag }: PageElement): boolean {
  return tag === 'body' || tag === 'html'
}

function wordsIn(names: string): readonly string[] {
  if (names === '') return []
  const found: string[] = []
  for (const match of names.slice(0, 200).matchAll(/[a-z]{3,19}/g)) {
    found.push(match[0])
    if (found.length === mostNames) break
  }
  return found
}

function hashText(start: number, text: string): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = hashed(hash, text.charCodeAt(i))
  return hash
}
