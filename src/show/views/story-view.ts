import { quoteOf } from '../../model/span.ts'
import { type ActorView, actorViews } from './actor-view.ts'
import { type ChangeView, changeViews } from './change-view.ts'
import { type ClaimView, claimView } from './claim-view.ts'
import { type DisputeView, disputeViews } from './dispute-view.ts'
import { type Evidence, entityHref, evidenceOf, type StoryContext, storyHref } from './evidence.ts'
import { type FramingView, framingViews } from './framing-view.ts'
import { type MatrixView, matrixView } from './matrix-view.ts'
import { type ArticleLine, articleLines } from './outlet-view.ts'
import { type PlanView, planView } from './plan-view.ts'
import { type HolderView, positionViews } from './position-view.ts'
import { type TimelineLine, timelineView } from './timeline-view.ts'
import { orderOf, plainText, rangeInWords } from './wording.ts'

/** A line of the brief: an outlet's own words, and how well they stand. */
export type BriefView = {
  readonly evidence: Evidence
  readonly state?: 'disputed' | 'changed' | 'single-origin'
  readonly claim?: ClaimView
}

/** All that a story's page says, each part with its evidence. */
export type StoryView = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly articles: number
  /** How many more belong to the story and are not compared. */
  readonly beyond: number
  readonly outlets: number
  /** Distinct origins that affirm anything: those that are certainly apart, and all that may be. */
  readonly origins: { readonly certain: number; readonly possible: number }
  /** Claims that two outlets or more carry, and how many of them may rest on one origin. */
  readonly shared: { readonly claims: number; readonly singleOrigin: number }
  readonly span?: string
  readonly lastReport?: string
  readonly undated: number
  /** True when every address lies under `.example`, which is kept free for invented ones: the story is fiction. */
  readonly isFiction: boolean
  readonly brief: readonly BriefView[]
  readonly plans: readonly PlanView[]
  /** Counts of people as they went on, and what was to come and did not. */
  readonly changes: readonly ChangeView[]
  readonly timeline: readonly TimelineLine[]
  readonly claims: readonly ClaimView[]
  readonly matrix: MatrixView
  readonly actors: readonly ActorView[]
  readonly disputes: readonly DisputeView[]
  readonly positions: readonly HolderView[]
  readonly framing: readonly FramingView[]
  readonly sources: readonly ArticleLine[]
  /** Bursts of reports, in order; one where there was no long quiet. */
  readonly episodes: readonly {
    readonly span: string
    readonly articles: number
    readonly title: string
    readonly href: string
  }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly href: string
    readonly spellings: number
    readonly times: number
  }[]
}

/** The view of a story: a pure function of the story and its articles. */
export function storyView(context: StoryContext): StoryView {
  const { story } = context
  const claims = story.claims.flatMap((claim) => claimView(context, claim) ?? []).sort(byWeight)
  const plans = story.plans.map((plan) => planView(context, plan))
  const sources = articleLines(context, claims)
  const dated = sources.flatMap((line) =>
    orderOf(line.published) === undefined ? [] : (line.published ?? []),
  )
  return {
    id: story.id,
    href: storyHref(story.id),
    title: titleOf(context),
    articles: story.articles.length,
    beyond: story.beyond ?? 0,
    outlets: new Set(sources.flatMap((line) => line.outlet ?? [])).size,
    origins: originsOf(context),
    shared: sharedOf(claims),
    span: dated.length === 0 ? undefined : rangeInWords(dayOf(dated[0]), dayOf(dated.at(-1))),
    lastReport: dated.at(-1),
    undated: sources.length - dated.length,
    isFiction: isFiction(context),
    brief: briefOf(context, claims),
    plans: plans.sort((a, b) => b.history.length - a.history.length),
    changes: changeViews(context),
    timeline: timelineView(context, plans),
    claims,
    matrix: matrixView(claims),
    actors: actorViews(claims),
    disputes: disputeViews(context),
    positions: positionViews(context),
    framing: framingViews(context),
    sources,
    episodes: episodesOf(context, sources),
    people: peopleOf(context),
  }
}

/** The title of a story, in the words of the article that it is taken from. */
export function titleOf(context: StoryContext): string {
  const { title } = context.story
  const text = context.articles.get(title.article)?.article.text ?? ''
  return plainText(quoteOf(text, title)) || 'Story without a title'
}

/** True when no article of the story has an address outside `.example` (RFC 2606), and one has an address there. */
export function isFiction(context: StoryContext): boolean {
  const hosts = [...context.articles.values()].flatMap(({ article }) =>
    article.url !== undefined && URL.canParse(article.url) ? new URL(article.url).hostname : [],
  )
  return hosts.length > 0 && hosts.every((host) => /(?:^|\.)example$/.test(host))
}

// What most outlets carry comes first; then what most origins stand behind; then what was reported first.
function byWeight(a: ClaimView, b: ClaimView): number {
  return (
    b.outlets - a.outlets ||
    b.possible - a.possible ||
    b.carriers.length - a.carriers.length ||
    firstReport(a) - firstReport(b) ||
    0
  )
}

function firstReport(claim: ClaimView): number {
  return orderOf(claim.carriers[0]?.evidence.published) ?? Infinity
}

function originsOf(context: StoryContext): StoryView['origins'] {
  const certain = new Set<string>()
  const all = new Set<string>()
  for (const claim of context.story.claims) {
    const affirmed = new Set(
      claim.carriers.filter((carrier) => carrier.polarity === 'affirmed').map((carrier) => carrier.origin),
    )
    for (const origin of claim.origins) {
      if (!affirmed.has(origin.id)) continue
      all.add(origin.id)
      if (origin.certain) certain.add(origin.id)
    }
  }
  return { certain: certain.size, possible: all.size }
}

function sharedOf(claims: readonly ClaimView[]): StoryView['shared'] {
  const shared = claims.filter((claim) => claim.outlets > 1)
  return { claims: shared.length, singleOrigin: shared.filter((claim) => claim.certain <= 1).length }
}

function briefOf(context: StoryContext, claims: readonly ClaimView[]): BriefView[] {
  return context.story.brief.flatMap((line) => {
    const evidence = evidenceOf(context, line.span)
    if (evidence === undefined) return []
    return [{ evidence, state: line.state, claim: claims.find((claim) => claim.id === line.claim) }]
  })
}

// An episode goes by the headline of its first article.
function episodesOf({ story }: StoryContext, sources: readonly ArticleLine[]): StoryView['episodes'] {
  return (story.episodes ?? []).flatMap(({ from, to, articles }) => {
    const first = sources.find((line) => line.id === articles[0])
    if (first === undefined) return []
    const span = rangeInWords(dayOf(from), dayOf(to))
    return [{ span, articles: articles.length, title: first.title, href: first.href }]
  })
}

function peopleOf(context: StoryContext): StoryView['people'] {
  return context.story.entities
    .filter((entity) => entity.type === 'PER')
    .map((entity) => ({
      id: entity.id,
      name: plainText(entity.name),
      href: entityHref(context.story.id, entity.id),
      spellings: entity.variants.length,
      times: entity.variants.reduce((sum, variant) => sum + variant.spans.length, 0),
    }))
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
}

function dayOf(instant: string | undefined): string {
  const time = orderOf(instant)
  return time === undefined ? '' : new Date(time).toISOString().slice(0, 10)
}
