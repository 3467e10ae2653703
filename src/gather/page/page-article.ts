import { readDate } from '../date.ts'
import { embeddedBody } from './embedded-body.ts'
import { cuesOf } from './features/cue-features.ts'
import { pageFeatures } from './features/page-features.ts'
import type { PageTable } from './features/page-table.ts'
import { secondLook } from './features/second-look.ts'
import { type JudgedBlock, judgeBlocks } from './judge-blocks.ts'
import { embeddedDate } from './metadata/embedded-date.ts'
import { type PageMetadata, pageMetadata } from './metadata/metadata.ts'
import { visibleCredit } from './metadata/visible-credit.ts'
import { probabilities } from './model/forest.ts'
import { pageModel } from './model/page-model.ts'
import type { PageScan } from './page-scan.ts'
import { scanPage } from './scan.ts'
import { scanSoup } from './scan-soup.ts'

/** A page read: what it states about its article, and its blocks judged. */
export type PageArticle = {
  readonly scan: PageScan
  readonly metadata: PageMetadata
  readonly blocks: readonly JudgedBlock[]
  /** The numbers behind the judgements, one row a block. */
  readonly table: PageTable
}

/** Reads a page into judged blocks and metadata; a page whose tags are too broken for the fast parser is parsed again as browsers do. */
export function pageArticle(html: string, url?: string): PageArticle {
  const page = wholePage(html, url)
  const { metadata, blocks } = page
  return {
    ...page,
    metadata: {
      ...metadata,
      published: exactDate(metadata.published, html),
      credit: metadata.credit ?? visibleCredit(blocks),
      correction: metadata.correction ?? blocks.find(({ kind }) => kind === 'correction')?.block.text,
    },
  }
}

/** A publication date; what the page carries as data for its scripts stands in for none, and makes a day exact. */
function exactDate(published: string | undefined, html: string): string | undefined {
  if (published?.includes('T') === true) return published
  const embedded = embeddedDate(html)
  if (published === undefined || embedded === undefined) return published ?? embedded
  const read = readDate(embedded)
  return read.ok && read.value.startsWith(`${published}T`) ? embedded : published
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
  const { cues, first, second } = pageModel()
  const features = pageFeatures(scan, metadata, cuesOf(scan, cues))
  const looks = probabilities(first, features.table)
  secondLook(scan, features, looks)
  const likelihoods = probabilities(second, features.table, looks)
  return {
    scan,
    metadata,
    blocks: judgeBlocks({ scan, metadata, features }, likelihoods),
    table: features.table,
  }
}
