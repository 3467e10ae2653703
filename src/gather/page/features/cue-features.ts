import { type Linear, sumOf } from '../model/linear.ts'
import type { PageScan } from '../page-scan.ts'
import { endsNames, nameDistances, namedSteps, namePlaces } from './name-places.ts'
import { wordPlaces } from './word-places.ts'

/** Names of the values of {@link cueFeatures}, in order. */
export const cueFeatureNames: readonly string[] = [
  'cue of its words',
  'cue of the words before it',
  'cue of the words after it',
  'cue of the words around it',
  'cue of the last heading',
  'cue of its names',
]

/** What the words and the names of each block speak for, in log odds: above 0 for the body. */
export type Cues = { readonly words: readonly number[]; readonly names: readonly number[] }

/** Weighs the words of each block of a page, and the names of the elements that it stands in. */
export function cuesOf(scan: PageScan, models: { readonly words: Linear; readonly names: Linear }): Cues {
  return {
    words: scan.blocks.map((block) => models.words.bias + sumOf(models.words, wordPlaces(block.text))),
    names: nameCues(scan, models.names),
  }
}

/** For each block, the places of the names of its element and of those above it. */
export function blockNamePlaces({ blocks, elements }: PageScan): readonly (readonly number[])[] {
  return blocks.map((block) => {
    const found: number[] = []
    let element = elements[block.element]
    for (let step = 0; step < namedSteps && element !== undefined && !endsNames(element); step++) {
      found.push(...namePlaces(element, Math.min(step, nameDistances - 1)))
      element = elements[element.parent]
    }
    return found
  })
}

/** As the sum over {@link blockNamePlaces}, with each element weighed once a distance. */
function nameCues({ blocks, elements }: PageScan, model: Linear): readonly number[] {
  const known = new Float64Array(elements.length * nameDistances).fill(Number.NaN)
  return blocks.map((block) => {
    let sum = model.bias
    let index = block.element
    for (let step = 0; step < namedSteps; step++) {
      const element = elements[index]
      if (element === undefined || endsNames(element)) break
      const distance = Math.min(step, nameDistances - 1)
      const at = index * nameDistances + distance
      let own = known[at] ?? Number.NaN
      if (Number.isNaN(own)) {
        own = sumOf(model, namePlaces(element, distance))
        known[at] = own
      }
      sum += own
      index = element.parent
    }
    return sum
  })
}

/** The values of each block: its own cues, those of its neighbours and that of the heading above it. */
export function cueFeatures(
  { blocks, elements }: PageScan,
  { words, names }: Cues,
): readonly (readonly number[])[] {
  let heading = 0
  let sum = 0
  const sums = [0, ...words.map((cue) => (sum += cue))]
  return blocks.map((block, i) => {
    const from = Math.max(0, i - around)
    const to = Math.min(words.length, i + around + 1)
    const mean = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from)
    const row = [words[i] ?? 0, words[i - 1] ?? 0, words[i + 1] ?? 0, mean, heading, names[i] ?? 0]
    if (/^h[1-6]$/.test(elements[block.element]?.tag ?? '')) heading = words[i] ?? 0
    return row
  })
}

const around = 3
