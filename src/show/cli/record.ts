import { openStore } from '../../keep/open-store.ts'
import type { Kept, Store } from '../../keep/store.ts'
import type { StoryContext } from '../views/evidence.ts'
import { type Call, type ExitCode, textOf } from './command.ts'
import type { Terminal } from './terminal.ts'

/** The record that `--db` names, or `./onrecord.db`. */
export function recordPath(call: Call): string {
  return textOf(call, 'db') ?? (process.env.ONRECORD_DB || 'onrecord.db')
}

/** Does something with an existing record and closes it, whatever happens. */
export async function withRecord(call: Call, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await openStore(recordPath(call), { make: 'never' })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** A story with its articles; undefined when there is none of that id. */
export async function contextOf(store: Store, id: string): Promise<StoryContext | undefined> {
  const story = await store.story(id)
  if (story === undefined) return undefined
  return { story, articles: byId(await store.articles(story.articles)) }
}

/** Articles by their ids. */
export function byId(kept: readonly Kept[]): Map<string, Kept> {
  return new Map(kept.map((each) => [each.article.id, each]))
}

/** The one id that a reference names; says what is wrong where it names none or several. */
export function onlyOne(
  found: readonly string[],
  given: { readonly what: string; readonly reference: string; readonly list: string },
  terminal: Terminal,
): string | undefined {
  const [first, second] = found
  if (first !== undefined && second === undefined) return first
  const { what, reference, list } = given
  terminal.say(
    first === undefined
      ? `${reference}: no ${what} of the record has this id, beginning or name; ${list} lists them`
      : `${reference}: ${found.length} or more are named so (${found.slice(0, 3).join(', ')} …); give more of it`,
  )
  return undefined
}
