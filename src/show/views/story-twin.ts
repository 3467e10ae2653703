import type { ClaimView } from './claim-view.ts'
import type { OriginGraph } from './origin-graph.ts'
import type { StoryView } from './story-view.ts'

/**
 * A story's view as data: each claim stands whole once, under `claims`, and everywhere else by its id, so that the twin grows
 * with the story and not with how often a claim is shown.
 */
export function storyTwin(
  story: StoryView,
  graph: { readonly claim: ClaimView; readonly graph: OriginGraph } | undefined,
) {
  return {
    ...story,
    brief: story.brief.map((line) => ({ ...line, claim: line.claim?.id })),
    matrix: {
      ...story.matrix,
      rows: story.matrix.rows.map(({ claim, cells }) => ({ claim: claim.id, cells })),
    },
    actors: story.actors.map((actor) => ({
      ...actor,
      said: actor.said.map(({ claim, carriers }) => ({
        claim: claim.id,
        carriers: carriers.map((carrier) => claim.carriers.indexOf(carrier)),
      })),
    })),
    graph: graph && { claim: graph.claim.id, graph: graph.graph },
  }
}
