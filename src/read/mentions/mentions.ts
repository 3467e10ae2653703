import type { Mention } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'

/** Names of an article in text order, each with its type, its titles and the country it is tied to. */
export function findMentions({ language }: ReadContext): Mention[] {
  return language.names.map((name) => ({
    start: name.start,
    end: name.end,
    kind: 'name',
    type: name.type,
    head: { start: name.start, end: name.end },
    roles: [],
    rules: [language.model],
  }))
}
