/** Number of places that words and names are hashed to. */
export const hashPlaces = 16_384

/** Begins a hash; `role` keeps equal words of different roles apart. */
export function hashOf(role: number): number {
  return (0x811c9dc5 ^ role) >>> 0
}

/** A hash with one more unit. */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0
}

/** The place of a finished hash. */
export function placeOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % hashPlaces
}
