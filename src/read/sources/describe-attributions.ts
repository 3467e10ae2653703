import { childId } from '../../model/id.ts'
import { type RangeIndex, rangeIndex } from '../../model/range-index.ts'
import type { Attribution, Mention, Quotation } from '../../model/reading.ts'
import { byPosition, contains, hull } from '../../model/span.ts'
import { quoteTypeOf } from '../attributions/quote-type.ts'
import type { Triple } from '../attributions/triple.ts'
import type { Paragraph } from '../attributions/words.ts'
import type { Links } from '../chains/links.ts'
import type { ReadContext } from '../context.ts'
import { cueClassOf } from './cue-class.ts'
import { describeSource } from './describe-source.ts'
import type { Described, Site } from './described.ts'
import { findRelay } from './find-relay.ts'
import { findVia } from './find-via.ts'
import { modalityOf } from './modality.ts'
import { polarityOf } from './polarity.ts'
import { withRepeats } from './repeats.ts'
import { type Resolved, resolveSources } from './resolve.ts'

/** Works out, for each triple of an article (in text order of their cues), who the source is, whom it told, and how the content is meant. */
export function describeAttributions(
  context: ReadContext,
  found: {
    readonly quotations: RangeIndex<Quotation>
    readonly mentions: readonly Mention[]
    readonly links: Links
  },
  triples: readonly { readonly paragraph: Paragraph; readonly triple: Triple }[],
): Attribution[] {
  const names = rangeIndex(found.mentions)
  const { article } = context
  let near: Mention[] = []
  let last: Paragraph | undefined
  const sites = triples.map(({ paragraph, triple }): Site => {
    const { mentions, links } = found
    if (paragraph !== last) near = namesNear(names, paragraph)
    last = paragraph
    return { text: article.text, outlet: article.outlet, paragraph, triple, mentions, near, links }
  })
  const described = sites.map((site) => ({ site, described: describeSource(site) }))
  const resolved = resolveSources(described)
  const attributions = described.map((item, i) =>
    attributionOf(article.id, found.quotations, {
      ...item,
      resolved: resolved[i] ?? { source: item.described.source, rules: item.described.rules },
    }),
  )
  const placed = withOuters(attributions).flatMap((attribution, i) => {
    const site = sites[i]
    return site === undefined ? [] : [{ site, attribution }]
  })
  return withRepeats(context, placed)
}

// A source may end some words before the outlet that "cited by" names.
const beyond = 160

function namesNear(names: RangeIndex<Mention>, { words }: Paragraph): Mention[] {
  return names.overlapping({ start: words[0]?.start ?? 0, end: (words.at(-1)?.end ?? 0) + beyond })
}

function attributionOf(
  article: string,
  quotations: RangeIndex<Quotation>,
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

// The smallest content that holds the whole of an attribution's cue vouches for it.
function withOuters(attributions: readonly Attribution[]): Attribution[] {
  const pieces = rangeIndex(
    attributions
      .flatMap((holder, at) => holder.content.map(({ start, end }) => ({ start, end, holder, at })))
      .sort((a, b) => byPosition(a, b) || a.at - b.at),
  )
  return attributions.map((inner) => {
    const [cue] = inner.cue
    const [outer] = (cue === undefined ? [] : pieces.overlapping(cue))
      .filter((piece) => piece.holder !== inner && inner.cue.every((each) => contains(piece, each)))
      .sort((a, b) => a.end - a.start - (b.end - b.start) || a.at - b.at)
    return outer === undefined
      ? inner
      : { ...inner, within: outer.holder.id, rules: [...inner.rules, 'N-WITHIN'] }
  })
}
