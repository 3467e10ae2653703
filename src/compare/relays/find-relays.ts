import type { RelayEdge } from '../../model/record.ts'
import type { Member } from '../member.ts'
import { outletAliases } from './outlet-aliases.ts'
import { type OutletNames, outletKey } from './outlet-names.ts'
import { type RelayMention, relayMentions } from './relay-mentions.ts'

/** One edge for each article and outlet that it takes something from, first mention first; circles of outlets are flagged. */
export function findRelays(members: readonly Member[], mentions: MentionsByArticle): RelayEdge[] {
  const edges = members.flatMap((member) => edgesOf(member, mentions.get(member.article.id) ?? []))
  const circular = circles(members, edges)
  return edges.map((edge) => ({ ...edge, circular: circular(edge) }))
}

/** Where each article of a story takes something from another outlet. */
export type MentionsByArticle = ReadonlyMap<string, readonly RelayMention[]>

/** The relay mentions of a story's articles. */
export function mentionsIn(members: readonly Member[], names: OutletNames): MentionsByArticle {
  const outlets = [...new Set(members.flatMap(({ article }) => article.outlet ?? []))].sort()
  const story = { outlets, aliases: outletAliases(outlets) }
  return new Map(members.map((member) => [member.article.id, relayMentions(member, names, story)]))
}

function edgesOf({ article }: Member, mentions: readonly RelayMention[]): RelayEdge[] {
  const found = new Map<string, RelayEdge>()
  for (const { outlet, key, range, rule } of mentions) {
    if (found.has(key)) continue
    const span = { article: article.id, start: range.start, end: range.end }
    found.set(key, { article: article.id, outlet, span, circular: false, rules: [rule] })
  }
  return [...found.values()]
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
