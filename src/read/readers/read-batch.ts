import type { GatherResult } from '../../gather/result.ts'
import type { Article } from '../../model/article.ts'
import type { Reading } from '../../model/reading.ts'
import type { Issue } from '../../model/reason.ts'
import type { Readers } from './readers.ts'

/** A batch as it was read: what is to be kept, and what was wrong with the rest. */
export type ReadBatch = {
  readonly kept: readonly { readonly article: Article; readonly reading: Reading }[]
  readonly failed: readonly { readonly from: string; readonly issue: Issue }[]
}

/** Reads the articles of a batch; what gathering or reading found wrong stands beside them. */
export async function readBatch(batch: readonly GatherResult[], readers: Readers): Promise<ReadBatch> {
  const gathered = batch.flatMap((result) => (result.ok ? [result.article] : []))
  const results = await readers.read(gathered)
  return {
    kept: results.flatMap((result) => (result.ok ? [result] : [])),
    failed: [...batch, ...results].flatMap((result) => (result.ok ? [] : [result])),
  }
}
