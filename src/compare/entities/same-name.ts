import { editDistance, skeletonOf } from './skeleton.ts'

/** Why two names may be one person's: the id of the rule, or undefined when they may not. */
export function sameName(a: readonly string[], b: readonly string[]): string | undefined {
  const lastA = a.at(-1) ?? ''
  const lastB = b.at(-1) ?? ''
  const last = sameWord(lastA, lastB)
  if (last === undefined) return undefined
  if (a.length === 1 || b.length === 1) return last === 'NAM-SAME' ? 'NAM-SURNAME' : last
  const first = sameFirst(a[0] ?? '', b[0] ?? '')
  if (first === undefined) return undefined
  return last === 'NAM-SAME' ? first : last
}

/** Whether two words spell one name: the same, or alike in the way that transliterations and slips are. */
export function sameWord(a: string, b: string): 'NAM-SAME' | 'NAM-SPELLING' | 'NAM-SLIP' | undefined {
  if (a.toLowerCase() === b.toLowerCase()) return 'NAM-SAME'
  if (a.length < 4 || b.length < 4) return undefined
  const skeletonA = skeletonOf(a)
  const skeletonB = skeletonOf(b)
  if (skeletonA === skeletonB) return 'NAM-SPELLING'
  if (Math.min(skeletonA.length, skeletonB.length) < 5 || skeletonA[0] !== skeletonB[0]) return undefined
  return editDistance(skeletonA, skeletonB, 1) <= 1 ? 'NAM-SLIP' : undefined
}

// "Karl" and "Carl", "J." and "Javar"; "Yisrael" and "Eli" are two people.
function sameFirst(a: string, b: string): string | undefined {
  if (a.toLowerCase() === b.toLowerCase()) return 'NAM-SAME'
  const initialA = a.replace('.', '')
  const initialB = b.replace('.', '')
  if (initialA.length === 1 || initialB.length === 1) {
    return initialA[0]?.toLowerCase() === initialB[0]?.toLowerCase() ? 'NAM-INITIAL' : undefined
  }
  const word = sameWord(a, b)
  if (word !== undefined) return word
  return skeletonOf(a) === skeletonOf(b) ? 'NAM-SPELLING' : undefined
}
