import type { Look } from '../looks.ts'
import { type Linear, sumOf } from '../model/linear.ts'
import type { PageScan } from '../page-scan.ts'
import { endsNames, nameDistances, namedSteps, namePlaces } from './name-places.ts'
import type { Columns } from './page-table.ts'
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

/** As the sum over {@link blockNamePlaces}, with each look weighed once a distance. */
function nameCues({ blocks, elements }: PageScan, model: Linear): readonly number[] {
  const known = weighedLooks(model)
  return blocks.map((block) => {
    let sum = model.bias
    let element = elements[block.element]
    for (let step = 0; step < namedSteps && element !== undefined && !endsNames(element); step++) {
      sum += weightOf(known, element.look, Math.min(step, nameDistances - 1))
      element = elements[element.parent]
    }
    return sum
  })
}

type WeighedLooks = { readonly model: Linear; readonly sums: WeakMap<Look, Float64Array> }

let weighed: WeighedLooks | undefined

/** What looks are worth by the model that was last asked for. */
function weighedLooks(model: Linear): WeighedLooks {
  if (weighed?.model !== model) weighed = { model, sums: new WeakMap() }
  return weighed
}

function weightOf({ model, sums }: WeighedLooks, look: Look, distance: number): number {
  let own = sums.get(look)
  if (own === undefined) {
    own = Float64Array.from({ length: nameDistances }, (_, at) => sumOf(model, namePlaces(look, at)))
    sums.set(look, own)
  }
  return own[distance] ?? 0
}

/** Writes the values of each block: its own cues, those of its neighbours and that of the heading above it. */
export function cueFeatures(
  { blocks, elements }: PageScan,
  { words, names }: Cues,
  { values, width, at }: Columns,
): void {
  let heading = 0
  let sum = 0
  const sums = [0]
  for (const cue of words) {
    sum += cue
    sums.push(sum)
  }
  for (const [i, { element }] of blocks.entries()) {
    const from = Math.max(0, i - around)
    const end = Math.min(words.length, i + around + 1)
    const to = i * width + at
    values[to] = words[i] ?? 0
    values[to + 1] = words[i - 1] ?? 0
    values[to + 2] = words[i + 1] ?? 0
    values[to + 3] = ((sums[end] ?? 0) - (sums[from] ?? 0)) / (end - from)
    values[to + 4] = heading
    values[to + 5] = names[i] ?? 0
    if (isHeading(elements[element]?.tag ?? '')) heading = words[i] ?? 0
  }
}

// h1 to h6.
function isHeading(tag: string): boolean {
  return tag.length === 2 && tag >= 'h1' && tag <= 'h6'
}

const around = 3
