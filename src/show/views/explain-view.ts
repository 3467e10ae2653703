import { entityWithId } from '../../compare/entities/entity-of.ts'
import type { Attribution, EventMention, TimeExpression } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'
import type { Claim, Dispute, Entity, Plan } from '../../model/record.ts'
import { overlaps, quoteOf, type Range, type Span } from '../../model/span.ts'
import { type RuleEntry, ruleBook } from '../rule-book.ts'
import { attributionFacts } from './attribution-facts.ts'
import type { StoryContext } from './evidence.ts'
import { type Evidence, evidenceOf, outletInWords } from './evidence.ts'
import { quotationViews, tellingInWords } from './quotation-view.ts'
import { cueClassInWords, viaKindInWords } from './wording.ts'

/** A stretch of a passage with what it was read as: "source anonymous ×2", "cue". */
export type ExplainedPart = Range & { readonly label: string; readonly sign: '~' | '^' | '=' | '-' }

/** A passage that something rests on: its text, where it stands, its parts and the rules that found them. */
export type ExplainedPassage = {
  readonly evidence: Evidence
  /** The whole sentence or sentences; `parts` count from its beginning. */
  readonly text: string
  readonly parts: readonly ExplainedPart[]
  readonly rules: readonly { readonly id: string; readonly says?: string }[]
  /** What an attribution rests on in words, a line each. */
  readonly facts?: readonly string[]
}

/** What something on the record is and every passage that it rests on. */
export type ExplainView = {
  readonly id: string
  readonly what: string
  readonly passages: readonly ExplainedPassage[]
}

/** Explains a story, or an attribution, event, claim, plan, dispute, person or thing of it; undefined when the id is none of these. */
export function explainView(context: StoryContext, id: string): ExplainView | undefined {
  const { story } = context
  const claim = story.claims.find((each) => each.id === id)
  if (claim !== undefined) return { id, what: 'claim', passages: passagesOfClaim(context, claim) }
  if (id === story.id) return { id, what: 'story', passages: passagesOfStory(context) }
  const plan = story.plans.find((each) => each.id === id)
  if (plan !== undefined) return { id, what: `plan: ${plan.title}`, passages: passagesOfPlan(context, plan) }
  const dispute = story.disputes.find((each) => each.id === id)
  if (dispute !== undefined) {
    return { id, what: `dispute about ${dispute.about}`, passages: passagesOfDispute(context, dispute) }
  }
  const entity = entityWithId(story.entities, id)
  if (entity !== undefined)
    return { id: entity.id, what: entity.name, passages: passagesOfEntity(context, entity) }
  for (const { article, reading } of context.articles.values()) {
    const attribution = reading.attributions.find((each) => each.id === id)
    if (attribution !== undefined) {
      const passage = passageOf(context, spanOfAll(article.id, partsOf(attribution)), {
        parts: partsOf(attribution),
        rules: attribution.rules,
        facts: attributionFacts(article.text, attribution, reading.attributions),
      })
      return {
        id,
        what: `${cueClassInWords(attribution)}, ${attribution.quoteType}`,
        passages: present(passage),
      }
    }
    const event = reading.events.find((each) => each.id === id)
    if (event !== undefined) {
      const passage = passageOf(
        context,
        { article: article.id, ...rangeOf(event.range) },
        eventParts(event, reading.times),
      )
      return {
        id,
        what: `event: ${event.type ?? 'of no known type'}, ${event.status}`,
        passages: present(passage),
      }
    }
  }
  return undefined
}

function passagesOfClaim(context: StoryContext, claim: Claim): ExplainedPassage[] {
  const tellings = quotationViews(context, claim).flatMap(({ fullest, tellings: all }) =>
    all.map((telling) => ({ telling, fullest })),
  )
  return claim.carriers.flatMap((carrier) => {
    const kept = context.articles.get(carrier.span.article)
    const attribution = kept?.reading.attributions.find((each) => each.id === carrier.attribution)
    const origin = claim.origins.find((each) => each.id === carrier.origin)
    const parts =
      attribution === undefined
        ? [{ ...rangeOf(carrier.span), label: `${carrier.modality}, ${carrier.part}`, sign: '~' as const }]
        : partsOf(attribution)
    const rules = [
      ...(attribution?.rules ?? []),
      ...claim.rules,
      ...(origin?.evidence ?? []).flatMap((each) =>
        each.span.article === carrier.span.article ? each.rule : [],
      ),
    ]
    const told = tellings.find(
      ({ telling }) =>
        overlaps(telling.evidence.span, carrier.span) &&
        telling.evidence.span.article === carrier.span.article,
    )
    const facts =
      kept === undefined || attribution === undefined
        ? undefined
        : [
            ...attributionFacts(kept.article.text, attribution, kept.reading.attributions),
            ...(told === undefined
              ? []
              : [
                  `quoted as by ${outletInWords(told.fullest.outlet)}, ${told.fullest.place}: ${tellingInWords(told.telling).join('; ') || 'word for word'}`,
                ]),
          ]
    return present(passageOf(context, carrier.span, { parts, rules, facts }))
  })
}

// Why each article is in the story, at its headline or first sentence.
function passagesOfStory(context: StoryContext): ExplainedPassage[] {
  return context.story.articles.flatMap((id) => {
    const kept = context.articles.get(id)
    const joined = context.story.joined.find((each) => each.article === id)
    if (kept === undefined || joined === undefined) return []
    const headline = kept.article.blocks.find((block) => block.kind === 'headline')
    const at = headline ?? kept.reading.sentences[0]
    if (at === undefined) return []
    const reasons = [joined, ...(joined.earlier ?? [])].map(({ because }) => because.join('; '))
    const part = { ...rangeOf(at), label: reasons.join(' | before: '), sign: '~' as const }
    const rules = [...new Set([joined, ...(joined.earlier ?? [])].map(({ rule }) => rule))]
    return present(passageOf(context, { article: id, ...rangeOf(at) }, { parts: [part], rules }))
  })
}

function passagesOfPlan(context: StoryContext, plan: Plan): ExplainedPassage[] {
  return plan.history.flatMap((entry) => {
    const slots = Object.entries(entry.slots).flatMap(([slot, value]) =>
      value === undefined || value.span.article !== entry.span.article
        ? []
        : [{ ...rangeOf(value.span), label: `${slot} ${value.value}`, sign: '=' as const }],
    )
    const label = [entry.status, ...entry.revision].join(', ')
    const parts = [{ ...rangeOf(entry.span), label, sign: '~' as const }, ...slots]
    return present(passageOf(context, entry.span, { parts, rules: entry.rules }))
  })
}

function passagesOfDispute(context: StoryContext, dispute: Dispute): ExplainedPassage[] {
  return [dispute.a, dispute.b].flatMap((span, i) => {
    const parts = [{ ...rangeOf(span), label: i === 0 ? 'one account' : 'the other', sign: '~' as const }]
    return present(passageOf(context, span, { parts, rules: dispute.rules }))
  })
}

// Each wording at its first place, with the name that it was joined to; then each role.
function passagesOfEntity(context: StoryContext, entity: Entity): ExplainedPassage[] {
  const names = entity.variants.flatMap(({ text, spans, rule, to }) => {
    const [span] = spans
    const other = to && evidenceOf(context, to)
    if (span === undefined) return []
    const label = other === undefined ? 'name' : `same as “${other.quote}” (${placeInShort(other)})`
    const part = { ...rangeOf(span), label: `${label}, ${text} ×${spans.length}`, sign: '-' as const }
    return present(passageOf(context, span, { parts: [part], rules: [rule] }))
  })
  const roles = entity.roles.flatMap(({ span, standing, office, rule }) => {
    const label = ['role', ...present(standing), ...present(office)].join(', ')
    const part = { ...rangeOf(span), label, sign: '=' as const }
    return present(passageOf(context, span, { parts: [part], rules: present(rule) }))
  })
  return [...names, ...roles]
}

function placeInShort({ outlet, place }: Evidence): string {
  return `${outletInWords(outlet)}, ${place}`
}

/** The parts of an attribution, in the signs of an editor's underlining. */
function partsOf(attribution: Attribution): ExplainedPart[] {
  const { source } = attribution
  const count = source.count?.number ?? source.count?.atLeast
  const counted =
    count === undefined ? '' : source.count?.number === undefined ? ` at least ${count}` : ` ×${count}`
  const unknown = source.reason === undefined ? '' : ` (${reasonText[source.reason]})`
  const via =
    attribution.via === undefined
      ? []
      : [{ ...rangeOf(attribution.via), label: `via ${viaKindInWords(attribution.via)}`, sign: '=' as const }]
  const relay =
    attribution.relay === undefined
      ? []
      : [{ ...rangeOf(attribution.relay), label: `relay ${attribution.relay.outlet}`, sign: '=' as const }]
  return [
    ...attribution.content.map((range) => ({
      ...rangeOf(range),
      label: `content (${attribution.modality}, ${attribution.polarity})`,
      sign: '~' as const,
    })),
    ...source.spans.map((range) => ({
      ...rangeOf(range),
      label: `source ${source.kind}${counted}${unknown}`,
      sign: '-' as const,
    })),
    ...attribution.cue.map((range) => ({ ...rangeOf(range), label: 'cue', sign: '^' as const })),
    ...via,
    ...relay,
  ]
}

function eventParts(event: EventMention, times: readonly TimeExpression[]) {
  const parts: ExplainedPart[] = [
    { ...rangeOf(event.trigger), label: `${event.type ?? 'event'} (${event.status})`, sign: '^' },
    ...event.participants.map((each) => ({ ...rangeOf(each), label: each.role, sign: '-' as const })),
    ...event.places.map((each) => ({ ...rangeOf(each), label: 'place', sign: '=' as const })),
  ]
  for (const index of event.times) {
    const time = times[index]
    if (time === undefined) continue
    const unknown = time.reason === undefined ? 'unknown' : reasonText[time.reason]
    parts.push({ ...rangeOf(time), label: `time ${time.value ?? unknown}`, sign: '=' })
  }
  const rules = [...event.rules, ...event.times.flatMap((index) => times[index]?.rules ?? [])]
  return { parts, rules }
}

function passageOf(
  context: StoryContext,
  span: Span,
  found: {
    readonly parts: readonly ExplainedPart[]
    readonly rules: readonly string[]
    readonly facts?: readonly string[] | undefined
  },
): ExplainedPassage | undefined {
  const evidence = evidenceOf(context, span)
  const kept = context.articles.get(span.article)
  if (evidence === undefined || kept === undefined) return undefined
  const touched = kept.reading.sentences.filter((sentence) => overlaps(sentence, span))
  const start = Math.min(span.start, ...touched.map((sentence) => sentence.start))
  const end = Math.max(span.end, ...touched.map((sentence) => sentence.end))
  const parts = found.parts
    .filter((part) => part.start >= start && part.end <= end)
    .map((part) => ({ ...part, start: part.start - start, end: part.end - start }))
  const book = ruleBook()
  const rules = [...new Set(found.rules)].map((id) => ({ id, says: saysOf(book.get(id)) }))
  const { facts } = found
  return {
    evidence,
    text: quoteOf(kept.article.text, { start, end }),
    parts,
    rules,
    ...(facts === undefined ? {} : { facts }),
  }
}

function saysOf(entry: RuleEntry | undefined): string | undefined {
  return entry?.says
}

function spanOfAll(article: string, parts: readonly Range[]): Span {
  const start = Math.min(...parts.map((part) => part.start))
  return { article, start, end: Math.max(...parts.map((part) => part.end)) }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}
