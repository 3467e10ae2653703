import type { Copy } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { outletKey } from '../relays/outlet-names.ts'
import type { Place } from './trace.ts'

/** The first article of a copied stretch, from copy to original; what a copy turns into its contrary is taken from nobody. */
export function copiedFrom(
  members: readonly Member[],
  all: readonly Copy[],
): (span: Span) => Place | undefined {
  const copies = new Map<string, Copy[]>()
  for (const copy of all) copies.set(copy.b, [...(copies.get(copy.b) ?? []), copy])
  const outletOf = new Map(
    members.map(({ article }) => [article.id, outletKey(article.outlet ?? article.id)]),
  )
  return (span) => firstOf(span, copies, outletOf)
}

// From copy to original until nothing before it has the stretch; what copies itself in a circle ends where it began.
function firstOf(
  span: Span,
  copies: ReadonlyMap<string, readonly Copy[]>,
  outletOf: ReadonlyMap<string, string>,
): Place | undefined {
  const seen = new Set([span.article])
  let at = span
  for (;;) {
    const before = originalOf(at, copies)
    if (before === undefined || seen.has(before.article)) break
    seen.add(before.article)
    at = before
  }
  return at === span ? undefined : { article: at.article, outlet: outletOf.get(at.article) ?? at.article }
}

function originalOf(span: Span, copies: ReadonlyMap<string, readonly Copy[]>): Span | undefined {
  for (const { a, spansA, spansB, turned } of copies.get(span.article) ?? []) {
    if (turned?.some(({ b }) => overlaps(b, span))) continue
    const at = spansB.findIndex((range) => overlaps(range, span))
    const range = spansA[at]
    if (range !== undefined) return { article: a, start: range.start, end: range.end }
  }
  return undefined
}
