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

/** The rows of a page with what a first look at all of its blocks found near each of them. */
export function secondLook(
  scan: PageScan,
  features: PageFeatures,
  first: readonly number[],
): readonly Float64Array[] {
  const lengths = features.facts.map((fact) => fact.length)
  const ups = scan.blocks.map((block) => stepsUp(scan, block.element))
  const [parents, grands, ...higher] = [1, 2, 3, 4, 5, 6].map((step) =>
    means(
      ups.map((up) => up[step] ?? -1),
      first,
      lengths,
    ),
  )
  const makes = means(
    scan.blocks.map((block, i) => makeOf(scan, block.element, ups[i]?.[2])),
    first,
    lengths,
  )
  const shapes = means(
    ups.map((up) => shapeOf(scan, up)),
    first,
    lengths,
  )
  const isBody = first.map((p) => p > 0.5)
  const page = wholePage(first, lengths)
  const share = (text: number | undefined) => (page.body === 0 ? 0 : (text ?? 0) / page.body)
  const next = nextBody(isBody)
  const near = windows.map((width) => around(first, lengths, width))
  const places = bodyPlaces(scan, first, lengths)
  const width = (features.rows[0]?.length ?? 0) + secondLookNames.length
  const table = new Float64Array(width * features.rows.length)
  let before = 0
  let since = 50
  return features.rows.map((row, i) => {
    const p = first[i] ?? 0
    const weight = weightOf(lengths[i])
    const own = isBody[i] ? (lengths[i] ?? 0) : 0
    const [make, shape, parent] = [makes[i], shapes[i], parents?.[i]]
    const whole = table.subarray(i * width, (i + 1) * width)
    whole.set(row)
    let at = row.length
    whole[at++] = p
    for (const step of neighbours) whole[at++] = first[i + step] ?? -0.1
    whole[at++] = make?.mean ?? 0
    whole[at++] = parent?.mean ?? 0
    whole[at++] = grands?.[i]?.mean ?? 0
    whole[at++] = share(before)
    whole[at++] = page.body === 0 ? 0 : (page.body - before - own) / page.body
    whole[at++] = since
    whole[at++] = next[i] ?? 50
    whole[at++] = Math.min(page.body, 20_000)
    whole[at++] = share(make?.body)
    whole[at++] = Math.min(parent?.count ?? 0, 50)
    whole[at++] = Math.min(make?.count ?? 0, 50)
    for (const up of higher) {
      whole[at++] = up?.[i]?.mean ?? 0
      whole[at++] = share(up?.[i]?.body)
    }
    whole[at++] = shape?.mean ?? 0
    whole[at++] = share(shape?.body)
    whole[at++] = Math.min(shape?.blocks ?? 0, 100)
    whole[at++] = others(make, p, weight)
    whole[at++] = others(parent, p, weight)
    for (const means of near) whole[at++] = means[i] ?? 0
    whole[at++] = page.highest
    whole[at++] = page.certainty
    whole[at++] = page.share
    whole[at++] = Math.min(page.likely, 20_000)
    whole[at++] = p / Math.max(page.highest, 1e-6)
    whole[at++] = places[i]?.up ?? 20
    whole[at++] = places[i]?.down ?? 20
    before += own
    since = isBody[i] ? 0 : Math.min(since + 1, 50)
    return whole
  })
}

const neighbours: readonly number[] = [-1, 1, -2, 2, -3, 3]
const windows: readonly number[] = [2, 5, 12]

function stepsUp({ elements }: PageScan, start: number): readonly number[] {
  const ups: number[] = []
  for (let index = start; ups.length < 7 && index >= 0; index = elements[index]?.parent ?? -1) ups.push(index)
  return ups
}

/** Elements of one make have the same tag and names and the same element two steps up. */
function makeOf({ elements }: PageScan, index: number, grand: number | undefined): string {
  const element = elements[index]
  return `${element?.tag} ${element?.names} ${grand ?? -1}`
}

/** Elements of one shape have, wherever they stand, the same tags and first names up to two steps. */
function shapeOf({ elements }: PageScan, ups: readonly number[]): string {
  let shape = ''
  for (const index of ups.slice(0, 3)) {
    const { tag = '', names = '' } = elements[index] ?? {}
    const stop = names.indexOf(' ')
    shape += `/${tag}.${stop === -1 ? names : names.slice(0, stop)}`
  }
  return shape
}

type Mean = { mean: number; weight: number; body: number; count: number; blocks: number }

/** For each block, the mean first look of the blocks that share its key, by length, and the body blocks among them. */
function means<Key>(
  keys: readonly Key[],
  first: readonly number[],
  lengths: readonly number[],
): readonly (Mean | undefined)[] {
  const found = new Map<Key, Mean>()
  for (const [i, key] of keys.entries()) {
    let mean = found.get(key)
    if (mean === undefined) {
      mean = { mean: 0, weight: 0, body: 0, count: 0, blocks: 0 }
      found.set(key, mean)
    }
    const weight = weightOf(lengths[i])
    const p = first[i] ?? 0
    mean.mean = (mean.mean * mean.weight + p * weight) / (mean.weight + weight)
    mean.weight += weight
    mean.blocks += 1
    if (p > 0.5) {
      mean.body += lengths[i] ?? 0
      mean.count += 1
    }
  }
  return keys.map((key) => found.get(key))
}

function weightOf(length: number | undefined): number {
  return Math.min(length ?? 0, 300)
}

/** The mean without the block itself; below 0 where it is alone. */
function others(mean: Mean | undefined, p: number, weight: number): number {
  if (mean === undefined || mean.blocks < 2) return -0.1
  return Math.max(0, mean.mean * mean.weight - p * weight) / Math.max(mean.weight - weight, 1)
}

/** For each block, the mean first look of the blocks up to `width` before and after it, by length. */
function around(first: readonly number[], lengths: readonly number[], width: number): readonly number[] {
  const sums = [0]
  const weights = [0]
  for (const [i, p] of first.entries()) {
    const weight = weightOf(lengths[i])
    sums.push((sums[i] ?? 0) + p * weight)
    weights.push((weights[i] ?? 0) + weight)
  }
  return first.map((_, i) => {
    const from = Math.max(0, i - width)
    const to = Math.min(first.length, i + width + 1)
    const weight = (weights[to] ?? 0) - (weights[from] ?? 0)
    return weight === 0 ? 0 : ((sums[to] ?? 0) - (sums[from] ?? 0)) / weight
  })
}

/** Of the page as a whole: text in and likely in the body, its share, the highest first look and how far looks are from one half. */
function wholePage(first: readonly number[], lengths: readonly number[]) {
  let [text, body, likely, highest, certain] = [0, 0, 0, 0, 0]
  for (const [i, p] of first.entries()) {
    const length = lengths[i] ?? 0
    text += length
    if (p > 0.5) body += length
    likely += length * p
    certain += length * Math.abs(p - 0.5)
    if (p > highest) highest = p
  }
  return { body, likely, highest, share: body / (text + 1), certainty: certain / (text + 1) }
}

function nextBody(isBody: readonly boolean[]): readonly number[] {
  const found: number[] = new Array(isBody.length).fill(50)
  let next = 50
  for (let i = isBody.length - 1; i >= 0; i--) {
    found[i] = next
    next = isBody[i] ? 0 : Math.min(next + 1, 50)
  }
  return found
}
