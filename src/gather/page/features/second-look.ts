import type { PageScan } from '../page-scan.ts'
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
]

/** The rows of a page with what a first look at all of its blocks found near each of them. */
export function secondLook(
  scan: PageScan,
  features: PageFeatures,
  first: readonly number[],
): readonly Float64Array[] {
  const { blocks, elements } = scan
  const lengths = features.facts.map((fact) => fact.length)
  const parents = blocks.map((block) => elements[block.element]?.parent ?? -1)
  const grands = parents.map((parent) => elements[parent]?.parent ?? -1)
  const makes = blocks.map((block, i) =>
    makeOf(elements[block.element]?.tag, elements[block.element]?.names, grands[i]),
  )
  const byMake = means(makes, first, lengths)
  const byParent = means(parents, first, lengths)
  const byGrand = means(grands, first, lengths)
  const isBody = first.map((p) => p > 0.5)
  let total = 0
  for (const [i, body] of isBody.entries()) if (body) total += lengths[i] ?? 0
  const next = nextBody(isBody)
  let before = 0
  let since = 50
  return features.rows.map((row, i) => {
    const own = isBody[i] ? (lengths[i] ?? 0) : 0
    const make = byMake.get(makes[i] ?? '')
    const parent = byParent.get(parents[i] ?? -1)
    const extra = [
      first[i] ?? 0,
      first[i - 1] ?? -0.1,
      first[i + 1] ?? -0.1,
      first[i - 2] ?? -0.1,
      first[i + 2] ?? -0.1,
      first[i - 3] ?? -0.1,
      first[i + 3] ?? -0.1,
      make?.mean ?? 0,
      parent?.mean ?? 0,
      byGrand.get(grands[i] ?? -1)?.mean ?? 0,
      total === 0 ? 0 : before / total,
      total === 0 ? 0 : (total - before - own) / total,
      since,
      next[i] ?? 50,
      Math.min(total, 20_000),
      total === 0 ? 0 : (make?.body ?? 0) / total,
      Math.min(parent?.count ?? 0, 50),
      Math.min(make?.count ?? 0, 50),
    ]
    before += own
    since = isBody[i] ? 0 : Math.min(since + 1, 50)
    const whole = new Float64Array(row.length + extra.length)
    whole.set(row)
    whole.set(extra, row.length)
    return whole
  })
}

function makeOf(tag: string | undefined, names: string | undefined, grand: number | undefined): string {
  return `${tag} ${names} ${grand}`
}

type Mean = { mean: number; weight: number; body: number; count: number }

/** For each key, the mean first look of its blocks, by length, and the body blocks among them. */
function means<Key>(
  keys: readonly Key[],
  first: readonly number[],
  lengths: readonly number[],
): ReadonlyMap<Key, Mean> {
  const found = new Map<Key, Mean>()
  for (const [i, key] of keys.entries()) {
    const mean = found.get(key) ?? { mean: 0, weight: 0, body: 0, count: 0 }
    const weight = Math.min(lengths[i] ?? 0, 300)
    const p = first[i] ?? 0
    mean.mean = (mean.mean * mean.weight + p * weight) / (mean.weight + weight)
    mean.weight += weight
    if (p > 0.5) {
      mean.body += lengths[i] ?? 0
      mean.count += 1
    }
    found.set(key, mean)
  }
  return found
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
