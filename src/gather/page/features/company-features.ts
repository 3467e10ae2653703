import type { BlockKind } from '../../../model/article.ts'
import type { PageScan } from '../page-scan.ts'
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

type Sum = { blocks: number; text: number; linked: number; sentences: number }

/** What stands around each block: its kin by make, its containers, and how it lies to the densest run of sentences. */
export function companyFeatures(scan: PageScan, facts: readonly TextFacts[]): readonly (readonly number[])[] {
  const { blocks, elements } = scan
  const makes = new Map<string, Sum>()
  const containers = new Map<number, Sum>()
  const keys = blocks.map((block) => makeOf(scan, block.element))
  let total = 0
  const weights = facts.map((fact) => (isSentences(fact) ? fact.length : 0))
  for (const [i, block] of blocks.entries()) {
    const fact = facts[i]
    if (fact === undefined) continue
    total += fact.length
    add(makes, keys[i] ?? '', fact)
    add(containers, block.element, fact)
  }
  addUp(containers, scan)
  const main = mainElement(scan, weights)
  const firstH1 = blocks.findIndex((block) => elements[block.element]?.tag === 'h1')
  const { first, last } = extent(scan, weights, main)
  const mainText = containers.get(main)?.text ?? 0
  const seen = new Set<string>()
  let sinceH1 = 0
  const near = nearSentences(weights)
  const times = new Map<string, number>()
  for (const { text } of blocks) times.set(text, (times.get(text) ?? 0) + 1)
  const siblings = siblingPlaces(scan)
  let sinceNoise = 20
  return blocks.map((block, i) => {
    const parent = elements[block.element]?.parent ?? -1
    const grand = elements[parent]?.parent ?? -1
    const make = makes.get(keys[i] ?? '')
    const up = containers.get(parent)
    const upper = containers.get(grand)
    if (elements[block.element]?.tag === 'h1') sinceH1 = 0
    else sinceH1 += 1
    const isRepeat = block.text.length > 15 && seen.has(block.text)
    seen.add(block.text)
    const line = facts[i]?.lineKind
    sinceNoise = line !== undefined && noise.has(line) ? 0 : Math.min(sinceNoise + 1, 20)
    return [
      i / blocks.length,
      Math.min(make?.blocks ?? 0, 100),
      Math.min(make?.text ?? 0, 20_000),
      share(make),
      (make?.sentences ?? 0) / (make?.blocks ?? 1),
      Math.min(up?.text ?? 0, 20_000),
      share(up),
      Math.min(up?.blocks ?? 0, 200),
      Math.min(upper?.text ?? 0, 30_000),
      share(upper),
      (upper?.text ?? 0) / (total + 1),
      stepsTo(scan, block.element, main),
      i < first ? -1 - Math.min(first - i, 30) / 30 : i > last ? 1 + Math.min(i - last, 30) / 30 : 0,
      Math.min(mainText, 20_000),
      isRepeat ? 1 : 0,
      i < firstH1 ? 1 : 0,
      Math.min(sinceH1, 100),
      near.before[i] ?? 0,
      near.after[i] ?? 0,
      Math.min(times.get(block.text) ?? 1, 20),
      sinceNoise,
      siblings[i]?.before ?? 0,
      siblings[i]?.after ?? 0,
    ]
  })
}

const noise: ReadonlySet<BlockKind> = new Set<BlockKind>(['related', 'newsletter', 'promotion', 'audio'])

/** How many blocks of the same parent come before and after each block, up to 50. */
function siblingPlaces({ blocks, elements }: PageScan): readonly { before: number; after: number }[] {
  const totals = new Map<number, number>()
  const parents = blocks.map((block) => elements[block.element]?.parent ?? -1)
  for (const parent of parents) totals.set(parent, (totals.get(parent) ?? 0) + 1)
  const seen = new Map<number, number>()
  return parents.map((parent) => {
    const before = seen.get(parent) ?? 0
    seen.set(parent, before + 1)
    return { before: Math.min(before, 50), after: Math.min((totals.get(parent) ?? 1) - before - 1, 50) }
  })
}

/** Elements of one make look alike: same tags and names, same tags two steps up. */
function makeOf({ elements }: PageScan, index: number): string {
  const own = elements[index]
  if (own === undefined) return ''
  const parent = elements[own.parent]
  const grand = parent && elements[parent.parent]
  return `${own.tag}.${own.names}<${parent?.tag}.${parent?.names}<${grand?.tag}`
}

function add<Key>(sums: Map<Key, Sum>, key: Key, fact: TextFacts): void {
  const sum = sums.get(key) ?? { blocks: 0, text: 0, linked: 0, sentences: 0 }
  sum.blocks += 1
  sum.text += fact.length
  sum.linked += fact.linked * fact.length
  if (fact.endsSentence) sum.sentences += 1
  sums.set(key, sum)
}

/** Adds what each element holds to all that it stands in; a parent comes before its children. */
function addUp(containers: Map<number, Sum>, { elements }: PageScan): void {
  for (let index = elements.length - 1; index > 0; index--) {
    const own = containers.get(index)
    const parent = elements[index]?.parent ?? -1
    if (own === undefined || parent < 0) continue
    const sum = containers.get(parent)
    if (sum === undefined) containers.set(parent, { ...own })
    else {
      sum.blocks += own.blocks
      sum.text += own.text
      sum.linked += own.linked
      sum.sentences += own.sentences
    }
  }
}

function share(sum: Sum | undefined): number {
  return sum === undefined || sum.text === 0 ? 0 : sum.linked / sum.text
}

function isSentences(fact: TextFacts): boolean {
  return fact.words >= 12 && fact.linked < 0.4 && fact.endsSentence && fact.lineKind === undefined
}

/** The element that holds the most running text, counted less the further up it is. */
function mainElement({ blocks, elements }: PageScan, weights: readonly number[]): number {
  const scores = new Map<number, number>()
  for (const [i, block] of blocks.entries()) {
    let weight = Math.min(weights[i] ?? 0, 600)
    if (weight === 0 || elements[block.element]?.isHidden) continue
    let index = block.element
    for (let step = 0; index >= 0 && step < 6; step++) {
      scores.set(index, (scores.get(index) ?? 0) + weight)
      weight *= 0.85
      index = elements[index]?.parent ?? -1
    }
  }
  let best = -1
  let most = 0
  for (const [index, score] of scores) if (score > most) [best, most] = [index, score]
  return best
}

function extent(scan: PageScan, weights: readonly number[], main: number): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  for (const [i, block] of scan.blocks.entries()) {
    if ((weights[i] ?? 0) === 0 || !isWithin(scan, block.element, main)) continue
    first = Math.min(first, i)
    last = i
  }
  return { first, last }
}

function isWithin({ elements }: PageScan, start: number, container: number): boolean {
  for (let index = start; index >= 0; index = elements[index]?.parent ?? -1)
    if (index === container) return true
  return false
}

/** 0 in the main element, more for each step that leads out of it. */
function stepsTo({ elements }: PageScan, start: number, main: number): number {
  const above = new Map<number, number>()
  for (let index = main, step = 0; index >= 0; step++) {
    above.set(index, step)
    index = elements[index]?.parent ?? -1
  }
  for (let index = start; index >= 0; index = elements[index]?.parent ?? -1) {
    const steps = above.get(index)
    if (steps !== undefined) return Math.min(steps, 20)
  }
  return 20
}

function nearSentences(weights: readonly number[]): { before: readonly number[]; after: readonly number[] } {
  const before: number[] = []
  const after: number[] = new Array(weights.length).fill(0)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    before.push(sum)
    sum = sum * 0.7 + Math.min(weights[i] ?? 0, 400)
  }
  sum = 0
  for (let i = weights.length - 1; i >= 0; i--) {
    after[i] = sum
    sum = sum * 0.7 + Math.min(weights[i] ?? 0, 400)
  }
  return { before, after }
}
