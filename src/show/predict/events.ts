import { z } from 'zod'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { EventMention } from '../../model/reading.ts'
import { ploverOf } from '../../read/events/codes.ts'
import { findEvents } from '../../read/events/events.ts'
import { mainEvents } from '../../read/events/main-events.ts'
import { standingFinder } from '../../read/events/standing-finder.ts'
import { standingByModel } from '../../read/events/standing-model.ts'
import { findTimes } from '../../read/times/times.ts'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'

const input = z.looseObject({
  id: z.string(),
  text: z.string(),
  published: z.string().nullish(),
  mentions: z.array(z.looseObject({ id: z.string(), start: z.number(), end: z.number() })).optional(),
})

/** Task `events`: the main events of each sentence with PLOVER codes; with `mentions` given, the status of each of them. */
export function events(record: unknown): unknown {
  const { id, text, published, mentions } = input.parse(record)
  const article = articleFromText({ text, blocks: paragraphsOf(text), ...(published ? { published } : {}) })
  const context = { article, language: readLanguage(text, article.blocks) }
  const times = findTimes(context)
  if (mentions !== undefined) return { id, mentions: statusesOf(context, times, mentions) }
  const found = mainEvents(context.language, findEvents(context, { times, mentions: [], attributions: [] }))
  return { id, events: found.map((event) => eventOf(text, event)) }
}

function eventOf(text: string, event: EventMention): Record<string, unknown> {
  const { type, mode } = ploverOf(event)
  const those = (side: 'actors' | 'recipients') =>
    (event.sides?.[side] ?? []).map(({ start, end, country, role }) => ({
      text: text.slice(start, end),
      span: [start, end],
      ...(country === undefined ? {} : { country }),
      ...(role === undefined ? {} : { role }),
    }))
  return {
    ...(type === undefined ? {} : { type }),
    ...(mode === undefined ? {} : { mode }),
    status: named(event.status),
    actors: those('actors'),
    recipients: those('recipients'),
    span: [event.trigger.start, event.trigger.end],
  }
}

// The benchmark's words for the same.
function named(status: EventMention['status']): string {
  return status === 'moved' ? 'planned' : status === 'not-held' ? 'not held' : status
}

type Mention = { readonly id: string; readonly start: number; readonly end: number }
type Context = Parameters<typeof findEvents>[0]

function statusesOf(
  context: Context,
  times: ReturnType<typeof findTimes>,
  mentions: readonly Mention[],
): unknown[] {
  const find = standingFinder(context, times)
  return mentions.map(({ id, start, end }) => {
    const found = find({ start, end })
    if (found === undefined) return { id, status: 'unknown' }
    const status = found.status === 'none' ? 'unknown' : found.status
    return { id, status: named(standingByModel(found.sentence, found.at, found) ?? status) }
  })
}
