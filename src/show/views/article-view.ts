import type { KeptRevision } from '../../keep/kept-revisions.ts'
import type { BlockKind } from '../../model/article.ts'
import { proseKinds } from '../../model/article.ts'
import type { Attribution, TimeExpression } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'
import type { Range } from '../../model/span.ts'
import { articleHref, outletInWords, type StoryContext, storyHref } from './evidence.ts'
import { type NoteView, noteViews } from './note-view.ts'
import { type Marking, type Piece, piecesOf } from './pieces.ts'
import { type RevisionView, revisionViews } from './revision-view.ts'
import { isFiction, titleOf } from './story-view.ts'
import { counted, plainText, rangeInWords, titleInWords } from './wording.ts'

/** A block of an article with its pieces, and the notes that belong beside it. */
export type BlockView = {
  readonly kind: BlockKind
  readonly isProse: boolean
  readonly paragraph?: number
  readonly rule: string
  readonly pieces: readonly Piece[]
  readonly notes: readonly NoteView[]
  /** The article whose words these are, where the block is copied. */
  readonly copied?: { readonly outlet: string; readonly href: string }
}

/** An article as the reader shows it: its own text, marked, with margin notes. */
export type ArticleView = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly outlet: string
  readonly published?: string
  readonly byline: readonly string[]
  readonly url?: string
  readonly revision: string
  readonly sha256?: string
  readonly fetched?: string
  readonly from: string
  readonly summary: readonly string[]
  readonly story?: {
    readonly href: string
    readonly title: string
    readonly position: number
    readonly of: number
    readonly previous?: string
    readonly next?: string
  }
  readonly blocks: readonly BlockView[]
  readonly at?: Range
  readonly isFiction: boolean
  readonly issues: readonly string[]
  /** How the text changed from one revision to the next, oldest first. */
  readonly revisions: readonly RevisionView[]
}

/** The reader's view of one article; `at` is the stretch to highlight, `revisions` all that were kept of it. */
export function articleView(
  context: StoryContext,
  id: string,
  { at, revisions }: { readonly at?: Range; readonly revisions: readonly KeptRevision[] },
): ArticleView | undefined {
  const kept = context.articles.get(id)
  if (kept === undefined) return undefined
  const { article, reading } = kept
  const notes = noteViews(context, id)
  return {
    id,
    href: articleHref(id),
    title: titleInWords(article),
    outlet: outletInWords(article.outlet),
    published: article.published,
    byline: (article.byline ?? []).map(plainText),
    url: safeUrl(article.url),
    revision: article.revision,
    sha256: article.provenance.sha256,
    fetched: article.provenance.fetched,
    from: plainText(article.provenance.from),
    summary: article.issues.some(({ code }) => code === 'unread-language')
      ? [`not read: its language is ${plainText(article.language ?? 'another')}`]
      : summaryOf(notes),
    story: context.story.id === '' ? undefined : placeInStory(context, id),
    blocks: blocksOf(context, id, { notes, at }),
    at,
    isFiction: isFiction({ ...context, articles: new Map([[id, kept]]) }),
    issues: [...article.issues, ...reading.issues].map((issue) => plainText(issue.message)),
    revisions: revisionViews(revisions),
  }
}

/** A link that may be followed: http and https only. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined
}

function blocksOf(
  context: StoryContext,
  id: string,
  given: { notes: readonly NoteView[]; at?: Range },
): BlockView[] {
  const kept = context.articles.get(id)
  if (kept === undefined) return []
  const { article, reading } = kept
  const markings = given.notes.flatMap((note) => {
    const attribution = reading.attributions.find((each) => each.id === note.attribution)
    return attribution === undefined ? [] : markingsOf(attribution, note.id)
  })
  markings.push(...reading.times.map(timeMarking))
  if (given.at !== undefined) markings.push({ ...given.at, kind: 'at' })
  let paragraph = 0
  return article.blocks.map((block, i) => {
    const isProse = proseKinds.has(block.kind)
    const isNumbered = isProse && block.kind !== 'headline'
    if (isNumbered) paragraph += 1
    const next = article.blocks[i + 1]?.start ?? Number.POSITIVE_INFINITY
    return {
      kind: block.kind,
      isProse,
      paragraph: isNumbered ? paragraph : undefined,
      rule: block.rule,
      pieces: piecesOf(article.text, block, markings),
      copied: isProse ? copiedFrom(context, id, block) : undefined,
      notes: given.notes.filter((note) => note.start >= (i === 0 ? 0 : block.start) && note.start < next),
    }
  })
}

function markingsOf(attribution: Attribution, note: string): Marking[] {
  const { source } = attribution
  const anonymous = source.kind === 'anonymous' || source.kind === 'collective'
  return [
    ...attribution.content.map((range) => ({
      ...range,
      kind: attribution.polarity === 'denied' ? 'content denied' : 'content',
      note,
    })),
    ...source.spans.map((range) => ({ ...range, kind: anonymous ? 'source anonymous' : 'source', note })),
    ...attribution.cue.map((range) => ({ ...range, kind: 'cue', note })),
    ...(attribution.relay === undefined ? [] : [{ ...attribution.relay, kind: 'relay', note }]),
    ...(attribution.via === undefined ? [] : [{ ...attribution.via, kind: 'relay', note }]),
  ].map(({ start, end, kind }) => ({ start, end, kind, note }))
}

function timeMarking(time: TimeExpression): Marking {
  const day = time.interval && rangeInWords(time.interval.from, time.interval.to)
  const unknown = time.reason === undefined ? 'no day of the calendar' : reasonText[time.reason]
  return { start: time.start, end: time.end, kind: 'time', meaning: day ?? `not placed: ${unknown}` }
}

// A block counts as copied when most of it lies in text that an earlier article has.
function copiedFrom(context: StoryContext, id: string, block: Range): BlockView['copied'] {
  for (const copy of context.story.copies) {
    if (copy.b !== id) continue
    const shared = copy.spansB.reduce((sum, span) => sum + shareOf(span, block), 0)
    if (shared < (block.end - block.start) / 2) continue
    const outlet = outletInWords(context.articles.get(copy.a)?.article.outlet)
    return { outlet, href: articleHref(copy.a, { at: copy.spansA[0] }) }
  }
  return undefined
}

function shareOf(span: Range, block: Range): number {
  return Math.max(0, Math.min(span.end, block.end) - Math.max(span.start, block.start))
}

// What the headline or a bullet repeats of the body is counted once.
function summaryOf(all: readonly NoteView[]): string[] {
  const notes = all.filter((note) => note.repeats === undefined)
  const speakers = new Set(notes.map((note) => note.source.entity?.id ?? note.speaker))
  const anonymous = new Set(
    notes.filter((note) => note.source.kind === 'anonymous').map((note) => note.speaker),
  )
  const relayed = new Set(notes.flatMap((note) => note.relay ?? []))
  return [
    counted(notes.length, 'attribution'),
    counted(speakers.size, 'source'),
    ...(anonymous.size === 0 ? [] : [`${anonymous.size} anonymous`]),
    ...(relayed.size === 0 ? [] : [`relays ${[...relayed].join(', ')}`]),
  ]
}

function placeInStory(context: StoryContext, id: string): ArticleView['story'] {
  const ids = context.story.articles
  const position = ids.indexOf(id)
  const previous = ids[position - 1]
  const next = ids[position + 1]
  return {
    href: storyHref(context.story.id),
    title: titleOf(context),
    position: position + 1,
    of: ids.length,
    previous: previous && articleHref(previous),
    next: next && articleHref(next),
  }
}
