import { childId } from '../../model/id.ts'
import type { Attribution, Mention, Quotation } from '../../model/reading.ts'
import { contains, hull } from '../../model/span.ts'
import type { FoundForAttributions } from '../attributions/attributions.ts'
import { quoteTypeOf } from '../attributions/quote-type.ts'
import type { Triple } from '../attributions/triple.ts'
import type { Paragraph } from '../attributions/words.ts'
import type { ReadContext } from '../context.ts'
import { cueClassOf } from './cue-class.ts'
import { describeSource } from './describe-source.ts'
import type { Described, Site } from './described.ts'
import { findRelay } from './find-relay.ts'
import { findVia } from './find-via.ts'
import { modalityOf } from './modality.ts'
import { polarityOf } from './polarity.ts'
import { type Resolved, resolveSources } from './resolve.ts'

/** Works out, for each triple of an article (in text order of their cues), who the source is, whom it told, and how the content is meant. */
export function describeAttributions(
  { article }: ReadContext,
  found: FoundForAttributions,
  triples: readonly { readonly paragraph: Paragraph; readonly triple: Triple }[],
): Attribution[] {
  let near: Mention[] = []
  let last: Paragraph | undefined
  const sites = triples.map(({ paragraph, triple }): Site => {
    const { mentions, chains } = found
    if (paragraph !== last) near = namesNear(mentions, paragraph)
    last = paragraph
    return { text: article.text, outlet: article.outlet, paragraph, triple, mentions, near, chains }
  })
  const described = sites.map((site) => ({ site, described: describeSource(site) }))
  const resolved = resolveSources(described)
  const attributions = described.map((item, i) =>
    attributionOf(article.id, found.quotations, {
      ...item,
      resolved: resolved[i] ?? { source: item.described.source, rules: item.described.rules },
    }),
  )
  return attributions.map((one) => withOuter(one, attributions))
}

// A source may end some words before the outlet that "cited by" names.
const beyond = 160

function namesNear(mentions: readonly Mention[], { words }: Paragraph): Mention[] {
  const start = words[0]?.start ?? 0
  const end = (words.at(-1)?.end ?? 0) + beyond
  return mentions.filter((mention) => mention.end > start && mention.start < end)
}

function attributionOf(
  article: string,
  quotations: readonly Quotation[],
  { site, described, resolved }: { site: Site; described: Described; resolved: Resolved },
): Attribution {
  const { triple, text } = site
  const classed = cueClassOf(site)
  const cueClass = 'cueClass' in classed ? classed.cueClass : undefined
  const via = findVia(site)
  const relay = findRelay(site, described, via?.via)
  const { polarity, rule: polarityRule } = polarityOf(site, cueClass)
  const { modality, rule: modalityRule } = modalityOf(site, cueClass)
  return {
    id: childId('a', article, hull([triple.cue, ...triple.content]) ?? triple.cue),
    source: resolved.source,
    cue: [triple.cue],
    content: triple.content,
    quoteType: quoteTypeOf(text, triple.content, quotations),
    ...('cueClass' in classed ? { cueClass: classed.cueClass } : { cueClassReason: classed.reason }),
    polarity,
    modality,
    ...(via === undefined ? {} : { via: via.via }),
    ...(relay === undefined ? {} : { relay: relay.relay }),
    ...(triple.score === undefined ? {} : { score: triple.score }),
    rules: [
      ...triple.rules,
      'rule' in classed ? classed.rule : undefined,
      ...resolved.rules,
      via?.rule,
      relay?.rule,
      polarityRule,
      modalityRule,
    ].filter((rule) => rule !== undefined),
  }
}

// The smallest content that holds the whole of this attribution's cue vouches for it.
function withOuter(inner: Attribution, all: readonly Attribution[]): Attribution {
  let outer: { id: string; length: number } | undefined
  for (const one of all) {
    if (one === inner) continue
    const holder = one.content.find((range) => inner.cue.every((cue) => contains(range, cue)))
    if (holder === undefined) continue
    const length = holder.end - holder.start
    if (outer === undefined || length < outer.length) outer = { id: one.id, length }
  }
  return outer === undefined ? inner : { ...inner, within: outer.id, rules: [...inner.rules, 'N-WITHIN'] }
}
