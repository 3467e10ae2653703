import type { Range } from '../../model/span.ts'
import { hull } from '../../model/span.ts'
import { rowOf } from './features/page-table.ts'
import type { JudgedBlock } from './judge-blocks.ts'
import { reasons } from './model/forest.ts'
import { pageModel } from './model/page-model.ts'
import type { PageArticle } from './page-article.ts'

/** A block of a page with what it was judged to be, and why. */
export type ExplainedBlock = {
  readonly text: string
  readonly kind: string
  readonly rule: string
  readonly isBody: boolean
  /** How likely the block is part of the body, between 0 and 1. */
  readonly likelihood: number
  /** Where it stands in the source of the page. */
  readonly source: Range | undefined
  readonly links: number
  /** What moved the first look most, then the second: the measure, its value, and the change in log odds. */
  readonly why: readonly { readonly measure: string; readonly value: number; readonly change: number }[]
}

/** Explains the judgement of each block of a page, in page order. */
export function explainPage(page: PageArticle): readonly ExplainedBlock[] {
  return page.blocks.map((judged) => ({
    text: judged.block.text,
    kind: judged.kind ?? 'none',
    rule: judged.rule,
    isBody: judged.isBody,
    likelihood: Number(judged.likelihood.toFixed(3)),
    source: hull(judged.block.pieces),
    links: judged.block.links.length,
    why: whyOf(page, judged),
  }))
}

function whyOf(page: PageArticle, judged: JudgedBlock): ExplainedBlock['why'] {
  const row = rowOf(page.table, judged.index)
  const { first, second, columns } = pageModel()
  // The columns of the first look are the beginning of those of the second.
  return [...reasons(first, row).slice(0, 3), ...reasons(second, row).slice(0, 2)].map(
    ({ feature, change }) => ({
      measure: columns[feature] ?? '',
      value: Number((row[feature] ?? 0).toFixed(2)),
      change: Number(change.toFixed(2)),
    }),
  )
}
