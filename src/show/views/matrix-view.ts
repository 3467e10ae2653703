import type { CarrierView, ClaimView } from './claim-view.ts'
import type { Evidence } from './evidence.ts'
import { orderOf, shortened } from './wording.ts'

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
  const columns = columnsOf(claims)
  return {
    outlets: columns.map(({ name }) => name),
    rows: claims.map((claim) => ({
      claim,
      cells: columns.map(({ key }) => marksOf(claim.carriers.filter((carrier) => keyOf(carrier) === key))),
    })),
  }
}

// Articles that state no outlet may be of several: each has a column of its own.
function keyOf({ outlet, evidence }: CarrierView): string {
  return evidence.outlet === undefined ? evidence.span.article : outlet
}

// One mark for each thing that the outlet does with the claim, at its first passage.
function marksOf(carriers: readonly CarrierView[]): MatrixMark[] {
  const marks = new Map<Deed, MatrixMark>()
  for (const carrier of carriers) {
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

function columnsOf(claims: readonly ClaimView[]): { readonly key: string; readonly name: string }[] {
  const first = new Map<string, { readonly time: number; readonly carrier: CarrierView }>()
  for (const carrier of claims.flatMap((claim) => claim.carriers)) {
    const time = orderOf(carrier.evidence.published) ?? Infinity
    const known = first.get(keyOf(carrier))
    if (known === undefined || time < known.time) first.set(keyOf(carrier), { time, carrier })
  }
  const unstated = [...first.values()].filter(({ carrier }) => carrier.evidence.outlet === undefined)
  return [...first]
    .sort(([a, x], [b, y]) => (x.time === y.time ? (a < b ? -1 : 1) : x.time < y.time ? -1 : 1))
    .map(
      ([
        key,
        {
          carrier: { outlet, evidence },
        },
      ]) => ({
        key,
        name: evidence.outlet === undefined && unstated.length > 1 ? shortened(evidence.title, 20) : outlet,
      }),
    )
}
