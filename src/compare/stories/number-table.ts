/** Places of numbers by a hash: open addressing over numbers plus one, 0 where free; its length is a power of two. */
export type NumberTable = { places: Int32Array; used: number }

/** A table without numbers. */
export function emptyTable(): NumberTable {
  return { places: new Int32Array(1024), used: 0 }
}

/** The number entered for a hash; `hashOf` tells the hash of a number. */
export function findIn(table: NumberTable, hash: number, hashOf: ArrayLike<number>): number | undefined {
  const { places } = table
  const mask = places.length - 1
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const found = (places[at] ?? 0) - 1
    if (found < 0) return undefined
    if (hashOf[found] === hash) return found
  }
}

/** Enters a number whose hash the table does not have. */
export function enterInto(table: NumberTable, number: number, hashOf: ArrayLike<number>): void {
  if ((table.used + 1) * 2 > table.places.length) {
    const entered = table.places
    table.places = new Int32Array(entered.length * 2)
    for (const each of entered) if (each > 0) put(table, each - 1, hashOf)
  }
  put(table, number, hashOf)
  table.used++
}

function put({ places }: NumberTable, number: number, hashOf: ArrayLike<number>): void {
  const mask = places.length - 1
  let at = (hashOf[number] ?? 0) & mask
  while (places[at] !== 0) at = (at + 1) & mask
  places[at] = number + 1
}
