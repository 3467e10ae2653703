import { z } from 'zod'
import { findReuse } from '../../compare/copies/reuse.ts'
import type { Range } from '../../model/span.ts'

const input = z.looseObject({ id: z.string(), text: z.string() })

/** Task `copies`: the pairs of texts that share words, with the spans on both sides; all texts are read first. */
export function copies(records: readonly unknown[]): unknown[] {
  return findReuse(records.map((record) => input.parse(record))).map(({ a, b, kind, spansA, spansB }) => ({
    a,
    b,
    kind,
    spansA: spansA.map(pairOf),
    spansB: spansB.map(pairOf),
  }))
}

function pairOf({ start, end }: Range): [number, number] {
  return [start, end]
}
