import type { Decision, Joined } from '../../model/record.ts'
import type { ClaimView } from './claim-view.ts'
import { articleHref, type StoryContext } from './evidence.ts'
import { type Deed, deedOf } from './matrix-view.ts'
import { orderOf, plainText, rangeInWords, titleInWords } from './wording.ts'

/** An article in the list of sources. */
export type ArticleLine = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly outlet?: string
  readonly published?: string
  /** For an article without a date: the days that other articles put it between. */
  readonly between?: string
  /** How many of the story's claims it originates, relays, copies, denies, doubts. */
  readonly deeds: Readonly<Partial<Record<Deed, number>>>
  readonly copyOf?: { readonly outlet: string; readonly href: string; readonly kind: string }
  /** Why it is in the story; `before` is why it was first placed in another. */
  readonly joined?: Decision & { readonly earlier?: readonly Decision[] }
}

/** The articles of a story in the order in which they were published, the undated ones last. */
export function articleLines(context: StoryContext, claims: readonly ClaimView[]): ArticleLine[] {
  const deeds = deedsByArticle(claims)
  const decisions = new Map(context.story.joined.map((each) => [each.article, each]))
  return context.story.articles
    .flatMap((id) => {
      const article = context.articles.get(id)?.article
      if (article === undefined) return []
      const joined = decisions.get(id)
      return [
        {
          id,
          href: articleHref(id),
          title: titleInWords(article),
          outlet: article.outlet && plainText(article.outlet),
          published: article.published,
          between: betweenOf(context, id),
          deeds: deeds.get(id) ?? {},
          copyOf: copyOf(context, id),
          joined: joined && decisionOf(joined),
        },
      ]
    })
    .sort((a, b) => (orderOf(a.published) ?? Infinity) - (orderOf(b.published) ?? Infinity) || 0)
}

function decisionOf({ article: _, ...decision }: Joined): ArticleLine['joined'] {
  return decision
}

function betweenOf({ story }: StoryContext, id: string): string | undefined {
  const found = story.undated?.find(({ article }) => article === id)
  return found === undefined ? undefined : rangeInWords(found.from, found.to)
}

// One pass over the claims: an article counts once for each claim and deed.
function deedsByArticle(
  claims: readonly ClaimView[],
): ReadonlyMap<string, Readonly<Partial<Record<Deed, number>>>> {
  const counts = new Map<string, Partial<Record<Deed, number>>>()
  for (const { carriers } of claims) {
    const seen = new Set<string>()
    for (const carrier of carriers) {
      const { article } = carrier.evidence.span
      const deed = deedOf(carrier)
      if (seen.has(`${article} ${deed}`)) continue
      seen.add(`${article} ${deed}`)
      const deeds = counts.get(article) ?? {}
      deeds[deed] = (deeds[deed] ?? 0) + 1
      counts.set(article, deeds)
    }
  }
  return counts
}

function copyOf(context: StoryContext, id: string): ArticleLine['copyOf'] {
  const copy = context.story.copies.find((each) => each.b === id)
  const original = copy && context.articles.get(copy.a)?.article
  if (copy === undefined || original === undefined) return undefined
  return { outlet: plainText(original.outlet ?? 'another text'), href: articleHref(copy.a), kind: copy.kind }
}
