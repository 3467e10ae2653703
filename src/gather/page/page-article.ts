import type { BlockKind } from '../../model/article.ts'
import { embeddedBody } from './embedded-body.ts'
import { type PageFeatures, pageFeatures } from './features/page-features.ts'
import { secondLook } from './features/second-look.ts'
import { blockKindOf } from './kinds.ts'
import { embeddedDate } from './metadata/embedded-date.ts'
import { type PageMetadata, pageMetadata } from './metadata/metadata.ts'
import { probability } from './model/forest.ts'
import { pageModel } from './model/page-model.ts'
import type { PageBlock, PageScan } from './page-scan.ts'
import { scanPage } from './scan.ts'
import { scanSoup } from './scan-soup.ts'

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

/** A page read: what it states about its article, and its blocks judged. */
export type PageArticle = {
  readonly scan: PageScan
  readonly metadata: PageMetadata
  readonly blocks: readonly JudgedBlock[]
  /** The columns of numbers behind the second judgement, one row a block. */
  readonly rows: readonly Float64Array[]
}

/** Reads a page into judged blocks and metadata; a page whose tags are too broken for the fast parser is parsed again as browsers do. */
export function pageArticle(html: string, url?: string): PageArticle {
  const page = wholePage(html, url)
  if (page.metadata.published !== undefined) return page
  return { ...page, metadata: { ...page.metadata, published: embeddedDate(html) } }
}

function wholePage(html: string, url: string | undefined): PageArticle {
  const scan = scanPage(html)
  const fast = judged(scan, url)
  if (fast.blocks.some((block) => block.isBody) || isVast(scan)) return fast
  const soup = scanSoup(html)
  const careful = soup === undefined ? fast : judged(soup, url)
  const isFound = careful.metadata.body !== undefined || careful.blocks.some((block) => block.isBody)
  if (isFound) return careful
  return { ...careful, metadata: { ...careful.metadata, body: embeddedBody(html) } }
}

// The careful parser takes a time that grows with the square of how deep a page nests.
function isVast({ elements }: PageScan): boolean {
  return elements.length > 30_000 || elements.some(({ depth }) => depth > 250)
}

function judged(scan: PageScan, url: string | undefined): PageArticle {
  const metadata = pageMetadata(scan, url)
  const features = pageFeatures(scan, metadata)
  const { first, second } = pageModel()
  const looks = features.rows.map((row) => probability(first, row))
  const rows = secondLook(scan, features, looks)
  const likelihoods = rows.map((row) => probability(second, row))
  const cut = cutOf(likelihoods, features)
  const isBody = likelihoods.map((likelihood) => likelihood > cut)
  const blocks = scan.blocks.map((block, index) => {
    const told = blockKindOf({ scan, features, metadata, isBody, index })
    return { block, index, likelihood: likelihoods[index] ?? 0, isBody: isBody[index] ?? false, ...told }
  })
  return { scan, metadata, blocks, rows }
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
