import type { Mention } from '../../model/reading.ts'

/** What the pronouns and descriptions of an article take up, each told by the offset of its head word. */
export type Links = {
  /** The nearest name before it that its chain has; undefined for none. */
  readonly nameBefore: (head: number) => Mention | undefined
  /** True when the words at two offsets head phrases of one chain. */
  readonly areSame: (a: number, b: number) => boolean
}

/** Links over the chains of head words and the names of each chain in text order. */
export function linksOf(
  chainOf: ReadonlyMap<number, number>,
  namesOf: ReadonlyMap<number, readonly Mention[]>,
): Links {
  function nameBefore(head: number): Mention | undefined {
    const names = namesOf.get(chainOf.get(head) ?? -1) ?? []
    let low = 0
    let high = names.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((names[middle]?.end ?? 0) <= head) low = middle + 1
      else high = middle
    }
    return names[low - 1]
  }

  function areSame(a: number, b: number): boolean {
    const chain = chainOf.get(a)
    return chain !== undefined && chain === chainOf.get(b)
  }

  return { nameBefore, areSame }
}

/** Links of a text whose words are in no chain. */
export const noLinks: Links = linksOf(new Map(), new Map())
