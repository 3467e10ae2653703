import type { Source } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'
import type { Entity, Story } from '../../model/record.ts'
import { overlaps, quoteOf, quoteOfAll, type Range, type Span } from '../../model/span.ts'
import { entityHref, type StoryContext } from './evidence.ts'
import { plainText } from './wording.ts'

/** Who is said to say it, in words. */
export type SourceView = {
  /** The words of the text, such as "they". */
  readonly words: string
  /** Whom they stand for, where that is more: "Three of the president's advisers". */
  readonly refersTo?: string
  readonly kind: Source['kind']
  /** "named", "anonymous ×2", "anonymous, at least 2". */
  readonly label: string
  readonly entity?: { readonly id: string; readonly name: string; readonly href: string }
  /** The stated ground for anonymity. */
  readonly because?: string
  /** Why the source is not known, for a reader. */
  readonly unknown?: string
}

/** A source of one article in words, tied to the person that the story knows it as. */
export function sourceView(context: StoryContext, article: string, source: Source): SourceView {
  const text = context.articles.get(article)?.article.text ?? ''
  const words = plainText(quoteOfAll(text, source.spans))
  const refersTo = source.refersTo === undefined ? undefined : plainText(quoteOf(text, source.refersTo))
  const entity = entityOf(context, article, source)
  return {
    words,
    refersTo: refersTo === words ? undefined : refersTo,
    kind: source.kind,
    label: labelOf(source),
    entity: entity && {
      id: entity.id,
      name: plainText(entity.name),
      href: entityHref(context.story.id, entity.id),
    },
    because: source.anonymityReason && plainText(quoteOf(text, source.anonymityReason)),
    unknown: unknownOf(source),
  }
}

/** The name to show for a source: the person, else the fuller words, else the outlet's own voice. */
export function sourceName(source: SourceView, outlet: string): string {
  if (source.entity !== undefined) return source.entity.name
  if (source.kind === 'unstated' || (source.words === '' && source.refersTo === undefined))
    return `${outlet}, in its own voice`
  return source.refersTo ?? source.words
}

/** The person or thing of the story that a named source is. */
export function entityOf(context: StoryContext, article: string, source: Source): Entity | undefined {
  if (source.kind === 'anonymous') return holderOf(context.story, article, source)
  if (source.kind !== 'named' && source.kind !== 'outlet') return undefined
  const text = context.articles.get(article)?.article.text ?? ''
  const ranges = source.refersTo === undefined ? source.spans : [source.refersTo, ...source.spans]
  const places = placesOfNames(context.story).get(article) ?? []
  // "Ada Crane, a spokeswoman for Abel Noor": whom the source begins with speaks.
  const found = places
    .filter(({ span }) => ranges.some((range) => isNamedBy(text, range, span)))
    .sort((a, b) => a.span.start - b.span.start)
  return (found.find(({ entity }) => entity.type === 'PER') ?? found[0])?.entity
}

// "Iran's foreign minister" is whoever holds the office.
function holderOf(story: Story, article: string, source: Source): Entity | undefined {
  const [only] = source.spans
  return placesOfNames(story)
    .get(article)
    ?.find(({ span }) => span.start === only?.start && span.end === only.end)?.entity
}

type NamePlace = { readonly span: Span; readonly entity: Entity }

const namePlaces = new WeakMap<Story, ReadonlyMap<string, readonly NamePlace[]>>()

// Where a story's articles name its people and things, in the order of these; worked out once for each story.
function placesOfNames(story: Story): ReadonlyMap<string, readonly NamePlace[]> {
  const known = namePlaces.get(story)
  if (known !== undefined) return known
  const places = new Map<string, NamePlace[]>()
  for (const entity of story.entities) {
    for (const span of entity.variants.flatMap((variant) => variant.spans)) {
      const here = places.get(span.article)
      if (here === undefined) places.set(span.article, [{ span, entity }])
      else here.push({ span, entity })
    }
  }
  namePlaces.set(story, places)
  return places
}

// "Strand's office" is not Strand, "two Ardovian officials" are not Ardovia, "Kelmaria's foreign minister, Roya Temeshi" is she.
function isNamedBy(text: string, source: Range, name: Range): boolean {
  if (!overlaps(source, name)) return false
  const rest = text.slice(name.end, source.end)
  return /^(?:$|[,.;:)\]"”’]|\s*\()/u.test(rest) && !/^[’']s?\s/u.test(rest)
}

function labelOf(source: Source): string {
  if (source.kind !== 'anonymous' && source.kind !== 'collective') return source.kind
  if (source.count?.number !== undefined) return `${source.kind} ×${source.count.number}`
  if (source.count?.atLeast !== undefined) return `${source.kind}, at least ${source.count.atLeast}`
  return source.kind
}

function unknownOf(source: Source): string | undefined {
  if (source.reason !== undefined) return reasonText[source.reason]
  if (source.kind === 'unstated') return reasonText['not-stated']
  return undefined
}
