import type { CarrierView, ClaimView, OriginView } from './claim-view.ts'
import type { StoryContext } from './evidence.ts'
import { type Deed, deedOf } from './matrix-view.ts'
import { orderOf } from './wording.ts'

/** An article on an origin's lane. Columns count publication times from the left. */
export type GraphNode = {
  readonly carrier: CarrierView
  readonly deed: Deed
  readonly lane: number
  readonly column: number
}

/** One article passing on what another reported; `between` names nodes by index. */
export type GraphEdge = {
  readonly between: readonly [number, number]
  readonly kind: 'relay' | 'copy' | 'circular'
}

/** Where a claim came from: x is the time of publication, a lane is an origin. */
export type OriginGraph = {
  readonly lanes: readonly { readonly origin: OriginView; readonly deed: 'affirms' | 'denies' | 'doubts' }[]
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly columns: number
}

/** The claim whose way into the record is the most telling: passed on, copied, denied, in many outlets. */
export function tellingClaim(claims: readonly ClaimView[]): ClaimView | undefined {
  const weight = (claim: ClaimView) =>
    claim.outlets + claim.carriers.filter((carrier) => deedOf(carrier) !== 'originates').length * 2
  return claims.reduce<ClaimView | undefined>(
    (best, claim) => (best === undefined || weight(claim) > weight(best) ? claim : best),
    undefined,
  )
}

/** Lays out a claim's carriers: the same claim gives the same picture whatever the order of arrival. */
export function originGraph(context: StoryContext, claim: ClaimView): OriginGraph {
  const carriers = onePerArticleAndOrigin(claim.carriers)
  const lanes = lanesOf(claim, carriers)
  const nodes = placed(carriers, lanes)
  return {
    lanes,
    nodes,
    edges: edgesOf(context, nodes),
    columns: Math.max(0, ...nodes.map((node) => node.column + 1)),
  }
}

function onePerArticleAndOrigin(carriers: readonly CarrierView[]): CarrierView[] {
  const first = new Map<string, CarrierView>()
  for (const carrier of carriers) {
    const key = `${carrier.evidence.span.article} ${carrier.origin}`
    if (!first.has(key)) first.set(key, carrier)
  }
  return [...first.values()]
}

// Lanes in order of their first report, those that affirm above those that deny.
function lanesOf(claim: ClaimView, carriers: readonly CarrierView[]): OriginGraph['lanes'] {
  const lanes = claim.origins.flatMap((origin) => {
    const own = carriers.filter((carrier) => carrier.origin === origin.id)
    if (own[0] === undefined) return []
    return [{ origin, deed: laneDeed(own), first: orderOf(own[0].evidence.published) ?? Infinity }]
  })
  const side = { affirms: 0, doubts: 1, denies: 2 }
  return lanes
    .sort(
      (a, b) =>
        side[a.deed] - side[b.deed] ||
        compareNumbers(a.first, b.first) ||
        (a.origin.id < b.origin.id ? -1 : 1),
    )
    .map(({ origin, deed }) => ({ origin, deed }))
}

function laneDeed(carriers: readonly CarrierView[]): 'affirms' | 'denies' | 'doubts' {
  if (carriers.some((carrier) => carrier.polarity === 'affirmed')) return 'affirms'
  return carriers.some((carrier) => carrier.polarity === 'denied') ? 'denies' : 'doubts'
}

// A node moves right on another day, and where its lane is taken; lanes share a column otherwise.
function placed(carriers: readonly CarrierView[], lanes: OriginGraph['lanes']): GraphNode[] {
  const lastInLane = new Map<number, number>()
  let column = 0
  let day: string | undefined
  return carriers.flatMap((carrier) => {
    const lane = lanes.findIndex((each) => each.origin.id === carrier.origin)
    if (lane < 0) return []
    const today = carrier.evidence.published?.slice(0, 10)
    if (day !== undefined && today !== day) column += 1
    day = today
    column = Math.max(column, (lastInLane.get(lane) ?? -1) + 1)
    lastInLane.set(lane, column)
    return [{ carrier, deed: deedOf(carrier), lane, column }]
  })
}

// An edge leads to each relaying or copying article from the latest earlier article of the outlet that it names.
function edgesOf(context: StoryContext, nodes: readonly GraphNode[]): GraphEdge[] {
  return nodes.flatMap((node, i): GraphEdge[] => {
    const article = node.carrier.evidence.span.article
    if (node.carrier.part === 'copies') return copyEdges(context, nodes, i)
    if (node.carrier.part !== 'relays') return []
    const named = context.story.relays.filter((relay) => relay.article === article)
    return named.flatMap((relay): GraphEdge[] => {
      const from = sourceNode(nodes, i, relay.outlet)
      return from < 0 ? [] : [{ between: [from, i], kind: relay.circular ? 'circular' : 'relay' }]
    })
  })
}

function copyEdges(context: StoryContext, nodes: readonly GraphNode[], i: number): GraphEdge[] {
  const article = nodes[i]?.carrier.evidence.span.article
  const originals = context.story.copies.filter((copy) => copy.b === article).map((copy) => copy.a)
  const from = nodes.findIndex((node) => originals.includes(node.carrier.evidence.span.article))
  return from < 0 ? [] : [{ between: [from, i], kind: 'copy' }]
}

function sourceNode(nodes: readonly GraphNode[], i: number, outlet: string): number {
  const wanted = bare(outlet)
  const lane = nodes[i]?.lane
  const candidates = nodes.flatMap((node, at) =>
    at !== i && bare(node.carrier.outlet) === wanted ? [{ node, at }] : [],
  )
  const before = candidates.filter(({ at, node }) => at < i && node.lane === lane)
  return (before.at(-1) ?? candidates.find(({ node }) => node.lane === lane) ?? { at: -1 }).at
}

// "the Northstar" and "The Northstar" are one outlet.
function bare(outlet: string): string {
  return outlet.toLowerCase().replace(/^the /, '').trim()
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
