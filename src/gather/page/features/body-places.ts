import type { PageScan } from '../page-scan.ts'

/** Where a block lies to the element that holds the likely body: steps from that up to what holds both, and from there down. */
export type BodyPlace = { readonly up: number; readonly down: number }

const far: BodyPlace = { up: 20, down: 20 }

/** How each block lies to the element that holds most of what a first look took for the body, nearer elements counting more. */
export function bodyPlaces(
  { blocks, elements }: PageScan,
  first: readonly number[],
  lengths: readonly number[],
): readonly BodyPlace[] {
  const scores = new Map<number, number>()
  for (const [i, block] of blocks.entries()) {
    const p = first[i] ?? 0
    if (p <= 0.3) continue
    let weight = p * (lengths[i] ?? 0)
    let index = elements[block.element]?.parent ?? -1
    for (let step = 1; step < 6 && index >= 0; step++) {
      weight *= 0.85
      scores.set(index, (scores.get(index) ?? 0) + weight)
      index = elements[index]?.parent ?? -1
    }
  }
  let holder = -1
  let most = 0
  for (const [index, score] of scores) if (score > most) [holder, most] = [index, score]
  const above = new Map<number, number>()
  for (let index = holder, step = 0; index >= 0; index = elements[index]?.parent ?? -1)
    above.set(index, step++)
  return blocks.map(({ element }) => {
    for (let index = element, down = 0; index >= 0; down++) {
      const up = above.get(index)
      if (up !== undefined) return { up: Math.min(up, 20), down: Math.min(down, 20) }
      index = elements[index]?.parent ?? -1
    }
    return far
  })
}
