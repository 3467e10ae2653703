/** Counts by hash, for one article: open addressing, with room for so many hashes. */
export type Tally = { readonly hashes: Uint32Array; readonly counts: Float64Array; size: number }

/** A tally without counts, with room for at most so many hashes. */
export function emptyTally(most: number): Tally {
  const length = 2 ** (33 - Math.clz32(most))
  return { hashes: new Uint32Array(length), counts: new Float64Array(length), size: 0 }
}

/** Counts a hash by an amount above 0. */
export function count(tally: Tally, hash: number, by: number): void {
  const { hashes, counts } = tally
  const mask = hashes.length - 1
  let at = hash & mask
  while (counts[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask
  if (counts[at] === 0) tally.size++
  hashes[at] = hash
  counts[at] = (counts[at] ?? 0) + by
}

/** The hashes that are counted most, ascending, with their counts; of equal counts the lower hashes. */
export function mostCounted(tally: Tally, most: number): { readonly hash: number; readonly count: number }[] {
  const { hashes, counts, size } = tally
  const least = size <= most ? 0 : (counts.slice().sort()[counts.length - most] ?? 0)
  const above: { readonly hash: number; readonly count: number }[] = []
  const equal: { readonly hash: number; readonly count: number }[] = []
  counts.forEach((each, i) => {
    if (each === 0 || each < least) return
    const list = each > least ? above : equal
    list.push({ hash: hashes[i] ?? 0, count: each })
  })
  equal.sort(byHash)
  return [...above, ...equal.slice(0, most - above.length)].sort(byHash)
}

function byHash(a: { readonly hash: number }, b: { readonly hash: number }): number {
  return a.hash - b.hash
}
