import type { BlockKind } from '../../../model/article.ts'
import type { PageScan } from '../page-scan.ts'
import type { Columns } from './page-table.ts'
import type { TextFacts } from './text-features.ts'

/** Names of the values of {@link companyFeatures}, in order. */
export const companyFeatureNames: readonly string[] = [
  'position',
  'blocks of the same make',
  'text of the same make',
  'linked share of the same make',
  'sentences of the same make',
  'text of parent',
  'linked share of parent',
  'blocks of parent',
  'text of grandparent',
  'linked share of grandparent',
  'share of grandparent in page',
  'steps to the main text',
  'place among the main text',
  'text of the main text',
  'repeats an earlier block',
  'before the first h1',
  'blocks since the last h1',
  'text before it is sentences',
  'text after it is sentences',
  'times its words stand on the page',
  'blocks since a label of noise',
  'place among its siblings',
  'siblings after it',
]

/** Writes what stands around each block: its kin by make, its containers, and how it lies to the densest run of sentences. */
export function companyFeatures(
  scan: PageScan,
  facts: readonly TextFacts[],
  { values, width, at }: Columns,
): void {
  const { blocks, elements } = scan
  const keys = makesOf(scan)
  const makes = new Sums(keys.reduce((most, key) => Math.max(most, key + 1), 0))
  const containers = new Sums(elements.length + 1)
  let total = 0
  const weights = Float64Array.from(facts, (fact) => (isSentences(fact) ? fact.length : 0))
  for (const [i, fact] of facts.entries()) {
    total += fact.length
    makes.add(keys[i] ?? 0, fact)
    containers.add((blocks[i]?.element ?? -1) + 1, fact)
  }
  containers.addUp(elements)
  const main = mainElement(scan, weights)
  const firstH1 = blocks.findIndex((block) => elements[block.element]?.tag === 'h1')
  const { first, last } = extent(scan, weights, main)
  const mainText = Math.min(containers.text[main + 1] ?? 0, 20_000)
  const steps = stepsTo(scan, main)
  const near = nearSentences(weights)
  const repeats = repeatsOf(scan)
  const siblings = siblingPlaces(scan)
  let sinceH1 = 0
  let sinceNoise = 20
  for (const [i, { element, text }] of blocks.entries()) {
    const above = elements[element]?.parent ?? -1
    const parent = above + 1
    const grand = (elements[above]?.parent ?? -1) + 1
    const make = keys[i] ?? 0
    if (elements[element]?.tag === 'h1') sinceH1 = 0
    else sinceH1 += 1
    const line = facts[i]?.lineKind
    sinceNoise = line !== undefined && noise.has(line) ? 0 : Math.min(sinceNoise + 1, 20)
    const to = i * width + at
    values[to] = i / blocks.length
    values[to + 1] = Math.min(makes.blocks[make] ?? 0, 100)
    values[to + 2] = Math.min(makes.text[make] ?? 0, 20_000)
    values[to + 3] = makes.share(make)
    values[to + 4] = (makes.sentences[make] ?? 0) / (makes.blocks[make] ?? 1)
    values[to + 5] = Math.min(containers.text[parent] ?? 0, 20_000)
    values[to + 6] = containers.share(parent)
    values[to + 7] = Math.min(containers.blocks[parent] ?? 0, 200)
    values[to + 8] = Math.min(containers.text[grand] ?? 0, 30_000)
    values[to + 9] = containers.share(grand)
    values[to + 10] = (containers.text[grand] ?? 0) / (total + 1)
    values[to + 11] = steps(element)
    values[to + 12] =
      i < first ? -1 - Math.min(first - i, 30) / 30 : i > last ? 1 + Math.min(i - last, 30) / 30 : 0
    values[to + 13] = mainText
    values[to + 14] = text.length > 15 && repeats.before[i] !== 0 ? 1 : 0
    values[to + 15] = i < firstH1 ? 1 : 0
    values[to + 16] = Math.min(sinceH1, 100)
    values[to + 17] = near.before[i] ?? 0
    values[to + 18] = near.after[i] ?? 0
    values[to + 19] = Math.min(repeats.times[i] ?? 1, 20)
    values[to + 20] = sinceNoise
    values[to + 21] = Math.min(siblings.before[i] ?? 0, 50)
    values[to + 22] = Math.min(siblings.after[i] ?? 0, 50)
  }
}

const noise: ReadonlySet<BlockKind> = new Set<BlockKind>(['related', 'newsletter', 'promotion', 'audio'])

/** Elements of one make look alike: same tags and names, same tags two steps up. For each block the number of its make. */
function makesOf({ blocks, elements }: PageScan): Int32Array {
  const pairs = new Map<number, number>()
  const makes = new Map<string, number>()
  const known = new Int32Array(elements.length).fill(-1)
  return Int32Array.from(blocks, ({ element }) => {
    const before = known[element] ?? -1
    if (before !== -1) return before
    const own = elements[element]
    const parent = elements[own?.parent ?? -1]
    const grand = elements[parent?.parent ?? -1]
    const pair = numbered(pairs, ((own?.look.id ?? -1) + 1) * mostLooks + (parent?.look.id ?? -1) + 1)
    const make = numbered(makes, `${pair} ${grand?.tag}`)
    known[element] = make
    return make
  })
}

/** More looks than there ever are at a time. */
const mostLooks = 2 ** 26

function numbered<Key>(numbers: Map<Key, number>, key: Key): number {
  const before = numbers.get(key)
  if (before !== undefined) return before
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** What the blocks of each of some groups have together. */
class Sums {
  readonly blocks: Float64Array
  readonly text: Float64Array
  readonly linked: Float64Array
  readonly sentences: Float64Array

  constructor(groups: number) {
    const all = new Float64Array(groups * 4)
    this.blocks = all.subarray(0, groups)
    this.text = all.subarray(groups, 2 * groups)
    this.linked = all.subarray(2 * groups, 3 * groups)
    this.sentences = all.subarray(3 * groups)
  }

  add(group: number, { length, linked, endsSentence }: TextFacts): void {
    this.blocks[group] = (this.blocks[group] ?? 0) + 1
    this.text[group] = (this.text[group] ?? 0) + length
    this.linked[group] = (this.linked[group] ?? 0) + linked * length
    if (endsSentence) this.sentences[group] = (this.sentences[group] ?? 0) + 1
  }

  /** Where group 0 is of no element and the others of one each: adds what an element holds to all that it stands in. */
  addUp(elements: PageScan['elements']): void {
    const { blocks, text, linked, sentences } = this
    // A parent comes before its children.
    for (let index = elements.length; index > 1; index--) {
      const parent = (elements[index - 1]?.parent ?? -1) + 1
      if (parent === 0 || blocks[index] === 0) continue
      blocks[parent] = (blocks[parent] ?? 0) + (blocks[index] ?? 0)
      text[parent] = (text[parent] ?? 0) + (text[index] ?? 0)
      linked[parent] = (linked[parent] ?? 0) + (linked[index] ?? 0)
      sentences[parent] = (sentences[parent] ?? 0) + (sentences[index] ?? 0)
    }
  }

  share(group: number): number {
    const text = this.text[group] ?? 0
    return text === 0 ? 0 : (this.linked[group] ?? 0) / text
  }
}

function isSentences(fact: TextFacts): boolean {
  return fact.words >= 12 && fact.linked < 0.4 && fact.endsSentence && fact.lineKind === undefined
}

/** For each block how often its words stand on the page, and how often before it. */
function repeatsOf({ blocks }: PageScan): { readonly before: Int32Array; readonly times: Int32Array } {
  const totals: number[] = []
  const numbers = new Map<string, number>()
  const before = new Int32Array(blocks.length)
  const own = Int32Array.from(blocks, ({ text }, i) => {
    const number = numbered(numbers, text)
    before[i] = totals[number] ?? 0
    totals[number] = (totals[number] ?? 0) + 1
    return number
  })
  return { before, times: own.map((number) => totals[number] ?? 1) }
}

/** How many blocks of the same parent come before and after each block. */
function siblingPlaces({ blocks, elements }: PageScan): {
  readonly before: Int32Array
  readonly after: Int32Array
} {
  const seen = new Int32Array(elements.length + 1)
  const parents = Int32Array.from(blocks, ({ element }) => 1 + (elements[element]?.parent ?? -1))
  const before = parents.map((parent) => {
    const count = seen[parent] ?? 0
    seen[parent] = count + 1
    return count
  })
  return { before, after: parents.map((parent, i) => (seen[parent] ?? 1) - (before[i] ?? 0) - 1) }
}

/** The element that holds the most running text, counted less the further up it is. */
function mainElement({ blocks, elements }: PageScan, weights: Float64Array): number {
  const scores = new Float64Array(elements.length)
  const scored: number[] = []
  for (const [i, block] of blocks.entries()) {
    let weight = Math.min(weights[i] ?? 0, 600)
    if (weight === 0 || elements[block.element]?.isHidden) continue
    let index = block.element
    for (let step = 0; index >= 0 && step < 6; step++) {
      const score = scores[index] ?? 0
      if (score === 0) scored.push(index)
      scores[index] = score + weight
      weight *= 0.85
      index = elements[index]?.parent ?? -1
    }
  }
  let best = -1
  let most = 0
  for (const index of scored) {
    const score = scores[index] ?? 0
    if (score > most) [best, most] = [index, score]
  }
  return best
}

function extent(scan: PageScan, weights: Float64Array, main: number): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  for (const [i, block] of scan.blocks.entries()) {
    if (weights[i] === 0 || !isWithin(scan, block.element, main)) continue
    first = Math.min(first, i)
    last = i
  }
  return { first, last }
}

function isWithin({ elements }: PageScan, start: number, container: number): boolean {
  // A parent comes before its children.
  let index = start
  while (index > container && index >= 0) index = elements[index]?.parent ?? -1
  return index >= 0 && index === container
}

/** Tells for an element 0 in the main one, more for each step that leads out of it. */
function stepsTo({ elements }: PageScan, main: number): (element: number) => number {
  const above = new Int16Array(elements.length).fill(-1)
  for (let index = main, step = 0; index >= 0; index = elements[index]?.parent ?? -1) above[index] = step++
  return (start) => {
    for (let index = start; index >= 0; index = elements[index]?.parent ?? -1) {
      const steps = above[index] ?? -1
      if (steps !== -1) return Math.min(steps, 20)
    }
    return 20
  }
}

function nearSentences(weights: Float64Array): {
  readonly before: Float64Array
  readonly after: Float64Array
} {
  const before = new Float64Array(weights.length)
  const after = new Float64Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    before[i] = sum
    sum = sum * 0.7 + Math.min(weights[i] ?? 0, 400)
  }
  sum = 0
  for (let i = weights.length - 1; i >= 0; i--) {
    after[i] = sum
    sum = sum * 0.7 + Math.min(weights[i] ?? 0, 400)
  }
  return { before, after }
}
