import type { Joined, Story } from '../model/record.ts'
import { writeBrief } from './brief/write-brief.ts'
import { failedToCome } from './changes/failed-to-come.ts'
import { findChanges } from './changes/find-changes.ts'
import { reversals } from './changes/reversals.ts'
import { buildClaims } from './claims/build-claims.ts'
import type { ClaimModel } from './claims/model.ts'
import { findCopies } from './copies/find-copies.ts'
import { followCounts } from './counts/follow-counts.ts'
import { toldCounts } from './counts/told-counts.ts'
import { undatedBetween } from './dates/between.ts'
import { withStoryTimes } from './dates/story-times.ts'
import { findDisputes } from './disputes/find-disputes.ts'
import type { NameDecision } from './entities/corrections.ts'
import { findEntities } from './entities/find-entities.ts'
import { findEpisodes } from './episodes/find-episodes.ts'
import { findFraming } from './framing/find-framing.ts'
import { inReportOrder, type Member } from './member.ts'
import { speakersOf } from './origins/speakers.ts'
import { linkPlans } from './plans/plans.ts'
import { withOrigins } from './plans/with-origins.ts'
import { findPositions } from './positions/find-positions.ts'
import { findRelays, mentionsIn } from './relays/find-relays.ts'
import { outletNames } from './relays/outlet-names.ts'
import { buildTimeline } from './timeline/build-timeline.ts'
import { chooseTitle } from './title/choose-title.ts'

/** What placement decided about a story. */
export type StoryOptions = {
  readonly id: string
  readonly aliases?: readonly string[]
  readonly joined: readonly Joined[]
  /** What a person decided about names, in the order in which it was decided. */
  readonly names?: readonly NameDecision[]
  /** Another model of claims than the bundled one, to measure one that never saw the story. */
  readonly claimModel?: ClaimModel
}

/** All that can be said by comparing a story's articles. Pure, and the same whatever the order of `members`. */
export function compareStory(members: readonly Member[], options: StoryOptions): Story {
  const ordered = withStoryTimes(inReportOrder(members))
  const names = outletNames(ordered)
  const entities = findEntities(ordered, options.names)
  const copies = findCopies(ordered)
  const mentions = mentionsIn(ordered, names)
  const relays = findRelays(ordered, mentions)
  const linked = linkPlans(ordered)
  const speakers = speakersOf(ordered, entities)
  const before = { speakers, copies, relays, plans: linked, mentions, names, model: options.claimModel }
  const { matters, weighing, voiced } = buildClaims(ordered, before)
  const counts = followCounts(toldCounts(ordered, { voiced, matters }), copies)
  const claims = matters.map(({ claim }) => claim)
  const disputes = findDisputes(matters, { weighing, members: ordered, clashes: counts.clashes })
  const plans = withOrigins(linked, claims)
  const ofPlans = findChanges(plans)
  const failed = failedToCome(ordered, { voiced, claims, weighing, ofPlans })
  const positions = findPositions(ordered, { entities, speakers })
  const changes = [...ofPlans, ...counts.changes, ...failed, ...reversals(positions, claims)]
  const undated = undatedBetween(ordered)
  const timeline = buildTimeline(ordered, { plans, claims, changes })
  return {
    id: options.id,
    title: chooseTitle(ordered),
    aliases: [...(options.aliases ?? [])].sort(),
    articles: ordered.map(({ article }) => article.id),
    joined: [...options.joined].sort((a, b) => (a.article < b.article ? -1 : 1)),
    episodes: findEpisodes(ordered),
    entities,
    claims,
    relays,
    copies,
    plans,
    changes,
    disputes,
    timeline,
    ...(undated.length === 0 ? {} : { undated }),
    positions,
    framing: findFraming(ordered, { entities, speakers, claims, copies }),
    brief: writeBrief(ordered, { claims, plans, disputes, changes }),
  }
}
