import type { Article } from '../../model/article.ts'
import type { CodedActor, EventMention, Reading } from '../../model/reading.ts'
import { ploverOf } from '../../read/events/codes.ts'
import { contextsOf } from '../../read/events/contexts.ts'
import { placeNamed } from '../../read/places/places.ts'

/** What of a story the export reads. */
export type ExportedStory = {
  readonly story: { readonly id: string }
  readonly articles: ReadonlyMap<string, Kept>
}

type Kept = { readonly article: Article; readonly reading: Reading }

/** Column names of the export, in POLECAT's words where it has the column; the rest (CAMEO root, status, spans) are our own. */
export const eventColumns: readonly string[] = [
  'Event ID',
  'Event Date',
  'Event Type',
  'Event Mode',
  'Contexts',
  'CAMEO Root',
  'Status',
  'Actor Name',
  'Actor Country',
  'Actor Role',
  'Recipient Name',
  'Recipient Country',
  'Recipient Role',
  'Placename',
  'Country',
  'Latitude',
  'Longitude',
  'Source',
  'Publication Date',
  'Story ID',
  'Article ID',
  'Span Start',
  'Span End',
  'Context Spans',
  'Actor Span',
  'Recipient Span',
  'Rules',
]

/** Coded events as tab-separated lines under a line of names: one line for each actor and recipient. Events without a PLOVER code are left out; an unknown value is an empty cell. */
export async function* exportEvents(contexts: AsyncIterable<ExportedStory>): AsyncGenerator<string> {
  yield eventColumns.join('\t')
  for await (const { story, articles } of contexts) {
    for (const kept of articles.values())
      for (const event of kept.reading.events) yield* linesOf(story.id, kept, event)
  }
}

function* linesOf(story: string, { article, reading }: Kept, event: EventMention): Generator<string> {
  const { type, mode, cameo } = ploverOf(event)
  if (type === undefined) return
  const contexts = contextsOf(article.text, reading.sentences, event)
  const place = event.places[0] === undefined ? undefined : placeNamed(textIn(article, event.places[0]))
  const textOf = (range: { start: number; end: number } | undefined) =>
    range === undefined ? undefined : textIn(article, range)
  for (const [actor, recipient] of pairsOf(event)) {
    yield [
      event.id,
      dateOf(reading.times, event),
      type,
      mode,
      contexts.map(({ context }) => context).join(';'),
      cameo,
      event.status,
      textOf(actor),
      actor?.country,
      actor?.role,
      textOf(recipient),
      recipient?.country,
      recipient?.role,
      textOf(event.places[0]),
      place?.country,
      place?.lat,
      place?.lon,
      article.outlet,
      article.published,
      story,
      article.id,
      event.trigger.start,
      event.trigger.end,
      contexts.map(({ start, end }) => `${start}-${end}`).join(';'),
      spanOf(actor),
      spanOf(recipient),
      event.rules.join(' '),
    ]
      .map((cell) => String(cell ?? '').replace(/\s+/g, ' '))
      .join('\t')
  }
}

function textIn(article: Article, range: { start: number; end: number }): string {
  return article.text.slice(range.start, range.end)
}

// A meeting of several with nobody to receive them is told both ways, as event data has it.
function pairsOf(event: EventMention): [CodedActor | undefined, CodedActor | undefined][] {
  const { actors = [], recipients = [] } = event.sides ?? {}
  if (recipients.length === 0 && actors.length > 1)
    return actors.flatMap((a) => actors.filter((b) => b !== a).map((b): [CodedActor, CodedActor] => [a, b]))
  const [left, right] = [
    actors.length > 0 ? actors : [undefined],
    recipients.length > 0 ? recipients : [undefined],
  ]
  return left.flatMap((a) => right.map((b): [CodedActor | undefined, CodedActor | undefined] => [a, b]))
}

// The first day that the event's own time names; an event without one has no date, and the day of publication stands apart.
function dateOf(times: Kept['reading']['times'], event: EventMention): string | undefined {
  return event.times.map((index) => times[index]?.interval?.from).find((day) => day !== undefined)
}

function spanOf(range: CodedActor | undefined): string | undefined {
  return range === undefined ? undefined : `${range.start}-${range.end}`
}
