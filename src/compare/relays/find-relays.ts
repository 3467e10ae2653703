import type { Copy, RelayEdge } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { type OutletNames, outletKey } from './outlet-names.ts'

/** One edge for each article and outlet that it takes something from, first mention first; circles of outlets are flagged. */
export function findRelays(members: readonly Member[], names: OutletNames): RelayEdge[] {
  const edges = members.flatMap((member) => edgesOf(member, names))
  const circular = circles(members, edges)
  return edges.map((edge) => ({ ...edge, circular: circular(edge) }))
}

function edgesOf(member: Member, names: OutletNames): RelayEdge[] {
  const { article, reading } = member
  const own = article.outlet === undefined ? undefined : outletKey(article.outlet)
  const found = new Map<string, RelayEdge>()
  const add = (name: string, range: Range, rule: string) => {
    const outlet = names(name)
    const key = outletKey(outlet)
    if (key === '' || key === own || found.has(key) || isClass(name)) return
    found.set(key, {
      article: article.id,
      outlet,
      span: { article: article.id, start: range.start, end: range.end },
      circular: false,
      rules: [rule],
    })
  }
  for (const { relay, via } of reading.attributions) {
    if (relay !== undefined && relay.kind !== 'local-media') add(relay.outlet, relay, 'RLY-SAID')
    if (via?.kind === 'outlet' && via.name !== undefined) add(via.name, via, 'RLY-TOLD')
  }
  const credit = article.credit === undefined ? undefined : creditRange(member, article.credit)
  if (article.credit !== undefined && credit !== undefined) add(article.credit, credit, 'RLY-CREDIT')
  return [...found.values()]
}

// "the newspaper", "local media", "it": nobody in particular.
function isClass(name: string): boolean {
  return !/\p{Lu}/u.test(name.replace(/^The\s/, ''))
}

function creditRange(member: Member, credit: string): Range | undefined {
  const start = member.article.text.lastIndexOf(credit)
  return start < 0 ? undefined : { start, end: start + credit.length }
}

/** Tells whether an edge lies on a circle: its outlet, by its own articles of the story, cites back to the citing one. */
function circles(members: readonly Member[], edges: readonly RelayEdge[]): (edge: RelayEdge) => boolean {
  const outletOf = new Map(
    members.map(({ article }) => [article.id, outletKey(article.outlet ?? article.id)]),
  )
  const cites = new Map<string, Set<string>>()
  for (const edge of edges) {
    const from = outletOf.get(edge.article) ?? edge.article
    const to = cites.get(from) ?? new Set()
    cites.set(from, to.add(outletKey(edge.outlet)))
  }
  return (edge) => reaches(cites, outletKey(edge.outlet), outletOf.get(edge.article) ?? edge.article)
}

function reaches(cites: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from])
  const queue = [from]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === to) return true
    for (const cited of cites.get(next) ?? []) {
      if (seen.has(cited)) continue
      seen.add(cited)
      queue.push(cited)
    }
  }
  return false
}

/** The article that a copy was taken from, by the id of the copy; whole and edited copies only. */
export function copiedFrom(copies: readonly Copy[]): ReadonlyMap<string, string> {
  return new Map(copies.filter((copy) => copy.kind !== 'passage').map((copy) => [copy.b, copy.a]))
}
