import type { PageScan } from '../page-scan.ts'

/** Where blocks lie to the element that holds the likely body: steps from that up to what holds both, and from there down. */
export type BodyPlaces = { readonly up: Uint8Array; readonly down: Uint8Array }

const far = 20

/** How each block lies to the element that holds most of what a first look took for the body, nearer elements counting more. */
export function bodyPlaces(scan: PageScan, first: ArrayLike<number>, lengths: ArrayLike<number>): BodyPlaces {
  const { blocks, elements } = scan
  const above = new Int32Array(elements.length).fill(-1)
  let steps = 0
  for (let index = holderOf(scan, first, lengths); index >= 0; index = elements[index]?.parent ?? -1)
    above[index] = steps++
  const places = {
    up: new Uint8Array(blocks.length).fill(far),
    down: new Uint8Array(blocks.length).fill(far),
  }
  for (const [i, { element }] of blocks.entries()) {
    let down = 0
    let index = element
    while (index >= 0 && above[index] === -1) {
      index = elements[index]?.parent ?? -1
      down += 1
    }
    if (index < 0) continue
    places.up[i] = Math.min(above[index] ?? far, far)
    places.down[i] = Math.min(down, far)
  }
  return places
}

function holderOf(
  { blocks, elements }: PageScan,
  first: ArrayLike<number>,
  lengths: ArrayLike<number>,
): number {
  const scores = new Float64Array(elements.length)
  const scored: number[] = []
  for (const [i, block] of blocks.entries()) {
    const p = first[i] ?? 0
    if (p <= 0.3) continue
    let weight = p * (lengths[i] ?? 0)
    let index = elements[block.element]?.parent ?? -1
    for (let step = 1; step < 6 && index >= 0; step++) {
      weight *= 0.85
      const score = scores[index] ?? 0
      if (score === 0) scored.push(index)
      scores[index] = score + weight
      index = elements[index]?.parent ?? -1
    }
  }
  let holder = -1
  let most = 0
  for (const index of scored) {
    const score = scores[index] ?? 0
    if (score > most) [holder, most] = [index, score]
  }
  return holder
}
