import { type ClaimView, claimView, isMarked } from '../views/claim-view.ts'
import { titleOf } from '../views/story-view.ts'
import { type Call, type Command, isJson } from './command.ts'
import { printClaim } from './print-story.ts'
import { contextOf, onlyOne, withRecord } from './record.ts'
import { storyIds } from './story-ids.ts'

/** `onrecord claims`: who said what, with the origins of each. */
export const claims: Command = {
  name: 'claims',
  words: [['[story]', 'only of this story: id, beginning of an id, or words-of-the-title']],
  says: 'list claims with the origins that stand behind them',
  options: [
    ['--disputed', 'only those that are disputed or denied'],
    ['--single-origin', 'only those that one origin alone stands behind'],
  ],
  examples: [
    'onrecord claims',
    'onrecord claims talks-move --single-origin',
    'onrecord claims --json | jq .gist.quote',
  ],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const reference = call.words[0]
      const found = reference === undefined ? [] : await store.findStories(reference)
      const only =
        reference === undefined
          ? undefined
          : onlyOne(found, { what: 'story', reference, list: 'onrecord stories' }, terminal)
      if (reference !== undefined && only === undefined) return 1
      for await (const id of only === undefined ? storyIds(store) : [only]) {
        const context = await contextOf(store, id)
        if (context === undefined) continue
        const views = context.story.claims
          .flatMap((claim) => claimView(context, claim) ?? [])
          .filter((claim) => isWanted(call, claim))
        if (views.length === 0) continue
        if (!isJson(call)) terminal.print(terminal.paint.bold(titleOf(context)))
        for (const claim of views) {
          if (isJson(call)) terminal.print(JSON.stringify({ story: id, ...claim }))
          else printClaim(claim, terminal)
        }
      }
      return 0
    }),
}

function isWanted(call: Call, claim: ClaimView): boolean {
  if (call.options.disputed === true && !isMarked(claim.state)) return false
  return call.options.singleOrigin !== true || claim.state === 'single-origin'
}
