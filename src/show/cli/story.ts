import { storyView } from '../views/story-view.ts'
import { type Command, isJson } from './command.ts'
import { printStory } from './print-story.ts'
import { contextOf, onlyOne, withRecord } from './record.ts'

/** `onrecord story ID`: one story. */
export const story: Command = {
  name: 'story',
  words: [['<story>', 'id, beginning of an id, or words-of-the-title']],
  says: 'show one story: its brief, plans, disputes, claims and sources',
  options: [['--all', 'every claim, not only those that matter most']],
  examples: ['onrecord story talks-move', 'onrecord story s:9f86d081 --json'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const reference = call.words[0] ?? ''
      const found = await store.findStories(reference)
      const id = onlyOne(found, { what: 'story', reference, list: 'onrecord stories' }, terminal)
      const context = id === undefined ? undefined : await contextOf(store, id)
      if (context === undefined) return 1
      const view = storyView(context)
      if (isJson(call)) terminal.print(JSON.stringify(view))
      else printStory(view, terminal, { claims: call.options.all === true ? view.claims.length : 12 })
      return 0
    }),
}
