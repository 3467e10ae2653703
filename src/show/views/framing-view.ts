import type { Framing } from '../../model/record.ts'
import { type Evidence, evidencesOf, type StoryContext } from './evidence.ts'
import { plainText } from './wording.ts'

/** How an outlet words a thing, with the places. */
export type FramingView = {
  readonly outlet: string
  readonly kind: Framing['kind']
  readonly what: string
  readonly count: number
  readonly of: number
  readonly evidence: readonly Evidence[]
}

/** The framing of a story, by what is framed. */
export function framingViews(context: StoryContext): FramingView[] {
  return context.story.framing.map((framing) => ({
    outlet: plainText(framing.outlet),
    kind: framing.kind,
    what: plainText(framing.what),
    count: framing.count,
    of: framing.of,
    evidence: evidencesOf(context, framing.spans),
  }))
}
