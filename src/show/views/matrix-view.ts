import type { CarrierView, ClaimView } from './claim-view.ts'
import type { Evidence } from './evidence.ts'
import { orderOf } from './wording.ts'

/** What an outlet does with a claim. */
export type Deed = 'originates' | 'relays' | 'copies' | 'denies' | 'doubts'

/** One mark in a cell: what the outlet does, and the characters that show it. */
export type MatrixMark = { readonly deed: Deed; readonly evidence: Evidence }

/** Claims against outlets: who says it first, who passes it on, who denies it, who is silent. */
export type MatrixView = {
  readonly outlets: readonly string[]
  readonly rows: readonly {
    readonly claim: ClaimView
    readonly cells: readonly (readonly MatrixMark[])[]
  }[]
}

/** The table of claims and outlets; outlets stand in the order of their first report. */
export function matrixView(claims: readonly ClaimView[]): MatrixView {
  const outlets = outletsByFirstReport(claims)
  return {
    outlets,
    rows: claims.map((claim) => ({ claim, cells: outlets.map((outlet) => marksOf(claim, outlet)) })),
  }
}

// One mark for each thing that the outlet does with the claim, at its first passage.
function marksOf(claim: ClaimView, outlet: string): MatrixMark[] {
  const marks = new Map<Deed, MatrixMark>()
  for (const carrier of claim.carriers) {
    if (carrier.outlet !== outlet) continue
    const deed = deedOf(carrier)
    if (!marks.has(deed)) marks.set(deed, { deed, evidence: carrier.evidence })
  }
  return [...marks.values()]
}

/** What the outlet of a carrier does with its claim. */
export function deedOf(carrier: CarrierView): Deed {
  if (carrier.polarity === 'denied') return 'denies'
  if (carrier.polarity === 'doubted') return 'doubts'
  return carrier.part
}

function outletsByFirstReport(claims: readonly ClaimView[]): string[] {
  const first = new Map<string, number>()
  for (const carrier of claims.flatMap((claim) => claim.carriers)) {
    const time = orderOf(carrier.evidence.published) ?? Infinity
    first.set(carrier.outlet, Math.min(first.get(carrier.outlet) ?? Infinity, time))
  }
  return [...first]
    .sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1))
    .map(([outlet]) => outlet)
}
