import type { Store } from '../../keep/store.ts'
import { type SinceView, sinceTyped, sinceView } from '../views/since-view.ts'
import { type StoryView, storyView } from '../views/story-view.ts'
import { type Command, isJson, textOf } from './command.ts'
import { printSince, printStory } from './print-story.ts'
import { contextOf, onlyOne, withRecord } from './record.ts'

/** `onrecord story ID`: one story. */
export const story: Command = {
  name: 'story',
  words: [['<story>', 'id, beginning of an id, or words-of-the-title']],
  says: 'show one story: its brief, plans, disputes, claims and sources',
  options: [
    ['--all', 'every claim, not only those that matter most'],
    ['--since <date>', 'first what came onto the record after that moment'],
  ],
  examples: [
    'onrecord story talks-move',
    'onrecord story talks-move --since 2031-03-04T18:00Z',
    'onrecord story s:9f86d081 --json',
  ],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const typed = textOf(call, 'since')
      const since = typed === undefined ? undefined : sinceTyped(typed)
      if (typed !== undefined && since === undefined) {
        terminal.say(`--since: "${typed}" is no date; write one such as 2031-03-04 or 2031-03-04T18:00Z`)
        return 2
      }
      const reference = call.words[0] ?? ''
      const found = await store.findStories(reference)
      const id = onlyOne(found, { what: 'story', reference, list: 'onrecord stories' }, terminal)
      const context = id === undefined ? undefined : await contextOf(store, id)
      if (context === undefined) return 1
      const view = storyView(context)
      const news = since === undefined ? undefined : await newsOf(store, view, since)
      if (isJson(call)) {
        terminal.print(JSON.stringify(news === undefined ? view : { ...view, since: news }))
        return 0
      }
      if (news !== undefined) printSince(news, terminal)
      printStory(view, terminal, { claims: call.options.all === true ? view.claims.length : 12 })
      return 0
    }),
}

async function newsOf(store: Store, view: StoryView, since: string): Promise<SinceView> {
  return sinceView(view, since, new Set(await store.newIn(view.id, since)))
}
