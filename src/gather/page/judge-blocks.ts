import type { BlockKind } from '../../model/article.ts'
import type { PageFeatures } from './features/page-features.ts'
import { blockKindOf, bodyExtent } from './kinds.ts'
import type { PageMetadata } from './metadata/metadata.ts'
import { type OutRule, ruledOut } from './out-rules.ts'
import type { PageBlock, PageScan } from './page-scan.ts'

/** A block of a page, judged: how likely it is part of the article's body, and what it is. */
export type JudgedBlock = {
  readonly block: PageBlock
  /** Index among the page's blocks. */
  readonly index: number
  readonly likelihood: number
  readonly isBody: boolean
  /** Undefined for blocks that are no part of the article, not even noise within it. */
  readonly kind: BlockKind | undefined
  readonly rule: string
}

/** A page measured, before its blocks are judged. */
export type MeasuredPage = {
  readonly scan: PageScan
  readonly metadata: PageMetadata
  readonly features: PageFeatures
}

/**
 * Judges the blocks of a page by how likely each is part of the body, a number between 0 and 1 a block. Rules of `data/page-out.tsv`
 * keep some out whatever their likelihood; code and verse set as preformatted text stay with the body around them.
 */
export function judgeBlocks(page: MeasuredPage, likelihoods: ArrayLike<number>): readonly JudgedBlock[] {
  const out = outOf(page, likelihoods)
  const asked = Float64Array.from(likelihoods, (likelihood, i) => (out[i] === undefined ? likelihood : 0))
  const cut = cutOf(asked, page.features)
  const chosen = Array.from(asked, (likelihood) => likelihood > cut)
  const extent = bodyExtent(chosen)
  const isBody = chosen.map(
    (is, i) => is || (i > extent.first && i < extent.last && out[i] === undefined && isPreformatted(page, i)),
  )
  const told = { ...page, isBody, extent, out }
  return page.scan.blocks.map((block, index) => {
    const { kind, rule } = blockKindOf(told, index)
    return { block, index, likelihood: likelihoods[index] ?? 0, isBody: isBody[index] ?? false, kind, rule }
  })
}

/** What rules keep out, where that leaves the page something to read; else nothing is kept out. */
function outOf(
  { scan, features }: MeasuredPage,
  likelihoods: ArrayLike<number>,
): readonly (OutRule | undefined)[] {
  const out = ruledOut(scan)
  const isLeft = features.facts.some(
    ({ words, linked }, i) =>
      out[i] === undefined && words >= 12 && linked < 0.5 && (likelihoods[i] ?? 0) > 0.1,
  )
  return isLeft ? out : scan.blocks.map(() => undefined)
}

function isPreformatted({ scan }: MeasuredPage, index: number): boolean {
  const own = scan.elements[scan.blocks[index]?.element ?? -1]
  return own?.tag === 'pre' || scan.elements[own?.parent ?? -1]?.tag === 'pre'
}

/**
 * Where to cut so that the F1 of the text to be expected is highest: at half of that F1. The blocks of a page err together, so
 * their likelihoods are drawn towards one half first. Where nothing is likely, the best running text is taken.
 */
function cutOf(likelihoods: Float64Array, { facts }: PageFeatures): number {
  const drawn = likelihoods.map(drawIn)
  const length = (i: number) => facts[i]?.length ?? 0
  let whole = 0
  for (let i = 0; i < drawn.length; i++) whole += (drawn[i] ?? 0) * length(i)
  let [kept, right, best] = [0, 0, 0]
  const order = inOrder(likelihoods)
  for (const i of order) {
    kept += length(i)
    right += (drawn[i] ?? 0) * length(i)
    best = Math.max(best, (2 * right) / (kept + whole))
  }
  const cut = drawOut(Math.min(Math.max(best / 2, 0.2), 0.5))
  if ((likelihoods[order[0] ?? -1] ?? 0) > cut) return cut
  return bestRunningText(likelihoods, facts)
}

/** The likely blocks, likeliest first. Others raise no F1 to where it moves the cut, which stays above one fifth. */
function inOrder(likelihoods: Float64Array): readonly number[] {
  const order: number[] = []
  for (let i = 0; i < likelihoods.length; i++) if ((likelihoods[i] ?? 0) > 0.05) order.push(i)
  return order.sort((a, b) => (likelihoods[b] ?? 0) - (likelihoods[a] ?? 0))
}

/** How far log odds are drawn towards 0; found on pages out of fold. */
const draw = 0.6

function drawIn(likelihood: number): number {
  return 1 / (1 + ((1 - likelihood) / Math.max(likelihood, 1e-9)) ** draw)
}

function drawOut(drawn: number): number {
  return 1 / (1 + ((1 - drawn) / drawn) ** (1 / draw))
}

function bestRunningText(likelihoods: Float64Array, facts: PageFeatures['facts']): number {
  let best = 0
  for (const [i, likelihood] of likelihoods.entries()) {
    const fact = facts[i]
    if (fact !== undefined && fact.words >= 12 && fact.linked < 0.5) best = Math.max(best, likelihood)
  }
  return best < 0.02 ? 0.5 : best * 0.6
}
