import { readDate } from '../../gather/date.ts'
import type { Evidence } from './evidence.ts'
import type { StoryView } from './story-view.ts'
import { shortened } from './wording.ts'

/** Something that a story's newest articles brought. */
export type SinceLine = {
  readonly kind: 'changed' | 'disputed' | 'second-origin' | 'new'
  readonly words: string
  readonly evidence: Evidence
  /** Where the page or the record says more. */
  readonly href: string
}

/** What came onto the record in a story since an instant. */
export type SinceView = {
  readonly since: string
  readonly articles: number
  readonly outlets: readonly string[]
  readonly lines: readonly SinceLine[]
  /** New claims that have no line. */
  readonly more: number
}

/** An instant (RFC 3339, UTC) of what a person typed, such as "4 May 2033" or "2033-05-04T10:00Z"; undefined where it is no one date. */
export function sinceTyped(text: string): string | undefined {
  const date = readDate(text)
  return date.ok ? new Date(date.value).toISOString() : undefined
}

/** New claims that get a line of their own. */
const shownClaims = 5

/** What the articles in `fresh` brought to a story. */
export function sinceView(story: StoryView, since: string, fresh: ReadonlySet<string>): SinceView {
  const sources = story.sources.filter(({ id }) => fresh.has(id))
  const claims = story.claims.filter(({ carriers }) => carriers.every((carrier) => isIn(fresh, carrier)))
  return {
    since,
    articles: sources.length,
    outlets: [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))],
    lines: [
      ...changes(story, fresh),
      ...counts(story, fresh),
      ...disputes(story, fresh),
      ...secondOrigins(story, fresh),
      ...claims
        .slice(0, shownClaims)
        .map(({ gist, href }): SinceLine => ({ kind: 'new', words: gist.quote, evidence: gist, href })),
    ],
    more: Math.max(0, claims.length - shownClaims),
  }
}

function changes(story: StoryView, fresh: ReadonlySet<string>): SinceLine[] {
  return story.plans.flatMap((plan) =>
    plan.history
      .filter((step) => isIn(fresh, step))
      .flatMap((step) =>
        step.changes
          .filter(({ from }) => from !== undefined)
          .map(
            ({ slot, from, to }): SinceLine => ({
              kind: 'changed',
              words: `${slot}: ${from} → ${to}`,
              evidence: step.evidence,
              href: '#changed',
            }),
          ),
      ),
  )
}

function counts(story: StoryView, fresh: ReadonlySet<string>): SinceLine[] {
  return story.changes.flatMap(({ of, about, steps }) =>
    steps.flatMap((step, i): SinceLine[] => {
      const before = steps[i - 1]
      if (before === undefined || step.relation === 'refines' || !isIn(fresh, step)) return []
      const words = of === 'occurrence' ? step.evidence.quote : `${about}: ${before.value} → ${step.value}`
      return [{ kind: 'changed', words, evidence: step.evidence, href: '#changed' }]
    }),
  )
}

function disputes(story: StoryView, fresh: ReadonlySet<string>): SinceLine[] {
  return story.disputes.flatMap(({ sides }) => {
    const newest = sides.find((side) => isIn(fresh, side))
    if (newest === undefined) return []
    const words = sides.map(({ evidence }) => shortened(evidence.quote, 80)).join(' ✕ ')
    return [{ kind: 'disputed', words, evidence: newest.evidence, href: '#disputed' } satisfies SinceLine]
  })
}

// A claim that one origin stood behind before, and to which a new article brings a second that is certainly another.
function secondOrigins(story: StoryView, fresh: ReadonlySet<string>): SinceLine[] {
  return story.claims.flatMap(({ certain, origins, gist, href, originsWords }) => {
    const sure = origins.filter(({ isCertain }) => isCertain)
    const before = sure.filter(({ evidence }) => evidence.some(({ span }) => !fresh.has(span.article)))
    const added = sure.find((origin) => !before.includes(origin))?.evidence[0]
    if (certain < 2 || before.length !== 1 || added === undefined) return []
    return [{ kind: 'second-origin', words: `${gist.quote} (${originsWords})`, evidence: added, href }]
  })
}

function isIn(fresh: ReadonlySet<string>, { evidence }: { readonly evidence: Evidence }): boolean {
  return fresh.has(evidence.span.article)
}
