import { z } from 'zod'
import { compareStory } from '../../compare/compare-story.ts'
import type { Member } from '../../compare/member.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Modality, Source } from '../../model/reading.ts'
import type { Carrier, Claim, Plan, Story } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import { type ReadOptions, read } from '../../read/read.ts'

const input = z.looseObject({
  id: z.string(),
  articles: z.array(
    z.looseObject({
      id: z.string(),
      outlet: z.string().nullish(),
      published: z.string().nullish(),
      title: z.string().nullish(),
      text: z.string(),
    }),
  ),
})

/** Task `record`: the record of one story, `{id, articles}`; spans are offsets into the articles' texts. */
export function record(value: unknown, options: ReadOptions = {}): unknown {
  const { id, articles } = input.parse(value)
  const members = articles.map((given): Member => {
    const { text, outlet, published, title } = given
    const article = articleFromText({
      text,
      ...(outlet ? { outlet } : {}),
      ...(published ? { published } : {}),
      ...(title ? { title } : {}),
    })
    const own = { ...article, id: given.id }
    return { article: own, reading: read(own, options) }
  })
  return { id, ...recordOf(compareStory(members, { id, joined: [] }), members) }
}

/** A story in the benchmark's terms. */
export function recordOf(story: Story, members: readonly Member[]): Record<string, unknown> {
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  const quoted = (article: string, range: Range) => (texts.get(article) ?? '').slice(range.start, range.end)
  return {
    claims: story.claims.map((claim) => claimOf(claim, quoted)),
    relays: story.relays.map(({ article, outlet, span }) => ({ article, outlet, span: pair(span) })),
    copies: story.copies.map(({ a, b, kind }) => ({ a, b, kind: kind === 'passage' ? 'passage' : 'whole' })),
    plans: story.plans.map(planOf),
    disputes: story.disputes.map(({ a, b, about }) => ({
      a: { article: a.article, span: pair(a) },
      b: { article: b.article, span: pair(b) },
      about,
    })),
  }
}

function claimOf(claim: Claim, quoted: (article: string, range: Range) => string): Record<string, unknown> {
  return {
    id: claim.id,
    carriers: claim.carriers.map((carrier) => carrierOf(carrier, quoted)),
    origins: claim.origins.map(({ id, outlet, source }) => ({
      id,
      outlet: outlet ?? null,
      source: source ?? null,
    })),
    certain: claim.certain,
    possible: claim.possible,
  }
}

function carrierOf(
  { span, source, polarity, modality, origin }: Carrier,
  quoted: (article: string, range: Range) => string,
): Record<string, unknown> {
  const said = source.spans.map((range) => quoted(span.article, range)).join(' … ')
  return {
    article: span.article,
    span: pair(span),
    polarity,
    modality: modalityOf(modality),
    source: said === '' ? null : said,
    sourceKind: kindOf(source),
    count: source.kind === 'anonymous' ? (source.count?.number ?? null) : null,
    origin,
  }
}

// The benchmark files a demand under what is wished for.
function modalityOf(modality: Modality): string {
  return modality === 'demanded' ? 'stated' : modality
}

function kindOf({ kind }: Source): string {
  return kind === 'collective' ? 'anonymous' : kind
}

function planOf(plan: Plan): Record<string, unknown> {
  return {
    id: plan.id,
    type: plan.type,
    // A change that is only wanted is no entry of the benchmark's.
    history: plan.history
      .filter((entry) => !entry.revision.includes('change sought'))
      .map((entry) => ({
        article: entry.span.article,
        span: pair(entry.span),
        status: statusOf(entry.status),
        slots: {
          ...slot('date', entry.slots.date?.value),
          ...slot('venue', entry.slots.venue?.value),
          ...slot('format', entry.slots.format?.value),
          ...(entry.slots.participants === undefined ? {} : { participants: entry.participants }),
        },
      })),
  }
}

function statusOf(status: string): string {
  return status === 'happened' || status === 'ongoing' ? 'held' : status
}

function slot(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value }
}

function pair(range: Range): [number, number] {
  return [range.start, range.end]
}
