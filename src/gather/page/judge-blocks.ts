import type { BlockKind } from '../../model/article.ts'
import type { PageFeatures } from './features/page-features.ts'
import { blockKindOf } from './kinds.ts'
import type { PageMetadata } from './metadata/metadata.ts'
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

/** Judges the blocks of a page by how likely each is part of the body, a number between 0 and 1 a block. */
export function judgeBlocks(page: MeasuredPage, likelihoods: readonly number[]): readonly JudgedBlock[] {
  const cut = cutOf(likelihoods, page.features)
  const isBody = likelihoods.map((likelihood) => likelihood > cut)
  return page.scan.blocks.map((block, index) => {
    const told = blockKindOf({ ...page, isBody, index })
    return { block, index, likelihood: likelihoods[index] ?? 0, isBody: isBody[index] ?? false, ...told }
  })
}

/** One half; lower on a page where nothing reaches it though there is running text. */
function cutOf(likelihoods: readonly number[], features: PageFeatures): number {
  if (likelihoods.some((likelihood) => likelihood > 0.5)) return 0.5
  let best = 0
  for (const [i, likelihood] of likelihoods.entries()) {
    const fact = features.facts[i]
    if (fact !== undefined && fact.words >= 12 && fact.linked < 0.5) best = Math.max(best, likelihood)
  }
  return best < 0.02 ? 0.5 : best * 0.6
}
