import type { Agenda } from '../../gather/watch/agenda.ts'
import { counted, plainText } from '../views/wording.ts'
import { type Call, type ExitCode, isJson } from './command.ts'
import type { Terminal } from './terminal.ts'

/** Adds feeds to an agenda and says what became of each; answers 1 where something was wrong with one. */
export async function followed(
  agenda: Agenda,
  places: readonly string[],
  {
    call,
    terminal,
    signal,
  }: { readonly call: Call; readonly terminal: Terminal; readonly signal?: AbortSignal },
): Promise<ExitCode> {
  const { followFeeds } = await import('../../gather/watch/follow-feeds.ts')
  const { usualPause } = await import('../../gather/watch/watch.ts')
  const fetch = { allowPrivate: call.options.allowPrivate === true, signal }
  let code: ExitCode = 0
  for await (const each of followFeeds(agenda, places, { fetch, now: Date.now, every: usualPause })) {
    const { from, added, known, issue } = each
    if (issue !== undefined) {
      code = 1
      terminal.say(plainText(issue.message))
      if (added.length > 0)
        terminal.say(
          `${plainText(from)}: added all the same; onrecord watch asks it again, onrecord feeds remove takes it off`,
        )
    } else terminal.say(`${plainText(from)}: ${inWords(added.length, known.length)}`)
    if (isJson(call))
      terminal.print(
        JSON.stringify({ ...each, issue: undefined, issues: issue === undefined ? [] : [issue] }),
      )
  }
  return code
}

function inWords(added: number, known: number): string {
  if (added === 0) return known === 1 ? 'already watched' : `all ${known} feeds are already watched`
  const words = added === 1 ? 'feed added' : `${counted(added, 'feed')} added`
  return known === 0 ? words : `${words}, ${known} already watched`
}
