import type { Copy } from '../../model/record.ts'
import { overlaps, type Range, type Span } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { type Credit, creditsOf } from '../relays/credits.ts'
import { outletAliases } from '../relays/outlet-aliases.ts'
import { type OutletNames, outletKey } from '../relays/outlet-names.ts'

/** The outlet that supplied the words at a span, with where that is said, perhaps in another paper that has the same words. */
export type Supplier = { readonly key: string; readonly name: string; readonly because?: Span }

/** Who supplied the words at a span: the outlet that its article credits for the paragraph, else for the text, else the one that an article with the same words credits. */
export function suppliersOf(
  members: readonly Member[],
  { copies, names }: { readonly copies: readonly Copy[]; readonly names: OutletNames },
): (span: Span) => Supplier | undefined {
  const aliases = outletAliases([...new Set(members.flatMap(({ article }) => article.outlet ?? []))].sort())
  const own = new Map<string, Supplier>()
  const ofParagraphs = new Map<string, { readonly of: Range; readonly supplier: Supplier }[]>()
  const outletOf = new Map<string, string>()
  for (const member of members) {
    const { id, outlet } = member.article
    if (outlet !== undefined) outletOf.set(id, outletKey(outlet))
    const credits = creditsOf(member, aliases)
    const first = credits.find((credit) => credit.of === undefined)
    if (first !== undefined) own.set(id, supplierOf(first, id, names))
    const each = credits.flatMap(({ of, ...credit }) =>
      of === undefined ? [] : [{ of, supplier: supplierOf(credit, id, names) }],
    )
    if (each.length > 0) ofParagraphs.set(id, each)
  }
  const shared = sharedStretches(copies)
  return (span) => {
    const paragraph = ofParagraphs.get(span.article)?.find(({ of }) => overlaps(of, span))
    const credited = paragraph?.supplier ?? own.get(span.article)
    if (credited !== undefined) return credited
    for (const { range, other } of shared.get(span.article) ?? []) {
      const supplier = overlaps(range, span) ? own.get(other) : undefined
      if (supplier !== undefined && supplier.key !== outletOf.get(span.article)) return supplier
    }
    return undefined
  }
}

function supplierOf({ name, range }: Credit, article: string, names: OutletNames): Supplier {
  const full = names(name)
  const because = range === undefined ? {} : { because: { article, start: range.start, end: range.end } }
  return { key: outletKey(full), name: full, ...because }
}

type Stretch = { readonly range: Range; readonly other: string }

function sharedStretches(copies: readonly Copy[]): ReadonlyMap<string, readonly Stretch[]> {
  const shared = new Map<string, Stretch[]>()
  const put = (article: string, ranges: readonly Range[], other: string) => {
    const known = shared.get(article) ?? []
    for (const range of ranges) known.push({ range, other })
    shared.set(article, known)
  }
  for (const { a, b, spansA, spansB } of copies) {
    put(a, spansA, b)
    put(b, spansB, a)
  }
  return shared
}
