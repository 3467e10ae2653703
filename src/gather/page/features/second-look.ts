import type { PageScan } from '../page-scan.ts'
import { bodyPlaces } from './body-places.ts'
import type { PageFeatures } from './page-features.ts'

/** Names of the values that the second look adds to a row, in order. */
export const secondLookNames: readonly string[] = [
  'first look',
  'first look of block -1',
  'first look of block +1',
  'first look of block -2',
  'first look of block +2',
  'first look of block -3',
  'first look of block +3',
  'first look of its make',
  'first look of its parent',
  'first look of its grandparent',
  'body text before it',
  'body text after it',
  'blocks since the last of the body',
  'blocks to the next of the body',
  'body text of the page',
  'share of its make in the body',
  'parent holds body blocks',
  'make holds body blocks',
  'first look three steps up',
  'share in the body three steps up',
  'first look four steps up',
  'share in the body four steps up',
  'first look five steps up',
  'share in the body five steps up',
  'first look six steps up',
  'share in the body six steps up',
  'first look of its shape',
  'share of its shape in the body',
  'blocks of its shape',
  'first look of the others of its make',
  'first look of the others of its parent',
  'first look of 2 around',
  'first look of 5 around',
  'first look of 12 around',
  'highest first look of the page',
  'certainty of the page',
  'share of the page in the body',
  'likely body text of the page',
  'first look against the highest',
  'steps up to the body',
  'steps down from the body',
]

/** A block that a first look is sure is no body is not looked at again: its first likelihood stands. */
export function isAskedAgain(first: number): boolean {
  return first >= 0.002
}

/** Adds to the rows of a page what a first look at all of its blocks found near each of them. */
export function secondLook(
  scan: PageScan,
  { table, measures, facts }: PageFeatures,
  first: ArrayLike<number>,
): void {
  const { values, width } = table
  const lengths = Float64Array.from(facts, (fact) => fact.length)
  const looks = { first, lengths, weights: lengths.map((length) => Math.min(length, 300)) }
  const kin = kinOf(scan)
  const [parents, grands, ...higher] = kin.ups.map((keys) => new Means(keys, scan.elements.length, looks))
  const makes = new Means(kin.makes, facts.length, looks)
  const shapes = new Means(kin.shapes, facts.length, looks)
  const page = wholePage(first, lengths)
  const share = (text: number) => (page.body === 0 ? 0 : text / page.body)
  const next = nextBody(first)
  const near = windows.map((width) => around(looks, width))
  const places = bodyPlaces(scan, first, lengths)
  let before = 0
  let since = 50
  for (let i = 0; i < facts.length; i++) {
    const p = first[i] ?? 0
    const isBody = p > 0.5
    const weight = looks.weights[i] ?? 0
    const own = isBody ? (lengths[i] ?? 0) : 0
    const [make, shape, parent] = [makes.of(i), shapes.of(i), parents?.of(i) ?? none]
    let at = i * width + measures
    values[at++] = p
    for (const step of neighbours) values[at++] = lookAt(first, i + step)
    values[at++] = make.mean
    values[at++] = parent.mean
    values[at++] = grands?.of(i).mean ?? 0
    values[at++] = share(before)
    values[at++] = page.body === 0 ? 0 : (page.body - before - own) / page.body
    values[at++] = since
    values[at++] = next[i] ?? 50
    values[at++] = Math.min(page.body, 20_000)
    values[at++] = share(make.body)
    values[at++] = Math.min(parent.count, 50)
    values[at++] = Math.min(make.count, 50)
    for (const up of higher) {
      const mean = up.of(i)
      values[at++] = mean.mean
      values[at++] = share(mean.body)
    }
    values[at++] = shape.mean
    values[at++] = share(shape.body)
    values[at++] = Math.min(shape.blocks, 100)
    values[at++] = others(make, p, weight)
    values[at++] = others(parent, p, weight)
    for (const means of near) values[at++] = means[i] ?? 0
    values[at++] = page.highest
    values[at++] = page.certainty
    values[at++] = page.share
    values[at++] = Math.min(page.likely, 20_000)
    values[at++] = p / Math.max(page.highest, 1e-6)
    values[at++] = places.up[i] ?? 20
    values[at++] = places.down[i] ?? 20
    before += own
    since = isBody ? 0 : Math.min(since + 1, 50)
  }
}

const neighbours: readonly number[] = [-1, 1, -2, 2, -3, 3]
const windows: readonly number[] = [2, 5, 12]
const steps = 6

function lookAt(first: ArrayLike<number>, index: number): number {
  return index < 0 || index >= first.length ? -0.1 : (first[index] ?? 0)
}

type Kin = {
  /** For each step from 1 up, the number of the element that is so many steps above each block. */
  readonly ups: readonly [Int32Array, Int32Array, ...Int32Array[]]
  readonly makes: Int32Array
  readonly shapes: Int32Array
}

/** Numbers of what each block shares with others: the elements above it, its make and its shape. */
function kinOf({ blocks, elements }: PageScan): Kin {
  const above = () => new Int32Array(blocks.length).fill(-1)
  const ups: Kin['ups'] = [above(), above(), above(), above(), above(), above()]
  const [makes, shapes] = [new Int32Array(blocks.length), new Int32Array(blocks.length)]
  const [makeKeys, shapeKeys] = [new Map<string, number>(), new Map<string, number>()]
  let last = -2
  for (const [i, { element }] of blocks.entries()) {
    if (element === last) {
      for (const keys of ups) keys[i] = keys[i - 1] ?? -1
      makes[i] = makes[i - 1] ?? 0
      shapes[i] = shapes[i - 1] ?? 0
      continue
    }
    last = element
    let index = element
    for (let step = 0; step < steps && index >= 0; step++) {
      index = elements[index]?.parent ?? -1
      const keys = ups[step]
      if (keys !== undefined) keys[i] = index
    }
    const [own, parent, grand] = [elements[element], elements[ups[0][i] ?? -1], elements[ups[1][i] ?? -1]]
    // Elements of one make have the same tag and names and the same element two steps up.
    makes[i] = numbered(makeKeys, `${own?.look.id} ${ups[1][i]}`)
    // Elements of one shape have, wherever they stand, the same tags and first names up to two steps.
    shapes[i] = numbered(shapeKeys, `${own?.look.shape} ${parent?.look.shape} ${grand?.look.shape}`)
  }
  return { ups, makes, shapes }
}

function numbered(numbers: Map<string, number>, key: string): number {
  const before = numbers.get(key)
  if (before !== undefined) return before
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

type Looks = {
  readonly first: ArrayLike<number>
  readonly lengths: Float64Array
  readonly weights: Float64Array
}

type Mean = { mean: number; weight: number; body: number; count: number; blocks: number }

/** The mean first look of the blocks that share a key (-1 or below `size`), by length, and the body blocks among them. */
class Means {
  private readonly keys: Int32Array
  private readonly places: Int32Array
  private readonly means: Mean[] = []

  constructor(keys: Int32Array, size: number, { first, lengths, weights }: Looks) {
    this.keys = keys
    this.places = new Int32Array(size + 1).fill(-1)
    for (let i = 0; i < keys.length; i++) {
      const key = (keys[i] ?? -1) + 1
      const place = this.places[key] ?? -1
      let mean = place === -1 ? undefined : this.means[place]
      if (mean === undefined) {
        mean = { mean: 0, weight: 0, body: 0, count: 0, blocks: 0 }
        this.places[key] = this.means.push(mean) - 1
      }
      const weight = weights[i] ?? 0
      const p = first[i] ?? 0
      mean.mean = (mean.mean * mean.weight + p * weight) / (mean.weight + weight)
      mean.weight += weight
      mean.blocks += 1
      if (p > 0.5) {
        mean.body += lengths[i] ?? 0
        mean.count += 1
      }
    }
  }

  of(block: number): Mean {
    return this.means[this.places[(this.keys[block] ?? -1) + 1] ?? 0] ?? none
  }
}

const none: Mean = { mean: 0, weight: 0, body: 0, count: 0, blocks: 0 }

/** The mean without the block itself; below 0 where it is alone. */
function others(mean: Mean, p: number, weight: number): number {
  if (mean.blocks < 2) return -0.1
  return Math.max(0, mean.mean * mean.weight - p * weight) / Math.max(mean.weight - weight, 1)
}

/** For each block, the mean first look of the blocks up to `width` before and after it, by length. */
function around({ first, weights }: Looks, width: number): Float64Array {
  const size = weights.length
  const sums = new Float64Array(size + 1)
  const totals = new Float64Array(size + 1)
  for (let i = 0; i < size; i++) {
    const weight = weights[i] ?? 0
    sums[i + 1] = (sums[i] ?? 0) + (first[i] ?? 0) * weight
    totals[i + 1] = (totals[i] ?? 0) + weight
  }
  return weights.map((_, i) => {
    const from = Math.max(0, i - width)
    const to = Math.min(size, i + width + 1)
    const weight = (totals[to] ?? 0) - (totals[from] ?? 0)
    return weight === 0 ? 0 : ((sums[to] ?? 0) - (sums[from] ?? 0)) / weight
  })
}

/** Of the page as a whole: text in and likely in the body, its share, the highest first look and how far looks are from one half. */
function wholePage(first: ArrayLike<number>, lengths: Float64Array) {
  let [text, body, likely, highest, certain] = [0, 0, 0, 0, 0]
  for (let i = 0; i < lengths.length; i++) {
    const p = first[i] ?? 0
    const length = lengths[i] ?? 0
    text += length
    if (p > 0.5) body += length
    likely += length * p
    certain += length * Math.abs(p - 0.5)
    if (p > highest) highest = p
  }
  return { body, likely, highest, share: body / (text + 1), certainty: certain / (text + 1) }
}

/** How many blocks after each the next of the body stands. */
function nextBody(first: ArrayLike<number>): Uint8Array {
  const found = new Uint8Array(first.length)
  let next = 50
  for (let i = first.length - 1; i >= 0; i--) {
    found[i] = next
    next = (first[i] ?? 0) > 0.5 ? 0 : Math.min(next + 1, 50)
  }
  return found
}
