import { proseKinds } from '../../model/article.ts'
import type { Quotation } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'
import { markPairs } from './mark-pairs.ts'
import { quotationRole } from './quotation-role.ts'

/** Every stretch between quotation marks in text order, told apart as speech, scare quote, title or term. */
export function findQuotations({ article }: ReadContext): Quotation[] {
  const blocks = article.blocks.filter((block) => proseKinds.has(block.kind))
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1]
    const pairs = markPairs(article.text, block, next)
    return pairs.map((pair) => {
      const { role, rule } = quotationRole(article.text, pair.inner, block)
      const quotation = {
        start: pair.start,
        end: pair.end,
        inner: pair.inner,
        role,
        rules: [pair.rule, rule],
      }
      return pair.isUnclosed ? { ...quotation, unclosed: true } : quotation
    })
  })
}
