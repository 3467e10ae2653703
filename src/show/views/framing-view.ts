import type { Framing } from '../../model/record.ts'
import { claimHref, type Evidence, evidenceOf, evidencesOf, type StoryContext } from './evidence.ts'
import { plainText } from './wording.ts'

/** How outlets word a thing, with the places. */
export type FramingView = {
  /** One outlet, or for a silence all that are silent. */
  readonly outlets: readonly string[]
  readonly kind: Framing['kind']
  readonly what: string
  /** For a silence: the claim that is left out. */
  readonly href?: string
  readonly count: number
  readonly of: number
  readonly evidence: readonly Evidence[]
}

/** The framing of a story: each outlet's words first, then what is left out by whom. */
export function framingViews(context: StoryContext): FramingView[] {
  const worded = context.story.framing.filter((framing) => framing.kind !== 'silence')
  return [
    ...worded.map((framing) => ({
      outlets: [plainText(framing.outlet)],
      kind: framing.kind,
      what: plainText(framing.what),
      count: framing.count,
      of: framing.of,
      evidence: evidencesOf(context, framing.spans),
    })),
    ...silences(context),
  ]
}

// One line for each claim that is left out; the record names the claim by its id.
function silences(context: StoryContext): FramingView[] {
  const byClaim = new Map<string, Framing[]>()
  for (const framing of context.story.framing) {
    if (framing.kind === 'silence') byClaim.set(framing.what, [...(byClaim.get(framing.what) ?? []), framing])
  }
  return [...byClaim].flatMap(([id, silent]): FramingView[] => {
    const claim = context.story.claims.find((each) => each.id === id)
    const gist = claim && evidenceOf(context, claim.gist)
    if (gist === undefined) return []
    return [
      {
        outlets: silent.map((framing) => plainText(framing.outlet)),
        kind: 'silence',
        what: gist.quote,
        href: claimHref(context.story.id, id),
        count: 0,
        of: Math.max(...silent.map((framing) => framing.of)),
        evidence: [],
      },
    ]
  })
}
